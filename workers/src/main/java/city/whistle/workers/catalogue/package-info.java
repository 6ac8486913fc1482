/** The dispatch catalogue: which kind of unit handles a category, and how fast. */
package city.whistle.workers.catalogue;
