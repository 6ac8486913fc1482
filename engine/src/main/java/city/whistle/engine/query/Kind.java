package city.whistle.engine.query;

import city.whistle.engine.json.Json;
import city.whistle.engine.outcome.Rejection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.OptionalLong;
import org.jooq.DataType;
import org.jooq.impl.SQLDataType;

/** What an attribute holds: how it stands in a column, in a filter and in an answer. */
enum Kind {
  KEY(SQLDataType.BIGINT),
  TEXT(SQLDataType.CLOB),
  INTEGER(SQLDataType.INTEGER),
  DATE(SQLDataType.INSTANT),
  BOOLEAN(SQLDataType.BOOLEAN),
  JSON(SQLDataType.CLOB);

  private final DataType<?> dataType;

  Kind(DataType<?> dataType) {
    this.dataType = dataType;
  }

  DataType<?> dataType() {
    return dataType;
  }

  /**
   * A value of a filter as the column has it.
   *
   * @throws Rejection where the JSON value is of another kind; it names the path, not the value
   */
  Object read(Object json, String path) {
    return switch (this) {
      case KEY -> readKey(json, path);
      case TEXT, JSON -> readText(json, path);
      case INTEGER -> readInteger(json, path);
      case DATE -> readDate(json, path);
      case BOOLEAN -> readBoolean(json, path);
    };
  }

  /** A column's value as it stands in an answer; null stays null. */
  Object toWire(Object value) {
    if (value == null) {
      return null;
    }
    return switch (this) {
      case KEY -> value.toString();
      case DATE -> value.toString();
      case JSON -> Json.parse((String) value);
      case TEXT, INTEGER, BOOLEAN -> value;
    };
  }

  private static Long readKey(Object json, String path) {
    return Json.wholeNumber(json)
        .orElseThrow(() -> mistyped(path, "a key, which is a whole number as a string"));
  }

  private static String readText(Object json, String path) {
    if (json instanceof String text) {
      return text;
    }
    throw mistyped(path, "a string");
  }

  private static Integer readInteger(Object json, String path) {
    OptionalLong number = Json.wholeNumber(json);
    if (number.isEmpty() || (int) number.getAsLong() != number.getAsLong()) {
      throw mistyped(path, "a whole number");
    }
    return (int) number.getAsLong();
  }

  private static Instant readDate(Object json, String path) {
    try {
      return OffsetDateTime.parse((String) json).toInstant();
    } catch (ClassCastException | DateTimeParseException e) {
      throw mistyped(path, "a date and time with offset, such as 2026-01-31T12:00:00Z");
    }
  }

  private static Boolean readBoolean(Object json, String path) {
    if (json instanceof Boolean flag) {
      return flag;
    }
    throw mistyped(path, "true or false");
  }

  private static Rejection mistyped(String path, String expected) {
    return Rejection.invalid("The value of '" + path + "' is not " + expected + ".");
  }
}
