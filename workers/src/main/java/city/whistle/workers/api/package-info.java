/** The HTTP API for hotlines, residents and other systems. */
package city.whistle.workers.api;
