/** How fast the engine is, measured over and over in the same way. */
package city.whistle.benchmarks;
