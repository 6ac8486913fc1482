/** Calling the resident back: planning, the one-time link, the answer. */
package city.whistle.workers.callback;
