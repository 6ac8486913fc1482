package city.whistle.workers.casefile;

/** What process variables say of a case; see the lifecycle's variable {@code case}. */
public record CaseVariable(
    String number,
    String kind,
    String channel,
    String categoryCode,
    String categoryName,
    String level,
    String districtCode,
    String streetCode,
    String title,
    boolean confidential) {}
