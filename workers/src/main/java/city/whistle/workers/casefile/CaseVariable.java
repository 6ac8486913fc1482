package city.whistle.workers.casefile;

/** Variable {@code case}: what may be said of a case everywhere; {@code title} is redacted. */
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
