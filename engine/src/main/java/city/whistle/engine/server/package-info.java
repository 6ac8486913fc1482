/** The engine as a whole: put together, started, stopped. */
package city.whistle.engine.server;
