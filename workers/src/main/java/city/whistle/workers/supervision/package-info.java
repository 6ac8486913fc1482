/** Reminders and supervision of units. */
package city.whistle.workers.supervision;
