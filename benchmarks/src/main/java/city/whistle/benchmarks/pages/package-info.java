/** How long the pages take where a whole city's cases are open. */
package city.whistle.benchmarks.pages;
