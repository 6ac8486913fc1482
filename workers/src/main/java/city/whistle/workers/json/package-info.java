/** JSON text in columns. */
package city.whistle.workers.json;
