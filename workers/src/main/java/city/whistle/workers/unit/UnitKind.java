package city.whistle.workers.unit;

import java.util.Locale;

/**
 * What a unit is; its wire name is the lower-case name. A township is a {@link #STREET}: both stand
 * on one level.
 */
public enum UnitKind {
  CITY,
  DISTRICT,
  STREET,
  DEPARTMENT,
  ENTERPRISE;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException where no kind has that wire name
   */
  public static UnitKind of(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
