/**
 * The city's lanes: who answers for them, how often they are looked at, and how they are scored.
 */
package city.whistle.workers.lane;
