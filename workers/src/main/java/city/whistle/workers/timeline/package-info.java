/** The append-only, hash-chained account of what happened. */
package city.whistle.workers.timeline;
