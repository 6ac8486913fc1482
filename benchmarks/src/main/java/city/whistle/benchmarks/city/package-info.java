/** A city's cases, made up true to published shares. */
package city.whistle.benchmarks.city;
