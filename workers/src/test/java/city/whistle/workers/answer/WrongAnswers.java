package city.whistle.workers.answer;

import city.whistle.workers.answer.Question.Field;
import city.whistle.workers.answer.Question.Rows;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Each way in which a right answer can be spoilt, field by field. */
final class WrongAnswers {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Form form;
  private final ObjectNode right;

  WrongAnswers(Form form, ObjectNode right) {
    this.form = form;
    this.right = right;
  }

  /**
   * @param what is wrong, for the test's name
   * @param path of the field, its rows counted from one; empty where several may be named
   */
  record Wrong(String what, String path, ObjectNode answer) {}

  List<Wrong> all() {
    return without(new HashSet<>());
  }

  /** But for the fields that were tried before; those that are now are added to them. */
  List<Wrong> without(Set<String> tried) {
    List<Wrong> all = new ArrayList<>();
    for (Question question : form.questions()) {
      JsonNode value = at(question);
      if (!value.isMissingNode() && tried.add(question.key())) {
        values(question, value).forEach(wrong -> all.add(with(question, question.key(), wrong)));
        if (question instanceof Rows rows) {
          inRows(rows, value).forEach(all::add);
        }
        unknownBeside(question).forEach(all::add);
      }
    }
    all.add(unknown());
    return all;
  }

  private JsonNode at(Question question) {
    return right.at("/" + String.join("/", question.path()));
  }

  private Wrong with(Question question, String path, JsonNode value) {
    ObjectNode answer = right.deepCopy();
    RightAnswers.put(answer, question, value);
    return new Wrong(brief(value), path, answer);
  }

  private Stream<Wrong> inRows(Rows rows, JsonNode value) {
    return rows.questions().stream()
        .flatMap(
            question ->
                values(question, value.get(0).at("/" + String.join("/", question.path()))).stream()
                    .map(
                        wrong -> {
                          ArrayNode all = value.deepCopy();
                          RightAnswers.put((ObjectNode) all.get(0), question, wrong);
                          return with(rows, rows.key() + "[1]." + question.key(), all);
                        }));
  }

  /** Values that are wrong whatever the other fields say. */
  private static List<JsonNode> values(Question question, JsonNode right) {
    List<JsonNode> wrong =
        new ArrayList<>(nodes("{\"a\":[{\"b\":1}]}", "[[[]]]", "\"\\u0000\"", "[null]", "1e300"));
    wrong.add(NODES.textNode("长".repeat(100_000)));
    if (question instanceof Rows) {
      wrong.addAll(nodes("\"好\"", "{}", "[7]", "[{\"unknown\":1}]"));
      ArrayNode many = NODES.arrayNode();
      for (int i = 0; i < 60; i++) {
        many.add(right.path(0));
      }
      wrong.add(many);
      return wrong;
    }
    if (question.isRequired()) {
      wrong.addAll(nodes("null", "\"\"", "\"\\u200b\\u2060\"", "\"　\""));
    }
    wrong.addAll(ofType((Field) question));
    return wrong;
  }

  private static List<JsonNode> ofType(Field field) {
    JsonNode rules = field.component().path("validate");
    return switch (field.type()) {
      case "number" ->
          nodes(
              String.valueOf(rules.path("min").asLong() - 1),
              String.valueOf(rules.path("max").asLong(1_000_000_000L) + 1),
              "1.5",
              "\"很多\"",
              "\"3\"",
              "true",
              "-5");
      case "checkbox" ->
          field.isRequired() ? nodes("false", "\"yes\"", "1") : nodes("\"yes\"", "1");
      case "radio", "select" -> nodes("\"nonsense\"", "42", "[\"a\"]", "\"true\"");
      case "taglist", "checklist" -> nodes("\"fire\"", "[\"nonsense\"]", "[[\"fire\"]]", "true");
      case "datetime" ->
          nodes(
              "\"下周五\"",
              "\"2026-13-45T00:00:00+08:00\"",
              isDay(field) ? "\"2026-04-01T08:00:00+08:00\"" : "\"2026-04-01\"",
              "7",
              "true");
      default -> nodes("7", "true", "[\"好\"]", "\"\\u200b\"", "\"\\u202e好\"", "\"好\\u0007\"");
    };
  }

  private static boolean isDay(Field field) {
    return field.component().path("subtype").asText().equals("date");
  }

  private List<Wrong> unknownBeside(Question question) {
    List<Wrong> wrong = new ArrayList<>();
    if (question.path().size() > 1) {
      String top = question.path().get(0);
      ObjectNode more = right.deepCopy();
      ((ObjectNode) more.get(top)).put("unknown", 1);
      wrong.add(new Wrong("an unknown field", top + ".unknown", more));
      for (JsonNode shape : nodes("\"好\"", "[1]", "7")) {
        ObjectNode other = right.deepCopy();
        other.set(top, shape);
        wrong.add(new Wrong(brief(shape), top, other));
      }
    }
    return wrong;
  }

  private Wrong unknown() {
    ObjectNode answer = right.deepCopy();
    answer.put("unknown", "好");
    return new Wrong("an unknown variable", "unknown", answer);
  }

  private static List<JsonNode> nodes(String... texts) {
    return Arrays.stream(texts).map(WrongAnswers::node).toList();
  }

  private static JsonNode node(String text) {
    try {
      return JSON.readTree(text);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalStateException(text, e);
    }
  }

  private static String brief(JsonNode value) {
    String text = value.toString();
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }
}
