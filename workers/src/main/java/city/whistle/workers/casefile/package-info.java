/** The row of a case and how it moves on. */
package city.whistle.workers.casefile;
