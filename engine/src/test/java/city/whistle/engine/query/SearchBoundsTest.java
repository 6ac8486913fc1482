package city.whistle.engine.query;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.engine.json.Json;
import city.whistle.engine.outcome.Rejection;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchBoundsTest {

  static Stream<String> tooMuch() {
    return Stream.of(
        "{\"sort\":[" + many(11, "{\"field\":\"state\"}") + "]} -> at most 10 attributes",
        filter("\"variables\":[" + many(21, variable()) + "]") + " -> at most 20 items",
        filter("\"$or\":[" + many(21, "{\"state\":\"ACTIVE\"}") + "]") + " -> at most 20 items",
        filter("\"processInstanceKey\":{\"$in\":[" + many(1001, "\"1\"") + "]}")
            + " -> at most 1,000 values",
        filter("\"tags\":[" + many(1001, "\"a\"") + "]") + " -> at most 1,000 values",
        filter("\"$or\":[" + many(20, "{\"variables\":[" + many(3, variable()) + "]}") + "]")
            + " -> at most 100 conditions",
        filter("\"$or\":[".concat("{\"$or\":[".repeat(3)) + "]}".repeat(3) + "]")
            + " -> at most 3 deep");
  }

  @ParameterizedTest
  @MethodSource("tooMuch")
  void refusesMoreThanItsBoundAndSaysIt(String tried) {
    String[] parts = tried.split(" -> ");

    assertThatThrownBy(() -> search(parts[0]))
        .isInstanceOf(Rejection.class)
        .hasMessageContaining(parts[1]);
  }

  @Test
  void takesWhatClientsAskFor() {
    search(filter("\"processInstanceKey\":{\"$in\":[" + many(1000, "\"1\"") + "]}"));
    search(filter("\"variables\":[" + many(20, variable()) + "]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"variables\":[{\"name\":\"a\",\"value\":\"1\"}]",
        "\"$or\":[{\"state\":\"ACTIVE\"}]",
        "\"bpmnProcessId\":{\"$like\":\"*\"}"
      })
  void knowsWhatMayTakeLong(String members) {
    assertThat(search(filter(members)).wide()).isTrue();
  }

  @Test
  void letsOtherSearchesPass() {
    assertThat(search(filter("\"state\":\"ACTIVE\",\"variables\":[]")).wide()).isFalse();
  }

  private static String variable() {
    return "{\"name\":\"a\",\"value\":\"1\"}";
  }

  private static String filter(String members) {
    return "{\"filter\":{" + members + "}}";
  }

  private static String many(int times, String item) {
    return IntStream.range(0, times).mapToObj(i -> item).collect(joining(","));
  }

  @SuppressWarnings("unchecked")
  private static SearchRequest search(String json) {
    return SearchRequest.of((Map<String, Object>) Json.parse(json));
  }
}
