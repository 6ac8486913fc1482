package city.whistle.workers.answer;

import city.whistle.workers.answer.Question.Field;
import city.whistle.workers.answer.Question.Rows;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What may be answered to a form: as a base, and once for each other choice that it offers. */
final class RightAnswers {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int ROWS_MAX = 3;

  private final Form form;
  private final ObjectNode shown;
  private final Feel feel;
  private final OffsetDateTime now;

  RightAnswers(Form form, ObjectNode shown, Feel feel, OffsetDateTime now) {
    this.form = form;
    this.shown = shown;
    this.feel = feel;
    this.now = now;
  }

  List<ObjectNode> all() {
    List<ObjectNode> answers = new ArrayList<>(List.of(answer(Map.of())));
    others(answers.get(0), Map.of(), answers);
    return answers;
  }

  /** Each choice that an answer didn't take; what is asked only then, in its turn. */
  private void others(ObjectNode from, Map<String, JsonNode> chosen, List<ObjectNode> answers) {
    for (Question question : form.questions()) {
      if (question.component().has("values")
          && !chosen.containsKey(question.key())
          && !from.at("/" + String.join("/", question.path())).isMissingNode()) {
        for (JsonNode option : question.component().get("values")) {
          Map<String, JsonNode> other = new HashMap<>(chosen);
          other.put(question.key(), option.get("value"));
          ObjectNode answer = answer(other);
          if (!answers.contains(answer)) {
            answers.add(answer);
            others(answer, other, answers);
          }
        }
      }
    }
  }

  /** With these values where their fields are asked. */
  private ObjectNode answer(Map<String, JsonNode> chosen) {
    ObjectNode answer = NODES.objectNode();
    for (Question question : form.questions()) {
      Scope scope = scope(answer);
      if (question.hiddenIf().isEmpty() || !scope.isTrue(question.hiddenIf())) {
        put(answer, question, chosen.getOrDefault(question.key(), value(question, scope)));
      }
    }
    return answer;
  }

  private Scope scope(ObjectNode answer) {
    ObjectNode both = shown.deepCopy();
    form.variables().forEach(both::remove);
    both.setAll(answer);
    return Scope.of(feel, both);
  }

  private JsonNode value(Question question, Scope scope) {
    return question instanceof Rows rows ? rows(rows, scope) : value((Field) question, scope);
  }

  private ArrayNode rows(Rows rows, Scope scope) {
    ArrayNode all = NODES.arrayNode();
    JsonNode before = shown.at("/" + String.join("/", rows.path()));
    int count = rows.isFixed() && before.isArray() ? before.size() : 1;
    for (int i = 0; i < count; i++) {
      all.add(row(rows, before.path(i), i, scope));
    }
    for (int i = count; i < ROWS_MAX && !holds(rows, all, scope); i++) {
      all.add(row(rows, before.path(i), i, scope));
    }
    return all;
  }

  /** Some lists want more rows than one, each with another choice. */
  private static boolean holds(Rows rows, ArrayNode all, Scope scope) {
    String check = rows.property("check");
    return check.isEmpty() || scope.with("value", all).isTrue(check);
  }

  private ObjectNode row(Rows rows, JsonNode before, int index, Scope scope) {
    ObjectNode row = NODES.objectNode();
    for (Question question : rows.questions()) {
      JsonNode old = before.path(question.key());
      put(row, question, old.isMissingNode() ? value(question, scope, index) : old);
    }
    return row;
  }

  private JsonNode value(Question question, Scope scope, int index) {
    if (question instanceof Field field && field.type().equals("select")) {
      List<Offer.Option> options = Offer.of(field, scope).options();
      return options.get(index % options.size()).value();
    }
    return value(question, scope);
  }

  private JsonNode value(Field field, Scope scope) {
    return switch (field.type()) {
      case "number" -> NODES.numberNode(field.component().at("/validate/min").asInt(1));
      case "checkbox" -> NODES.booleanNode(true);
      case "radio", "select" -> Offer.of(field, scope).options().get(0).value();
      case "taglist", "checklist" ->
          NODES.arrayNode().add(Offer.of(field, scope).options().get(0).value());
      case "datetime" -> NODES.textNode(time(field, scope));
      default ->
          NODES.textNode(field.key().equals("reply.linkedCase") ? "20260327-000001" : "已经办理");
    };
  }

  /** Ahead, or past, as the field's own words want it. */
  private String time(Field field, Scope scope) {
    boolean day = field.component().path("subtype").asText().equals("date");
    return Stream.of(now.plusHours(1), now.minusHours(1))
        .map(time -> day ? time.toLocalDate().toString() : time.toString())
        .filter(
            time ->
                field.property("check").isEmpty()
                    || scope.with("value", NODES.textNode(time)).isTrue(field.property("check")))
        .findFirst()
        .orElseThrow();
  }

  static void put(ObjectNode object, Question question, JsonNode value) {
    ObjectNode at = object;
    List<String> path = question.path();
    for (String part : path.subList(0, path.size() - 1)) {
      at = at.withObjectProperty(part);
    }
    at.set(path.get(path.size() - 1), value);
  }
}
