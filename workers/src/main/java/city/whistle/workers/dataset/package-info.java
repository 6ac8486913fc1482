/** The reference data that come with the program, imported at start. */
package city.whistle.workers.dataset;
