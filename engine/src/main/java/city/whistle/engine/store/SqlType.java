package city.whistle.engine.store;

/** How a column's values travel: as an array of one type, turned into the column's own. */
enum SqlType {
  BIGINT("int8", "%s"),
  INT("int4", "%s"),
  BOOLEAN("bool", "%s"),
  TEXT("text", "%s"),
  JSONB("text", "%s::jsonb"),
  /**
   * Microseconds since 1970: cheaper to send than text. In two terms, because PostgreSQL multiplies
   * intervals in floating point and one alone would lose digits.
   */
  INSTANT(
      "int8",
      "timestamptz 'epoch' + (%1$s / 3600000000) * interval '1 hour'"
          + " + (%1$s %% 3600000000) * interval '1 microsecond'");

  private final String element;
  private final String conversion;

  SqlType(String element, String conversion) {
    this.element = element;
    this.conversion = conversion;
  }

  /** The type of the array's elements. */
  String element() {
    return element;
  }

  /** The SQL expression that makes the column's value of an element. */
  String convert(String argument) {
    return conversion.formatted(argument);
  }

  /** An empty array for so many values. */
  Object[] array(int size) {
    return switch (this) {
      case BIGINT, INSTANT -> new Long[size];
      case INT -> new Integer[size];
      case BOOLEAN -> new Boolean[size];
      case TEXT, JSONB -> new String[size];
    };
  }
}
