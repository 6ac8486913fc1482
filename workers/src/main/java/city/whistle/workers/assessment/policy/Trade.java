package city.whistle.workers.assessment.policy;

import java.util.List;

/**
 * The categories that a department answers for, whichever unit has the case.
 *
 * @param unit the department
 * @param categories codes, each with all below it
 */
public record Trade(String unit, List<String> categories) {}
