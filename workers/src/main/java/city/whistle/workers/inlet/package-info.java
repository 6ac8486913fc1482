/** How much of requests is received at once, how slowly, and from how many connections. */
package city.whistle.workers.inlet;
