/**
 * Compares the registry with the engine: what one has and the other lacks, why, and what mends it.
 */
package city.whistle.workers.difference;
