/** Accounts, roles, sign-in. */
package city.whistle.console.account;
