/** Which cases stand still, why, since when, and for whom they wait. */
package city.whistle.workers.stuck;
