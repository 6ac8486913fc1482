/** Hashes. */
package city.whistle.workers.digest;
