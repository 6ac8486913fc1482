package city.whistle.app.example;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Shows each line of a case's timeline once, as it appears. */
final class Timeline {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

  private final Supplier<JsonNode> source;
  private final StepNames names;
  private final Consumer<String> out;
  private final Set<String> kinds = new LinkedHashSet<>();
  private int shown;

  Timeline(Supplier<JsonNode> source, StepNames names, Consumer<String> out) {
    this.source = source;
    this.names = names;
    this.out = out;
  }

  void showNew() {
    JsonNode items = source.get();
    for (; shown < items.size(); shown++) {
      kinds.add(items.get(shown).path("what").asText());
      out.accept(line(items.get(shown)));
    }
  }

  /** What happened so far, each kind once, in the order in which it first did. */
  Set<String> kinds() {
    return new LinkedHashSet<>(kinds);
  }

  private String line(JsonNode item) {
    String step = item.path("what").asText();
    return "  %s  %-25s %-20s %s  %s"
        .formatted(
            TIME.format(OffsetDateTime.parse(item.path("at").asText())),
            item.path("who").asText(),
            names.english(step),
            names.chinese(step),
            item.path("why").asText())
        .stripTrailing();
  }
}
