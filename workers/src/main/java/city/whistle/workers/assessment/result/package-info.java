/** A month's results: rows, groups, lists and whistles, as they are computed and kept. */
package city.whistle.workers.assessment.result;
