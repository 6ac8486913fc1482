package city.whistle.console.casepage;

import city.whistle.console.casepage.CasePage.Gone;
import city.whistle.console.casepage.CasePage.Line;
import city.whistle.console.casepage.CasePage.Sent;
import city.whistle.console.layout.Message;
import city.whistle.console.layout.Names;
import city.whistle.workers.timeline.TimelineEntry;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Makes of a timeline's lines what people read: the system's steps in a row are folded. */
@Component
public class CaseLines {

  private static final String SYSTEM = "system";

  /** What the system notes and nobody should overlook. */
  private static final Set<String> BAD =
      Set.of(
          "LimitPassed", "AbsenceEscalated", "SuspensionReviewMissed", "NotificationUndeliverable");

  private static final Set<String> NOTEWORTHY =
      Set.of("LimitNear", "CaseUrged", "CaseSupplemented", "CaseWithdrawn", "CaseClosed");

  private final Names names;
  private final ObjectMapper json;

  CaseLines(Names names, ObjectMapper json) {
    this.names = names;
    this.json = json;
  }

  /**
   * @param newestFirst lines as the timeline has them
   */
  public List<Line> of(List<TimelineEntry> newestFirst) {
    List<Line> lines = new ArrayList<>();
    List<Line> system = new ArrayList<>();
    for (TimelineEntry entry : newestFirst) {
      if (isFolded(entry)) {
        system.add(line(entry));
      } else {
        fold(system, lines);
        lines.add(line(entry));
      }
    }
    fold(system, lines);
    return lines;
  }

  private static boolean isFolded(TimelineEntry entry) {
    return entry.who().equals(SYSTEM)
        && !BAD.contains(entry.what())
        && !NOTEWORTHY.contains(entry.what());
  }

  private static void fold(List<Line> system, List<Line> lines) {
    if (system.size() == 1) {
      lines.add(system.get(0));
    } else if (system.size() > 1) {
      Line newest = system.get(0);
      lines.add(
          new Line(
              newest.at(),
              newest.what(),
              SYSTEM,
              null,
              null,
              "",
              "sys",
              List.of(),
              null,
              List.copyOf(system)));
    }
    system.clear();
  }

  private Line line(TimelineEntry entry) {
    JsonNode details = details(entry);
    String style = BAD.contains(entry.what()) ? "bad" : entry.who().equals(SYSTEM) ? "sys" : null;
    return new Line(
        entry.at(),
        entry.what(),
        names.of(entry.who()),
        nameOf(text(details, "for")),
        text(details, "unitName"),
        entry.why(),
        style,
        sent(details),
        gone(entry.what(), details),
        List.of());
  }

  /** What the timeline doesn't name is called by its id. */
  private static Gone gone(String what, JsonNode details) {
    String from = details.path("from").asText();
    String to = details.path("to").asText();
    return switch (what) {
      case "ProcessMigrated" ->
          new Gone(text(details, "process"), Message.of("case.line.migrated", from, to));
      case "TokenMoved" ->
          new Gone(
              null,
              Message.of(
                  "case.line.moved",
                  Message.step(from, details.path("fromName").asText(from)),
                  Message.step(to, details.path("toName").asText(to))));
      default -> null;
    };
  }

  private String nameOf(String who) {
    return who == null ? null : names.of(who);
  }

  private static List<Sent> sent(JsonNode details) {
    List<Sent> sent = new ArrayList<>();
    details
        .path("sent")
        .properties()
        .forEach(
            field -> {
              boolean rows = field.getValue().path(0).isObject();
              Iterable<JsonNode> all = rows ? field.getValue() : List.of(field.getValue());
              all.forEach(one -> sent.add(new Sent(field.getKey(), values(one, details))));
            });
    return sent;
  }

  private static List<String> values(JsonNode answer, JsonNode details) {
    if (answer.isContainerNode()) {
      List<String> values = new ArrayList<>();
      answer.forEach(part -> values.addAll(values(part, details)));
      return values;
    }
    JsonNode unit = details.path("units").path(answer.asText());
    return List.of(unit.isTextual() ? unit.asText() : answer.asText());
  }

  private static String text(JsonNode details, String field) {
    return details.path(field).isTextual() ? details.path(field).textValue() : null;
  }

  private JsonNode details(TimelineEntry entry) {
    try {
      return json.readTree(entry.details());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a timeline's details are no JSON", e);
    }
  }
}
