/** Processes as the engine runs them: an immutable graph of elements. */
package city.whistle.engine.model;
