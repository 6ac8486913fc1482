package city.whistle.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.engine.clock.EngineClock;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionEngineTest {

  private final EngineClock clock =
      new EngineClock(
          Clock.fixed(Instant.parse("2026-01-31T01:00:00Z"), ZoneId.of("Asia/Shanghai")));
  private final ExpressionEngine engine = new ExpressionEngine(clock);

  private Object evaluate(String expression, Map<String, ?> variables) {
    return engine.evaluate(engine.parse(expression), VariableSource.of(variables));
  }

  private Object evaluate(String expression) {
    return evaluate(expression, Map.of());
  }

  @Test
  void textWithoutEqualsSignStandsForItself() {
    assertThat(evaluate("1 + 1")).isEqualTo("1 + 1");
    assertThat(engine.isStatic(engine.parse("1 + 1"))).isTrue();
    assertThat(engine.isStatic(engine.parse("= 1 + 1"))).isFalse();
  }

  @Test
  void wholeNumbersAreLongsAndOthersDoubles() {
    assertThat(evaluate("= a + 1", Map.of("a", 41L))).isEqualTo(42L);
    assertThat(evaluate("= a / 2", Map.of("a", 5L))).isEqualTo(2.5);
    assertThat(evaluate("= a * 2", Map.of("a", 2.5))).isEqualTo(5L);
  }

  @Test
  void readsNestedMembersAndListItems() {
    Map<String, Object> variables =
        Map.of("case", Map.of("level", 2L, "units", List.of(Map.of("code", "A"), "B")));

    assertThat(evaluate("= case.units[1].code", variables)).isEqualTo("A");
    assertThat(evaluate("= count(case.units)", variables)).isEqualTo(2L);
    assertThat(evaluate("= case", variables)).isEqualTo(variables.get("case"));
    assertThat(evaluate("= case = {level: 2, units: [{code: \"A\"}, \"B\"]}", variables))
        .isEqualTo(true);
  }

  @Test
  void contextsKeepTheOrderOfTheirEntries() {
    Object result = evaluate("= {f: 1, e: [1, {x: null}], d: 3, c: 4, b: 5, a: 6}");

    assertThat(new ArrayList<>(((Map<?, ?>) result).keySet()))
        .isEqualTo(List.of("f", "e", "d", "c", "b", "a"));
    Map<String, Object> inner = new HashMap<>();
    inner.put("x", null);
    assertThat(((Map<?, ?>) result).get("e")).isEqualTo(List.of(1L, inner));
  }

  @Test
  void missingVariableCountsAsNull() {
    assertThat(evaluate("= missing")).isNull();
    assertThat(evaluate("= missing.member > 3")).isNull();
    assertThat(evaluate("= if missing = null then \"none\" else \"some\"")).isEqualTo("none");
  }

  @Test
  void looksUpOnlyTheVariablesItNames() {
    List<String> asked = new ArrayList<>();
    VariableSource source =
        new VariableSource() {
          @Override
          public boolean contains(String name) {
            return true;
          }

          @Override
          public Object get(String name) {
            asked.add(name);
            return 1L;
          }
        };

    engine.evaluate(engine.parse("= a + b"), source);

    assertThat(asked).containsOnly("a", "b");
  }

  @Test
  void stringsThatLookLikeDatesStayStrings() {
    assertThat(evaluate("= d", Map.of("d", "2026-01-31T09:00:00+08:00")))
        .isEqualTo("2026-01-31T09:00:00+08:00");
    assertThat(evaluate("= is defined(d) and d instance of string", Map.of("d", "2026-01-31")))
        .isEqualTo(true);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "= now() | 2026-01-31T09:00:00+08:00[Asia/Shanghai]",
        "= today() | 2026-01-31",
        "= now() + duration(\"P1DT2H\") | 2026-02-01T11:00:00+08:00[Asia/Shanghai]",
        "= duration(\"PT90M\") | PT1H30M",
        "= @\"P14M\" | P1Y2M",
        "= time(\"09:30:00\") | 09:30:00",
        "= date and time(\"2026-01-31T09:00:00@Asia/Shanghai\") |"
            + " 2026-01-31T09:00:00+08:00[Asia/Shanghai]",
        "= date and time(date and time(\"2026-01-31T09:00:00@Asia/Shanghai\"), \"Etc/UTC\") |"
            + " 2026-01-31T01:00:00Z[Etc/UTC]",
        "= date and time(\"2026-01-31T09:00:00.120Z\") | 2026-01-31T09:00:00.12Z",
        "= date and time(\"2026-01-31T09:00:00\") | 2026-01-31T09:00:00",
        "= time(\"09:30:00@Asia/Shanghai\") | 09:30:00+08:00",
        "= time(\"09:30:00Z\") | 09:30:00Z",
        "= @\"P1DT2H\" | P1DT2H",
        "= @\"-PT36H\" | -P1DT12H",
        "= @\"PT1.5S\" | PT1.5S",
        "= @\"PT0S\" | P0D",
        "= cycle(duration(\"PT1H\")) | R/PT1H",
        "= cycle(3, duration(\"PT1H\")) | R3/PT1H",
        "= cycle(null, duration(\"P1M\")) | R/P1M",
        "= fromAi(toolCall.url, \"an address\", \"string\") | https://example.org",
        "= get or else(missing, \"default\") | default",
      })
  void givesTemporalValuesAndCyclesAsTheirText(String expression, String expected) {
    assertThat(evaluate(expression, Map.of("toolCall", Map.of("url", "https://example.org"))))
        .isEqualTo(expected);
  }

  @Test
  void nowFollowsTheEnginesClock() {
    clock.pinTo(Instant.parse("2027-05-01T00:00:00Z"));

    assertThat(evaluate("= string(now())")).isEqualTo("2027-05-01T08:00:00@Asia/Shanghai");
  }

  @Test
  void knowsTheVariableThatAPathBeginsWith() {
    assertThat(engine.variableOf(engine.parse("= a"))).contains("a");
    assertThat(engine.variableOf(engine.parse("= a.b.c"))).contains("a");
    assertThat(engine.variableOf(engine.parse("= a + 1"))).isEmpty();
    assertThat(engine.variableOf(engine.parse("= {a: a}"))).isEmpty();
    assertThat(engine.variableOf(engine.parse("a"))).isEmpty();
  }

  @Test
  void refusesFeelThatDoesNotParse() {
    assertThatThrownBy(() -> engine.parse("= 1 +"))
        .isInstanceOf(ExpressionSyntaxException.class)
        .hasMessageContaining("1 +");
  }

  @Test
  void refusesNestingThatNoStackHolds() {
    String deep = "=" + "(".repeat(100_000) + "1" + ")".repeat(100_000);

    assertThatThrownBy(() -> engine.parse(deep))
        .isInstanceOf(ExpressionSyntaxException.class)
        .hasMessageContaining("nested too deeply");
  }

  @Test
  void failedAssertionIsAnEvaluationException() {
    assertThatThrownBy(() -> evaluate("= assert(x, x != null, \"x is needed\")"))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("x is needed");
  }

  @Test
  void functionsAndRangesAreNullWhereverTheyStand() {
    assertThat(evaluate("= function(a) a")).isNull();
    assertThat(evaluate("= [1..5]")).isNull();
    assertThat(evaluate("= [1, function(a) a, [1..5]]")).isEqualTo(Arrays.asList(1L, null, null));
  }

  @Test
  void temporalValuesInsideOthersAreTheirTextToo() {
    assertThat(evaluate("= {at: [date and time(\"2026-01-31T09:00:00@Asia/Shanghai\")]}"))
        .isEqualTo(Map.of("at", List.of("2026-01-31T09:00:00+08:00[Asia/Shanghai]")));
  }

  @Test
  void aDateTimeWithZoneIsReadAgain() {
    String zoned = "2026-01-31T09:00:00+08:00[Asia/Shanghai]";
    assertThat(evaluate("= date and time(d) + duration(\"PT1H\")", Map.of("d", zoned)))
        .isEqualTo("2026-01-31T10:00:00+08:00[Asia/Shanghai]");
  }

  @Test
  void numbersThatAreTooLargeForALongAreDoubles() {
    assertThat(evaluate("= 10 ** 20")).isEqualTo(1e20);
    assertThatThrownBy(() -> evaluate("= {n: 10 ** 400}"))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("out of the range of a double");
  }
}
