/** How a case comes in: by the API or with a process that a hotline started. */
package city.whistle.workers.intake;
