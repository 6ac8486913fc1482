/** Plays a complaint as the people concerned would: through public APIs only. */
package city.whistle.app.demo;
