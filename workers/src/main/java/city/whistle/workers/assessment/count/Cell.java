package city.whistle.workers.assessment.count;

import city.whistle.workers.assessment.figure.Counts;

/**
 * The counts of one unit's cases of one category.
 *
 * @param district the district that the unit belonged to then; null for one of the city
 * @param category null where the case had none
 */
public record Cell(String unit, String district, String category, Counts counts) {}
