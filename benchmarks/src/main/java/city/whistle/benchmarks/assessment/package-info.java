/** How long a month's assessment takes, and the pages on it. */
package city.whistle.benchmarks.assessment;
