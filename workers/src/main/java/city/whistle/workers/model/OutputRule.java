package city.whistle.workers.model;

import city.whistle.workers.calendar.DueDates;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;

/**
 * What an output of a table must be for those who read it.
 *
 * @param right what would be right, to go on from "must be"
 */
record OutputRule(String right, Predicate<JsonNode> holds) {

  /** Days, hours, minutes and seconds, as workers and FEEL both read them; more than nothing. */
  static OutputRule duration() {
    return new OutputRule(
        "days, hours and minutes such as PT30M, PT2H or P7D",
        value -> value.isTextual() && DueDates.isLimit(value.asText()));
  }

  /** The same, or nothing: {@code PT0S}. */
  static OutputRule durationOrNone() {
    OutputRule some = duration();
    return new OutputRule(
        some.right + ", or PT0S for none",
        value -> some.holds.test(value) || value.asText().equals("PT0S"));
  }

  static OutputRule oneOf(List<String> known) {
    return new OutputRule(
        "one of " + String.join(", ", known),
        value -> value.isTextual() && known.contains(value.asText()));
  }

  static OutputRule flag() {
    return new OutputRule("true or false", JsonNode::isBoolean);
  }

  static OutputRule whole(int least, int most) {
    return new OutputRule(
        "a whole number from %d to %d".formatted(least, most),
        value ->
            within(value, least, most) && value.decimalValue().stripTrailingZeros().scale() <= 0);
  }

  static OutputRule number(int least, int most) {
    return new OutputRule(
        "a number from %d to %d".formatted(least, most), value -> within(value, least, most));
  }

  static OutputRule text(int longest) {
    return new OutputRule(
        "a text of at most %d characters".formatted(longest),
        value ->
            value.isTextual() && !value.asText().isBlank() && value.asText().length() <= longest);
  }

  static OutputRule code(Predicate<String> known) {
    return new OutputRule(
        "the code of a unit that stands, not the city",
        value -> value.isTextual() && known.test(value.asText()));
  }

  OutputRule orNull() {
    return new OutputRule(right + ", or null", value -> value.isNull() || holds.test(value));
  }

  private static boolean within(JsonNode value, int least, int most) {
    return value.isNumber()
        && value.decimalValue().compareTo(BigDecimal.valueOf(least)) >= 0
        && value.decimalValue().compareTo(BigDecimal.valueOf(most)) <= 0;
  }
}
