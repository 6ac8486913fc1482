/** Reading requests field by field. */
package city.whistle.workers.request;
