/**
 * A sub-district's bodies, who is on duty, its joint enforcement centre, and what it may be given.
 */
package city.whistle.workers.organisation;
