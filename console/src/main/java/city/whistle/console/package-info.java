/** Pages for people: sign-in, tasks, cases and what else is done with a browser. */
package city.whistle.console;
