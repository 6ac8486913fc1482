package city.whistle.workers.answer;

import city.whistle.workers.answer.Question.Field;
import city.whistle.workers.answer.Question.Rows;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds an answer against the form that asked for it: each question that is shown by its own rules,
 * then by the form's property {@code check}, which is FEEL over what was shown, what was answered,
 * and {@code value}. What isn't asked is not taken.
 */
final class AnswerCheck {

  private static final int ROWS_MAX = 50;

  private final Scope scope;
  private final NamedCases cases;
  private final List<Problem> problems = new ArrayList<>();

  private AnswerCheck(Scope scope, NamedCases cases) {
    this.scope = scope;
    this.cases = cases;
  }

  /**
   * @param shown the variables before the completion
   * @param answered those of the form's, after it
   */
  static List<Problem> problems(
      Form form, ObjectNode shown, ObjectNode answered, Feel feel, NamedCases cases) {
    AnswerCheck check = of(form, shown, answered, feel, cases);
    check.walk(form.questions(), answered, shown, "");
    return check.problems;
  }

  /** Paths of the questions that this answer left to be asked. */
  static List<List<String>> asked(Form form, ObjectNode shown, ObjectNode answered, Feel feel) {
    AnswerCheck check = of(form, shown, answered, feel, number -> true);
    return form.questions().stream()
        .filter(question -> !(question instanceof Field field && field.isReadOnly()))
        .filter(question -> !check.isHidden(question))
        .map(Question::path)
        .toList();
  }

  private static AnswerCheck of(
      Form form, ObjectNode shown, ObjectNode answered, Feel feel, NamedCases cases) {
    ObjectNode both = shown.deepCopy();
    both.setAll(answered.deepCopy());
    new Misfits(form.questions()).removeFrom(both, Scope.of(feel, both));
    return new AnswerCheck(Scope.of(feel, both), cases);
  }

  private void walk(List<Question> questions, JsonNode answered, JsonNode shown, String prefix) {
    for (Question question : questions) {
      check(question, at(answered, question), at(shown, question), prefix + question.key());
    }
    new Unasked(questions).in(answered, prefix).forEach(problems::add);
  }

  private void check(Question question, JsonNode value, JsonNode shown, String path) {
    int before = problems.size();
    if (isHidden(question)) {
      if (isThere(value) && !isEmptyList(question, value) && !value.equals(shown)) {
        report(question, path, Fault.of("notAsked"));
      }
      return;
    }
    if (question instanceof Rows rows) {
      checkRows(rows, value, shown, path);
    } else if (question instanceof Field field) {
      checkField(field, value, shown, path);
    }
    if (problems.size() == before) {
      checkInWords(question, value, path);
    }
  }

  private boolean isHidden(Question question) {
    return !question.hiddenIf().isEmpty() && scope.isTrue(question.hiddenIf());
  }

  private void checkField(Field field, JsonNode value, JsonNode shown, String path) {
    AnswerRule rule = AnswerRule.of(field);
    if (field.isReadOnly()) {
      checkReadOnly(field, value, shown, path);
    } else if (!isThere(value) || field.isRequired() && rule.isEmpty(value)) {
      if (field.isRequired()) {
        report(field, path, Fault.of("required"));
      }
    } else {
      rule.fault(value, field, scope)
          .or(() -> unnamed(field, value))
          .ifPresent(fault -> report(field, path, fault));
    }
  }

  /** What names another case names one that there is. */
  private Optional<Fault> unnamed(Field field, JsonNode value) {
    if (!field.property("names").equals("case") || value.asText().isBlank()) {
      return Optional.empty();
    }
    if (value.equals(scope.variable("case.number"))) {
      return Optional.of(Fault.of("sameCase"));
    }
    return cases.has(value.asText()) ? Optional.empty() : Optional.of(Fault.of("noCase"));
  }

  private void checkReadOnly(Field field, JsonNode value, JsonNode shown, String path) {
    boolean left = !isThere(value) && !field.isRequired();
    if (!left && !value.equals(shown)) {
      report(field, path, Fault.of("readOnly"));
    }
  }

  private void checkRows(Rows rows, JsonNode value, JsonNode shown, String path) {
    if (!isThere(value)) {
      if (rows.isFixed() && shown.size() > 0) {
        report(rows, path, Fault.of("required"));
      }
      return;
    }
    if (!value.isArray() || value.size() > ROWS_MAX) {
      report(rows, path, Fault.of("rows", "max", ROWS_MAX));
    } else if (rows.isFixed() && shown.isArray() && shown.size() != value.size()) {
      report(rows, path, Fault.of("fixedRows", "rows", shown.size()));
    } else {
      ShownRows before = ShownRows.of(rows, shown);
      for (int i = 0; i < value.size() && problems.size() <= ROWS_MAX; i++) {
        checkRow(rows, value.get(i), before.take(value.get(i), i), path + "[" + (i + 1) + "]");
      }
    }
  }

  private void checkRow(Rows rows, JsonNode row, JsonNode shown, String path) {
    if (row.isObject()) {
      walk(rows.questions(), row, shown, path + ".");
    } else {
      report(rows, path, Fault.of("row"));
    }
  }

  private void checkInWords(Question question, JsonNode value, String path) {
    String rule = question.property("check");
    Scope own = rule.isEmpty() ? scope : scope.with("value", ruled(question, value));
    if (!rule.isEmpty() && !own.isTrue(rule)) {
      report(
          question,
          path,
          Fault.inWords(words(own, question, "wrong"), words(own, question, "wrongEnglish")));
    }
  }

  /** A list that was left out has nothing in it: what counts it finds none, and no null. */
  private static JsonNode ruled(Question question, JsonNode value) {
    return question.isList() && !isThere(value) ? JsonNodeFactory.instance.arrayNode() : value;
  }

  /** A text, or FEEL that makes one. */
  private static String words(Scope scope, Question question, String property) {
    String words = question.property(property);
    return words.startsWith("=") ? scope.evaluate(words).asText() : words;
  }

  private void report(Question question, String path, Fault fault) {
    problems.add(new Problem(question.label(), question.labelEnglish(), path, fault));
  }

  /** A client that fills in every variable of a form says no more by it than by leaving it out. */
  private static boolean isEmptyList(Question question, JsonNode value) {
    return question.isList() && value.isArray() && value.isEmpty();
  }

  private static JsonNode at(JsonNode object, Question question) {
    JsonNode found = object;
    for (String part : question.path()) {
      found = found.isObject() ? found.path(part) : MissingNode.getInstance();
    }
    return Optional.ofNullable(found).orElse(MissingNode.getInstance());
  }

  private static boolean isThere(JsonNode value) {
    return !value.isMissingNode() && !value.isNull();
  }
}
