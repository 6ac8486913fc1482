package city.whistle.workers.handling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What somebody sent with a task, for its line in the timeline: the answer to each question that
 * was asked, as the form names it, but for what the line's reason says already. Texts are redacted
 * before and cut here; the words to the resident and of his stay in the vault.
 */
final class SentFields {

  private static final Set<String> SEALED = Set.of("reply.text", "comment");
  private static final int TEXT_MAX = 300;

  private final Map<String, String> names = new TreeMap<>();
  private final Map<String, String> units = new TreeMap<>();
  private final ObjectNode sent = JsonNodeFactory.instance.objectNode();

  private SentFields(JsonNode values) {
    for (String choices : List.of("unitChoices", "categoryChoices")) {
      values
          .path(choices)
          .forEach(one -> names.put(one.path("value").asText(), one.path("label").asText()));
    }
    values
        .path("summonses")
        .forEach(unit -> names.put(unit.path("unitCode").asText(), unit.path("unitName").asText()));
  }

  /**
   * {@code sent}, by the form's keys, and {@code units}, names of the units and categories whose
   * codes are in it; neither where there is none.
   *
   * @param asked paths of the questions
   * @param values the task's variables, redacted
   */
  static Map<String, Object> of(String elementId, List<List<String>> asked, JsonNode values) {
    SentFields fields = new SentFields(values);
    for (List<String> path : asked) {
      JsonNode value = values.at("/" + String.join("/", path));
      String key = String.join(".", path);
      if (isSaid(value) && !SEALED.contains(key) && !StepReason.isAt(elementId, path)) {
        fields.sent.set(key, fields.bounded(value));
      }
    }
    Map<String, Object> details = new TreeMap<>();
    if (!fields.sent.isEmpty()) {
      details.put("sent", fields.sent);
    }
    if (!fields.units.isEmpty()) {
      details.put("units", fields.units);
    }
    return details;
  }

  private static boolean isSaid(JsonNode value) {
    return !value.isMissingNode()
        && !value.isNull()
        && !(value.isTextual() && value.asText().isBlank())
        && !(value.isContainerNode() && value.isEmpty());
  }

  private JsonNode bounded(JsonNode value) {
    if (value instanceof ArrayNode rows) {
      ArrayNode all = JsonNodeFactory.instance.arrayNode();
      rows.forEach(row -> all.add(bounded(row)));
      return all;
    }
    if (value instanceof ObjectNode row) {
      ObjectNode all = JsonNodeFactory.instance.objectNode();
      row.properties().stream()
          .filter(field -> isSaid(field.getValue()))
          .forEach(field -> all.set(field.getKey(), bounded(field.getValue())));
      return all;
    }
    return value.isTextual() ? text(value.asText()) : value;
  }

  private JsonNode text(String text) {
    if (names.containsKey(text)) {
      units.put(text, names.get(text));
    }
    int end = text.offsetByCodePoints(0, Math.min(TEXT_MAX, text.codePointCount(0, text.length())));
    return JsonNodeFactory.instance.textNode(
        end < text.length() ? text.substring(0, end) + "…" : text);
  }
}
