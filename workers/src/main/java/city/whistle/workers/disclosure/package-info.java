/** Showing residents' data to people who need them, and destroying them. */
package city.whistle.workers.disclosure;
