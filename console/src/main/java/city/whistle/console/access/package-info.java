/** Who may see and do what: the one place that answers it. */
package city.whistle.console.access;
