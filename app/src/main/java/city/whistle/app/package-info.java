/** The application: workers, console and, embedded, the engine. */
package city.whistle.app;
