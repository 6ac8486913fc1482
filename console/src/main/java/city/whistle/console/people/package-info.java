/** Keeping accounts: people, their roles, links to choose a password. */
package city.whistle.console.people;
