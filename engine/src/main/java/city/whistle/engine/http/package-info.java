/** What the engine's HTTP servers have in common, whatever they serve. */
package city.whistle.engine.http;
