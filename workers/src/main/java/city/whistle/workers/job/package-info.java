/** How a worker does a job once, and what becomes of its failures. */
package city.whistle.workers.job;
