/** What becomes of the open cases and tasks of a unit that is abolished. */
package city.whistle.workers.succession;
