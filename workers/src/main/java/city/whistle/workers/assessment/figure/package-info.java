/**
 * What the month's figures are made of: counts, rates, scores, intervals, ranks, bands and lists.
 */
package city.whistle.workers.assessment.figure;
