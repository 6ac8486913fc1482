/** The packaged program, as benchmarks start and call it. */
package city.whistle.benchmarks.program;
