/** Time: one clock for the whole engine, real, moved or pinned. */
package city.whistle.engine.clock;
