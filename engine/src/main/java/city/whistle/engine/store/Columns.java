package city.whistle.engine.store;

import city.whistle.engine.json.Json;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.state.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/** Collects the columns of a table, in the order of its row's components. */
final class Columns<R extends Row> {

  private static final char NUL = '\0';
  private static final char REPLACEMENT = '\uFFFD';
  private static final Instant FIRST = Instant.parse("-4712-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("+294000-01-01T00:00:00Z");
  private static final long MICROS_OF_SECOND = 1_000_000;
  private static final int NANOS_OF_MICRO = 1_000;

  private final List<Column<R>> columns = new ArrayList<>();

  /** A key; NONE becomes null. */
  Columns<R> key(String name, ToLongFunction<R> value) {
    return add(name, SqlType.BIGINT, row -> keyOrNull(value.applyAsLong(row)));
  }

  Columns<R> integer(String name, ToIntFunction<R> value) {
    return add(name, SqlType.INT, value::applyAsInt);
  }

  /** A number that may be null. */
  Columns<R> optionalInteger(String name, Function<R, Integer> value) {
    return add(name, SqlType.INT, value::apply);
  }

  Columns<R> flag(String name, Predicate<R> value) {
    return add(name, SqlType.BOOLEAN, value::test);
  }

  Columns<R> text(String name, Function<R, String> value) {
    return add(name, SqlType.TEXT, row -> storable(value.apply(row)));
  }

  Columns<R> constant(String name, Function<R, Enum<?>> value) {
    return add(name, SqlType.TEXT, row -> value.apply(row).name());
  }

  /** JSON text as it is; null where there is no value. */
  Columns<R> json(String name, Function<R, JsonValue> value) {
    return add(name, SqlType.TEXT, row -> textOf(value.apply(row)));
  }

  Columns<R> list(String name, Function<R, List<String>> value) {
    return add(name, SqlType.JSONB, row -> array(value.apply(row)));
  }

  Columns<R> map(String name, Function<R, Map<String, String>> value) {
    return add(name, SqlType.JSONB, row -> object(value.apply(row)));
  }

  Columns<R> instant(String name, Function<R, Instant> value) {
    return add(name, SqlType.INSTANT, row -> micros(value.apply(row)));
  }

  Columns<R> date(String name, Function<R, OffsetDateTime> value) {
    return instant(
        name,
        row -> {
          OffsetDateTime date = value.apply(row);
          return date == null ? null : date.toInstant();
        });
  }

  List<Column<R>> toList() {
    return List.copyOf(columns);
  }

  private Columns<R> add(String name, SqlType type, Function<R, Object> value) {
    columns.add(new Column<>(name, type, value));
    return this;
  }

  private static Long keyOrNull(long key) {
    return key == Row.NONE ? null : key;
  }

  /** PostgreSQL has no text with NUL in it: one such value must not stop the whole engine. */
  private static String storable(String text) {
    return text == null || text.indexOf(NUL) < 0 ? text : text.replace(NUL, REPLACEMENT);
  }

  private static String textOf(JsonValue value) {
    return value == null ? null : storable(value.text());
  }

  private static String array(List<String> values) {
    return values.isEmpty() ? "[]" : Json.write(values.stream().map(Columns::storable).toList());
  }

  private static String object(Map<String, String> values) {
    if (values.isEmpty()) {
      return "{}";
    }
    Map<String, String> clean = new TreeMap<>();
    values.forEach((name, value) -> clean.put(storable(name), storable(value)));
    return Json.write(clean);
  }

  private static Long micros(Instant instant) {
    if (instant == null) {
      return null;
    }
    Instant storable = storable(instant);
    return storable.getEpochSecond() * MICROS_OF_SECOND + storable.getNano() / NANOS_OF_MICRO;
  }

  /** PostgreSQL's years end before Java's do. */
  private static Instant storable(Instant instant) {
    if (instant.isBefore(FIRST)) {
      return FIRST;
    }
    return instant.isAfter(LAST) ? LAST : instant;
  }
}
