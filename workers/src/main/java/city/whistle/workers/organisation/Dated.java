package city.whistle.workers.organisation;

/** Conditions of SQL over tables of which a street may have rows of its own. */
final class Dated {

  static final String ALL = "*";

  /** A row that holds on {@code :on}. */
  static final String HOLDS = " t.valid_from <= :on and (t.valid_to is null or t.valid_to > :on) ";

  private Dated() {}

  /**
   * A row of the street's own, or of all streets' where it has none that holds on that day.
   *
   * @param table without its schema
   */
  static String ownOrAll(String table) {
    return " t.street_code = case when exists (select from registry.%s t where t.street_code = :street and"
            .formatted(table)
        + HOLDS
        + ") then :street else '*' end ";
  }
}
