/** Public places: coarse cells of matters in public space, and where sub-districts lie. */
package city.whistle.workers.place;
