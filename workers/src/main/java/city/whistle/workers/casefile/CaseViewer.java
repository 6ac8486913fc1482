package city.whistle.workers.casefile;

import java.util.List;

/**
 * A unit's system that looks at cases.
 *
 * @param unitCode its unit
 * @param units the unit and those below it
 */
public record CaseViewer(String clientId, String unitCode, List<String> units) {}
