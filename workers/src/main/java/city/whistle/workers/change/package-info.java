/** Tells that something happened to a case or whistle, over all copies of the program. */
package city.whistle.workers.change;
