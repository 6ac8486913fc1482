/** One case on one page, and finding it. */
package city.whistle.console.casepage;
