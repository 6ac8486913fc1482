package city.whistle.engine.store;

import city.whistle.engine.json.Json;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.state.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the fields of the current row from left to right, each call the next one. */
final class Fields {

  private final ResultSet rows;
  private final SharedTexts texts;
  private int index;

  Fields(ResultSet rows, SharedTexts texts) {
    this.rows = rows;
    this.texts = texts;
  }

  boolean nextRow() throws SQLException {
    index = 0;
    return rows.next();
  }

  /** NONE for null. */
  long key() throws SQLException {
    long key = rows.getLong(++index);
    return rows.wasNull() ? Row.NONE : key;
  }

  int integer() throws SQLException {
    return rows.getInt(++index);
  }

  Integer optionalInteger() throws SQLException {
    int value = rows.getInt(++index);
    return rows.wasNull() ? null : value;
  }

  boolean flag() throws SQLException {
    return rows.getBoolean(++index);
  }

  String text() throws SQLException {
    return texts.share(rows.getString(++index));
  }

  <E extends Enum<E>> E constant(Class<E> type) throws SQLException {
    return Enum.valueOf(type, text());
  }

  JsonValue json() throws SQLException {
    String text = text();
    return text == null ? null : JsonValue.ofText(text);
  }

  List<String> list() throws SQLException {
    String text = text();
    return "[]".equals(text) ? List.of() : List.of(Json.read(text, String[].class));
  }

  Map<String, String> map() throws SQLException {
    String text = text();
    if ("{}".equals(text)) {
      return Map.of();
    }
    Map<String, String> values = new LinkedHashMap<>();
    JsonValue.ofText(text)
        .members()
        .forEach((name, value) -> values.put(texts.share(name), texts.share((String) value)));
    return Collections.unmodifiableMap(values);
  }

  Instant instant() throws SQLException {
    OffsetDateTime date = rows.getObject(++index, OffsetDateTime.class);
    return date == null ? null : date.toInstant();
  }

  OffsetDateTime date() throws SQLException {
    Instant instant = instant();
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
