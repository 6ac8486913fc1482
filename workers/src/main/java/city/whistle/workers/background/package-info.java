/** Work that goes on beside requests and jobs. */
package city.whistle.workers.background;
