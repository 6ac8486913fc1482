/** The city's time: working days, limits and when they end. */
package city.whistle.workers.calendar;
