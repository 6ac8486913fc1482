/** Blowing a whistle, from the request to the record of both assessments. */
package city.whistle.workers.whistle;
