/** Bursts: more complaints of a category in a place than expected, as matters for supervisors. */
package city.whistle.workers.burst;
