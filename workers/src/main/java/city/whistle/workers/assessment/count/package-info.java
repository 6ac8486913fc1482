/** How the month's cases are counted in the database, and which cases stand behind a number. */
package city.whistle.workers.assessment.count;
