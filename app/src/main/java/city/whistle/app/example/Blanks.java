package city.whistle.app.example;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Fills in what can't be known when an example is written: <code>{{in P3D}}</code> is a time three
 * days ahead, <code>{{day P1D}}</code> tomorrow, <code>{{earlier.number}}</code> the number of the
 * earlier complaint.
 */
final class Blanks {

  /** Where a day begins; an example knows of the city what anybody knows. */
  private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

  private static final String OPEN = "{{";
  private static final String CLOSE = "}}";

  private final Supplier<OffsetDateTime> now;
  private final Supplier<String> earlierNumber;

  Blanks(Supplier<OffsetDateTime> now, Supplier<String> earlierNumber) {
    this.now = now;
    this.earlierNumber = earlierNumber;
  }

  Map<String, Object> fill(Map<String, Object> fields) {
    Map<String, Object> filled = new LinkedHashMap<>();
    fields.forEach((name, value) -> filled.put(name, value(value)));
    return filled;
  }

  @SuppressWarnings("unchecked")
  private Object value(Object value) {
    if (value instanceof Map<?, ?> fields) {
      return fill((Map<String, Object>) fields);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(this::value).toList();
    }
    return value instanceof String text && text.startsWith(OPEN) && text.endsWith(CLOSE)
        ? blank(text.substring(OPEN.length(), text.length() - CLOSE.length()).strip())
        : value;
  }

  private String blank(String word) {
    if (word.equals("earlier.number")) {
      return earlierNumber.get();
    }
    if (word.startsWith("in ")) {
      OffsetDateTime time = now.get().plus(Duration.parse(word.substring(3).strip()));
      return time.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
    if (word.startsWith("day ")) {
      OffsetDateTime time = now.get().plus(Duration.parse(word.substring(4).strip()));
      return time.atZoneSameInstant(CITY).toLocalDate().toString();
    }
    throw new IllegalArgumentException("An example has a blank that nobody knows: " + word);
  }
}
