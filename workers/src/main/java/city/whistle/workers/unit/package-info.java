/** The organisation. */
package city.whistle.workers.unit;
