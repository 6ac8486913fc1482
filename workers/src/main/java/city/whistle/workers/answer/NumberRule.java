package city.whistle.workers.answer;

import city.whistle.workers.answer.Question.Field;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** A number between the form's bounds, with no more decimals than it takes. */
final class NumberRule implements AnswerRule {

  private static final int USUAL_DIGITS = 2;
  private static final BigDecimal LEAST = BigDecimal.valueOf(-1_000_000_000L);
  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000L);

  @Override
  public Optional<Fault> fault(JsonNode value, Field field, Scope scope) {
    JsonNode rules = field.component().path("validate");
    BigDecimal min = bound(rules.path("min"), LEAST);
    BigDecimal max = bound(rules.path("max"), MOST);
    int digits = field.component().path("decimalDigits").asInt(USUAL_DIGITS);
    return value.isNumber()
            && Double.isFinite(value.doubleValue())
            && holds(value.decimalValue(), min, max, digits)
        ? Optional.empty()
        : Optional.of(
            new Fault(
                digits == 0 ? "wholeNumber" : "number",
                Map.of("min", min.toPlainString(), "max", max.toPlainString())));
  }

  private static boolean holds(BigDecimal number, BigDecimal min, BigDecimal max, int digits) {
    return number.compareTo(min) >= 0
        && number.compareTo(max) <= 0
        && number.stripTrailingZeros().scale() <= digits;
  }

  private static BigDecimal bound(JsonNode rule, BigDecimal usual) {
    return rule.isNumber() ? rule.decimalValue() : usual;
  }
}
