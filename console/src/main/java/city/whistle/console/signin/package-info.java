/** Signing in and out, choosing a password and a language, and the headers of all pages. */
package city.whistle.console.signin;
