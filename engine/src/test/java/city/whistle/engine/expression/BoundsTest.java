package city.whistle.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.engine.clock.EngineClock;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions that would run for years, or fill the memory, fail; all that people write works. */
@Timeout(60)
class BoundsTest {

  private static final VariableSource VARIABLES =
      VariableSource.of(
          Map.of(
              "list", IntStream.range(0, 20_000).mapToObj(i -> "item " + i).toList(),
              "text", "x".repeat(100_000),
              "letters", "a".repeat(40)));

  private final ExpressionEngine engine = new ExpressionEngine(new EngineClock(Clock.systemUTC()));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for i in 1..1000000000 return i",
        "string join(for i in 1..900000 return \"a\")",
        "some i in 1..900000 satisfies i < 0",
        "for i in concatenate(list, list, list, list, list, list, list, list, list, list, list) return i",
        "for i in 1..100000, j in 1..100000 return i + j",
        "some i in 1..100000, j in 1..100000 satisfies i + j = 3",
        "every i in 1..900000 satisfies every j in 1..900000 satisfies i + j > 0",
        "for i in 1..60 return if i = 1 then \"ab\" else partial[-1] + partial[-1]",
        "for i in 1..60 return if i = 1 then [1] else concatenate(partial[-1], partial[-1])",
        "for i in 1..60 return if i = 1 then [1] else [partial[-1], partial[-1]]",
        "for i in 1..600 return if i = 1 then [1] else [partial[-1]]",
        "for i in 1..600 return if i = 1 then {} else {inner: partial[-1]}",
        "for i in 1..1000 return list",
        "for i in 1..1000 return text",
        "string join(for i in 1..10000 return \"a\", text)",
        "replace(text, \"x\", text)",
        "matches(letters, \"a*a*a*a*a*a*a*a*a*a*b\")",
        "matches(letters, \"A*a*a*a*a*a*a*a*a*a*b\", \"i\")",
        "replace(letters, \"a*a*a*a*a*a*a*a*a*a*b\", \"\")",
        "split(letters, \"a*a*a*a*a*a*a*a*a*a*b\")",
        "extract(letters, \"a*a*a*a*a*a*a*a*a*a*b\")",
        "distinct values(for i in 1..100000 return i)",
        "union(list, list)",
        "decimal(1/3, 1000000000)",
        "10 ** 999999999",
        "string(for i in 1..1000 return list)"
      })
  void refusesWhatHasNoEnd(String feel) {
    Expression expression = engine.parse("=" + feel);
    assertThatThrownBy(() -> engine.evaluate(expression, VARIABLES))
        .isInstanceOf(EvaluationException.class)
        .hasMessageStartingWith("failed to evaluate expression '=" + feel + "': it ");
  }

  @Test
  void evaluatesWhatPeopleWrite() {
    assertThat(evaluate("count(for i in 1..100000 return i * 2)")).isEqualTo(100_000L);
    assertThat(evaluate("count(list[contains(item, \"7\")])")).isEqualTo(6_878L);
    assertThat(evaluate("matches(text, \"x+y?$\")")).isEqualTo(true);
    assertThat(evaluate("string length(replace(text, \"x\", \"yy\"))")).isEqualTo(200_000L);
    assertThat(evaluate("count(distinct values(for i in 1..2000 return modulo(i, 7)))"))
        .isEqualTo(7L);
    assertThat(evaluate("replace(\"ABC\", \"b\", \"-\", \"i\")")).isEqualTo("A-C");
    assertThat(evaluate("decimal(1/3, 2)")).isEqualTo(0.33);
    assertThat(evaluate("string join([\"a\", \"b\"], \", \")")).isEqualTo("a, b");
    assertThat(evaluate("union([1, 2], [2, 3])")).isEqualTo(List.of(1L, 2L, 3L));
    assertThat(evaluate("list")).isInstanceOf(List.class);
  }

  @Test
  void beginsEachEvaluationAnew() {
    Object expected = evaluate("sum(for i in 1..100000 return 1)");
    for (int i = 0; i < 20; i++) {
      assertThat(evaluate("sum(for i in 1..100000 return 1)")).isEqualTo(expected);
    }
  }

  @Test
  void countsTheSameEffortForTheSameExpression() {
    List<Long> efforts =
        IntStream.range(0, 3)
            .mapToObj(
                i -> {
                  long before = Effort.total();
                  evaluate("for i in 1..1000 return string(i)");
                  return Effort.total() - before;
                })
            .toList();
    assertThat(efforts).containsOnly(efforts.get(0));
    assertThat(Collections.max(efforts)).isPositive();
  }

  private Object evaluate(String feel) {
    return engine.evaluate(engine.parse("=" + feel), VARIABLES);
  }
}
