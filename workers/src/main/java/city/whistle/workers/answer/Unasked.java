package city.whistle.workers.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds what stands in an object and no question asks for, or has another shape than it asks. */
final class Unasked {

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,39}");
  private static final int REPORTED_MAX = 5;

  private final List<Question> questions;
  private final List<Problem> problems = new ArrayList<>();

  Unasked(List<Question> questions) {
    this.questions = questions;
  }

  List<Problem> in(JsonNode object, String prefix) {
    walk(object, List.of(), prefix);
    return problems;
  }

  private void walk(JsonNode object, List<String> at, String prefix) {
    object
        .properties()
        .forEach(
            entry -> {
              List<String> path = new ArrayList<>(at);
              path.add(entry.getKey());
              check(entry.getValue(), path, prefix);
            });
  }

  private void check(JsonNode value, List<String> path, String prefix) {
    if (problems.size() >= REPORTED_MAX || value.isNull() || isAsked(path)) {
      return;
    }
    if (!isAbove(path)) {
      problems.add(problem(prefix, path, Fault.of("unknown")));
    } else if (value.isObject()) {
      walk(value, path, prefix);
    } else {
      problems.add(problem(prefix, path, Fault.of("object")));
    }
  }

  private boolean isAsked(List<String> path) {
    return questions.stream().anyMatch(question -> question.path().equals(path));
  }

  private boolean isAbove(List<String> path) {
    return questions.stream()
        .anyMatch(
            question ->
                question.path().size() > path.size()
                    && question.path().subList(0, path.size()).equals(path));
  }

  static Problem problem(String prefix, List<String> path, Fault fault) {
    String last = path.get(path.size() - 1);
    String name = NAME.matcher(last).matches() ? prefix + String.join(".", path) : "?";
    return Problem.unknown(name, fault);
  }
}
