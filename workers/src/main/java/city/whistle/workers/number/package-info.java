/** The numbers by which people name cases and whistles. */
package city.whistle.workers.number;
