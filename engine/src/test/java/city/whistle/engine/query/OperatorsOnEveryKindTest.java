package city.whistle.engine.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import city.whistle.engine.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every operator on every kind of attribute, against what it means in Java. */
class OperatorsOnEveryKindTest {

  private static final int ROUNDS = 300;
  private static final List<String> OPERATORS =
      List.of("$eq", "$neq", "$exists", "$in", "$notIn", "$gt", "$gte", "$lt", "$lte", "$like");
  private static final Map<Kind, List<Object>> SAMPLES =
      Map.of(
          Kind.KEY, List.of("1", "2"),
          Kind.TEXT, List.of("a", "b"),
          Kind.INTEGER, List.of(1L, 2L),
          Kind.DATE, List.of("2026-01-01T00:00:00Z"),
          Kind.BOOLEAN, List.of(true, false));

  /** An attribute of jobs, its column and what it may have; values order as they stand here. */
  private record Drawn(String name, String column, List<Object> values) {}

  private static final List<Drawn> DRAWN =
      List.of(
          new Drawn("errorMessage", "error_message", List.of("a", "ab", "b")),
          new Drawn("retries", "retries", List.of(0L, 1L, 2L)),
          new Drawn("endTime", "ended_at", List.of("2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z")),
          new Drawn("state", "state", List.of("COMPLETED", "CREATED", "FAILED")),
          new Drawn("elementInstanceKey", "element_instance_key", List.of("7", "8", "9")));

  private static QueryFixture fixture;

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  private final List<Map<String, Object>> jobs = new ArrayList<>();

  @BeforeAll
  static void open() {
    fixture = new QueryFixture();
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  private void insertJobs() {
    fixture.rows.clear();
    for (long key = 1; key <= 40; key++) {
      Map<String, Object> job = new HashMap<>(Map.of("jobKey", Long.toString(key)));
      Map<String, Object> columns = new HashMap<>(Map.of("key", key, "process_instance_key", 1));
      for (Drawn drawn : DRAWN) {
        boolean nullable = drawn.name.equals("errorMessage") || drawn.name.equals("endTime");
        Object value = nullable && random.nextInt(3) == 0 ? null : draw(drawn.values);
        job.put(drawn.name, value);
        columns.put(drawn.column, value);
      }
      jobs.add(job);
      fixture.rows.insert("job", columns);
    }
  }

  private <T> T draw(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private Object operand(String operator, Drawn drawn) {
    return switch (operator) {
      case "$exists" -> random.nextBoolean();
      case "$in", "$notIn" -> drawn.values.subList(0, random.nextInt(drawn.values.size()));
      case "$like" -> draw(List.of("*", "a*", "?", "*B*", "C*ED"));
      default -> draw(drawn.values);
    };
  }

  private static boolean holds(String operator, Object operand, Object value, List<Object> order) {
    return switch (operator) {
      case "$eq" -> operand.equals(value);
      case "$neq" -> !operand.equals(value);
      case "$exists" -> operand.equals(value != null);
      case "$in" -> ((List<?>) operand).isEmpty() || isIn((List<?>) operand, value);
      case "$notIn" -> !isIn((List<?>) operand, value);
      case "$like" ->
          value != null
              && value.toString().matches(operand.toString().replace("*", ".*").replace("?", "."));
      default -> value != null && compares(operator, order.indexOf(value), order.indexOf(operand));
    };
  }

  private static boolean isIn(List<?> values, Object value) {
    return value != null && values.contains(value);
  }

  private static boolean compares(String operator, int value, int operand) {
    return switch (operator) {
      case "$gt" -> value > operand;
      case "$gte" -> value >= operand;
      case "$lt" -> value < operand;
      default -> value <= operand;
    };
  }

  @Test
  void findWhatTheySayAloneAndTogether() {
    insertJobs();
    for (int round = 0; round < ROUNDS; round++) {
      Map<String, Object> filter = new LinkedHashMap<>();
      List<Map<String, Object>> expected = jobs;
      for (int i = random.nextInt(3); i >= 0; i--) {
        Drawn drawn = draw(DRAWN);
        boolean text = drawn.values.get(0) instanceof String && !drawn.column.endsWith("_key");
        String operator = draw(OPERATORS);
        if (operator.equals("$like") && (!text || drawn.column.equals("ended_at"))) {
          operator = "$neq";
        }
        if (filter.containsKey(drawn.name)) {
          continue;
        }
        String used = operator;
        Object operand = operand(used, drawn);
        filter.put(drawn.name, Map.of(used, operand));
        expected =
            expected.stream()
                .filter(job -> holds(used, operand, job.get(drawn.name), drawn.values))
                .toList();
      }
      assertThat(fixture.keys(Searchable.JOB, Json.write(filter)))
          .as("seed %d, filter %s", seed, filter)
          .isEqualTo(expected.stream().map(job -> job.get("jobKey")).toList());
    }
  }

  /** What a search can be filtered by, it can be filtered by with every operator. */
  @Test
  void areTakenByEveryAttributeOfEveryResource() {
    for (Searchable what : Searchable.values()) {
      for (Attribute attribute : what.resource().sortable().values()) {
        Object sample =
            attribute.values().isEmpty()
                ? SAMPLES.get(attribute.kind()).get(0)
                : attribute.values().iterator().next();
        for (String operator : OPERATORS) {
          Object operand =
              switch (operator) {
                case "$exists" -> false;
                case "$in", "$notIn" -> List.of(sample);
                default -> sample;
              };
          if (operator.equals("$like") && attribute.kind() != Kind.TEXT) {
            continue;
          }
          String filter = Json.write(Map.of(attribute.name(), Map.of(operator, operand)));
          assertThatCode(() -> fixture.keys(what, filter))
              .as(what + " " + filter)
              .doesNotThrowAnyException();
        }
      }
    }
  }
}
