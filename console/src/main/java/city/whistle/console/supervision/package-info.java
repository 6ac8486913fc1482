/** What stands still and why, and what a supervisor does about it. */
package city.whistle.console.supervision;
