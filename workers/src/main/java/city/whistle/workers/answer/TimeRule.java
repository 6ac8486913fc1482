package city.whistle.workers.answer;

import city.whistle.workers.answer.Question.Field;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/** A day, a time of day or both, as ISO 8601 writes them. */
final class TimeRule implements AnswerRule {

  private static final Pattern FOUR_DIGIT_YEAR = Pattern.compile("[0-9]{4}-.{5,45}");

  @Override
  public Optional<Fault> fault(JsonNode value, Field field, Scope scope) {
    String subtype = field.component().path("subtype").asText();
    return value.isTextual() && holds(value.textValue(), subtype)
        ? Optional.empty()
        : Optional.of(
            Fault.of(subtype.equals("date") || subtype.equals("time") ? subtype : "instant"));
  }

  private static boolean holds(String text, String subtype) {
    try {
      switch (subtype) {
        case "date" -> LocalDate.parse(text);
        case "time" -> LocalTime.parse(text);
        default -> OffsetDateTime.parse(text);
      }
      return subtype.equals("time") || FOUR_DIGIT_YEAR.matcher(text).matches();
    } catch (DateTimeException e) {
      return false;
    }
  }
}
