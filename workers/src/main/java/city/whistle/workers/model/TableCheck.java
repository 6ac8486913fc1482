package city.whistle.workers.model;

import city.whistle.workers.answer.Feel;
import city.whistle.workers.model.DecisionTable.Column;
import city.whistle.workers.model.DecisionTable.Row;
import city.whistle.workers.model.ModelReferences.DecisionResult;
import city.whistle.workers.model.TableReaders.Reading;
import city.whistle.workers.request.FieldProblem;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Whether what tables decide can be worked with: each output of each row, as far as it can be
 * evaluated before there is a case, and a row for each situation that must have one.
 */
@Component
class TableCheck {

  private static final Set<String> LISTS = Set.of("COLLECT", "RULE ORDER", "OUTPUT ORDER");

  private final TableReaders readers;
  private final Feel feel;

  TableCheck(TableReaders readers, Feel feel) {
    this.readers = readers;
    this.feel = feel;
  }

  /**
   * @param set variables that models set
   * @return variables that are read, and nothing sets
   */
  Stream<String> unset(Set<String> set) {
    return readers.variables().stream().filter(variable -> !set.contains(variable)).sorted();
  }

  /** What is wrong, by file. */
  List<FieldProblem> problems(Collection<ModelFile> set, Set<DecisionResult> results) {
    List<FieldProblem> problems = new ArrayList<>();
    for (ModelFile file : set) {
      if (file.name().endsWith(".dmn")) {
        DecisionTable.in(ModelXml.of(file))
            .flatMap(table -> problems(table, results).stream())
            .map(message -> new FieldProblem(file.name(), message))
            .forEach(problems::add);
      }
    }
    return problems;
  }

  private List<String> problems(DecisionTable table, Set<DecisionResult> results) {
    return results.stream()
        .filter(result -> result.decision().equals(table.id()))
        .flatMap(result -> readers.of(result.variable()).stream())
        .flatMap(reading -> problems(table, reading).stream())
        .distinct()
        .toList();
  }

  private List<String> problems(DecisionTable table, Reading reading) {
    List<String> problems = new ArrayList<>(shape(table, reading));
    if (problems.isEmpty()) {
      for (int row = 0; row < table.rows().size(); row++) {
        outputs(table, row, reading, problems);
        problems.addAll(RowTimes.problems(table, row, reading.orders(), feel));
      }
      reading.situations().stream()
          .filter(situation -> table.rows().stream().noneMatch(row -> met(table, row, situation)))
          .forEach(situation -> problems.add("has no row for " + situation(situation)));
    }
    return problems;
  }

  private static List<String> shape(DecisionTable table, Reading reading) {
    if (LISTS.contains(table.hitPolicy())) {
      return List.of(
          "decides a list (%s), where one answer is read: UNIQUE or FIRST would be right"
              .formatted(table.hitPolicy()));
    }
    if (reading.isSingle()) {
      return table.outputs().size() == 1
          ? List.of()
          : List.of("must have one output column, not " + table.outputs().size());
    }
    List<String> names = table.outputs().stream().map(Column::name).toList();
    return reading.columns().keySet().stream()
        .filter(name -> !names.contains(name))
        .sorted()
        .map(name -> "lacks the output column " + name)
        .toList();
  }

  private void outputs(DecisionTable table, int index, Reading reading, List<String> problems) {
    Row row = table.rows().get(index);
    List<Map<String, Object>> known = new ArrayList<>(List.of(Map.of()));
    reading.situations().stream().filter(it -> met(table, row, it)).forEach(known::add);
    for (int i = 0; i < Math.min(row.outputs().size(), table.outputs().size()); i++) {
      Column column = table.outputs().get(i);
      OutputRule rule = reading.columns().get(reading.isSingle() ? Reading.VALUE : column.name());
      String expression = row.outputs().get(i);
      if (rule != null) {
        known.stream()
            .flatMap(values -> wrong(expression, values, rule).stream())
            .findFirst()
            .map(wrong -> "row %d, %s: %s".formatted(index + 1, column.named(), wrong))
            .ifPresent(problems::add);
      }
    }
  }

  private Optional<String> wrong(String expression, Map<String, Object> values, OutputRule rule) {
    String feeled = expression.isEmpty() ? "null" : expression;
    JsonNode value = feel.evaluate(feeled, values);
    if (value.isMissingNode() || isUnknown(feeled, values, value) || rule.holds().test(value)) {
      return Optional.empty();
    }
    String said = expression.isEmpty() ? "nothing" : expression;
    String meant = feeled.equals(value.toString()) ? "" : ", which is " + value;
    return Optional.of("%s%s, but must be %s".formatted(said, meant, rule.right()));
  }

  /** What only a case has counts as null; where nothing but null comes of it, nobody can say. */
  private boolean isUnknown(String expression, Map<String, Object> values, JsonNode value) {
    return value.isNull() && feel.asksForMore(expression, values);
  }

  private boolean met(DecisionTable table, Row row, Map<String, Object> situation) {
    for (int i = 0; i < Math.min(table.inputs().size(), row.tests().size()); i++) {
      JsonNode value = feel.evaluate(table.inputs().get(i), situation);
      String tests = row.tests().get(i);
      if (!tests.isEmpty() && !tests.equals("-") && !feel.passes(tests, value, situation)) {
        return false;
      }
    }
    return true;
  }

  /** Such as {@code dispatch.level = "2h"}. */
  private static String situation(Map<String, Object> variables) {
    List<String> parts = new ArrayList<>();
    variables.forEach(
        (name, fields) ->
            ((Map<?, ?>) fields)
                .forEach((field, value) -> parts.add(name + "." + field + " = " + value)));
    return String.join(", ", parts.stream().sorted().toList());
  }
}
