package city.whistle.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.engine.clock.EngineClock;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluationsTest {

  private final ExpressionEngine engine = new ExpressionEngine(new EngineClock(Clock.systemUTC()));
  private final Evaluations evaluations = new Evaluations(engine);
  private final VariableSource variables =
      VariableSource.of(
          Map.of("n", 7L, "half", 0.5, "text", "seven", "yes", true, "list", List.of("a", "b")));

  private Expression parse(String text) {
    return engine.parse(text);
  }

  @Test
  void saysWhichTypeWasExpectedAndWhy() {
    assertThatThrownBy(() -> evaluations.evaluateBoolean(parse("=missing"), variables))
        .isInstanceOf(EvaluationException.class)
        .hasMessageStartingWith(
            "Expected result of the expression '=missing' to be 'BOOLEAN', but was 'NULL'")
        .hasMessageEndingWith("(No variable found with name 'missing')");
  }

  @Test
  void givesTextsBooleansAndLists() {
    assertThat(evaluations.evaluateText(parse("=text"), variables)).isEqualTo("seven");
    assertThat(evaluations.evaluateBoolean(parse("=n > 6"), variables)).isTrue();
    assertThat(evaluations.evaluateList(parse("=list"), variables)).hasSize(2);
  }

  @Test
  void readsNumbersFromConstantsAndExpressions() {
    assertThat(evaluations.evaluateNumber(parse("3"), variables)).isEqualTo(3);
    assertThat(evaluations.evaluateNumber(parse("=n"), variables)).isEqualTo(7);
  }

  @Test
  void refusesNumbersThatAreNotWhole() {
    assertThatThrownBy(() -> evaluations.evaluateNumber(parse("=half"), variables))
        .isInstanceOf(EvaluationException.class);
    assertThatThrownBy(() -> evaluations.evaluateNumber(parse("three"), variables))
        .isInstanceOf(EvaluationException.class);
  }

  @Test
  void correlationKeyIsTextOrNumber() {
    assertThat(evaluations.evaluateKey(parse("=n"), variables)).isEqualTo("7");
    assertThat(evaluations.evaluateKey(parse("=text"), variables)).isEqualTo("seven");
    assertThatThrownBy(() -> evaluations.evaluateKey(parse("=yes"), variables))
        .hasMessageContaining("'STRING' or 'NUMBER', but was 'BOOLEAN'");
  }

  @Test
  void splitsConstantTextsAtCommas() {
    assertThat(evaluations.evaluateTexts(parse("a, b ,,c"), variables))
        .containsExactly("a", "b", "c");
    assertThat(evaluations.evaluateTexts(parse("=list"), variables)).containsExactly("a", "b");
    assertThat(evaluations.evaluateTexts(parse("=missing"), variables)).isEmpty();
  }

  @Test
  void readsDateTimesWithOffsetOrZone() {
    OffsetDateTime nine = OffsetDateTime.parse("2026-01-31T09:00:00+08:00");

    assertThat(evaluations.evaluateDateTime(parse("2026-01-31T09:00:00+08:00"), variables))
        .isEqualTo(nine);
    assertThat(
            evaluations.evaluateDateTime(
                parse("=date and time(\"2026-01-31T09:00:00@Asia/Shanghai\")"), variables))
        .isEqualTo(nine);
    assertThat(evaluations.evaluateDateTime(parse("=missing"), variables)).isNull();
  }

  @Test
  void refusesDateTimesWithoutOffset() {
    assertThatThrownBy(() -> evaluations.evaluateDateTime(parse("2026-01-31T09:00:00"), variables))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("date-time with offset");
  }

  @Test
  void takesADateTimeWithoutOffsetThatFeelGivesAsUtc() {
    OffsetDateTime nine = OffsetDateTime.parse("2026-01-31T09:00:00Z");

    assertThat(
            evaluations.evaluateDateTime(
                parse("=date and time(\"2026-01-31T09:00:00\")"), variables))
        .isEqualTo(nine);
    assertThat(evaluations.evaluateDateTime(parse("=\"2026-01-31T09:00\""), variables))
        .isEqualTo(nine);
  }

  @Test
  void refusesABlankName() {
    assertThatThrownBy(() -> evaluations.evaluateName(parse("=\" \""), variables))
        .isInstanceOf(EvaluationException.class)
        .hasMessage("Expected result of the expression '=\" \"' to be not empty, but was ' '");
  }
}
