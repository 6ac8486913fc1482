/** The call-back desk. */
package city.whistle.console.callback;
