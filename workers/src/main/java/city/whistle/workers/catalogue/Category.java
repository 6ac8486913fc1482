package city.whistle.workers.catalogue;

/**
 * A row of the dispatch catalogue.
 *
 * @param unitKind wire name of the kind of unit that handles it; null above the third level
 * @param unitCode the department or enterprise; null where the place decides
 * @param limitLevel {@code 2h}, {@code 24h}, {@code 7d}, {@code 15d}; null above the third level
 * @param signal the reason for which it is not dispatched as usual; null for most
 * @param emergencyLine 110, 119, 120 or 122 with signal {@code emergency}, else null
 */
public record Category(
    String code,
    String name,
    String unitKind,
    String unitCode,
    String limitLevel,
    String signal,
    String emergencyLine) {

  /** The limit of a case whose category nobody knows yet. */
  public static final String USUAL_LEVEL = "7d";
}
