package city.whistle.workers.answer;

import city.whistle.workers.answer.Question.Field;
import city.whistle.workers.request.StorableText;
import city.whistle.workers.text.PlainText;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;

/** Text that can be seen, of a length within the form's. */
final class TextRule implements AnswerRule {

  /** Where a form names no length. */
  private static final int USUAL_MAX = 2000;

  /** Control characters but line breaks and tabs, and such as turn the direction of writing. */
  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cntrl}&&[^\\n\\r\\t]]|[\\u202A-\\u202E\\u2066-\\u2069]");

  @Override
  public boolean isEmpty(JsonNode value) {
    return AnswerRule.super.isEmpty(value)
        || value.isTextual() && PlainText.isInvisible(value.textValue());
  }

  @Override
  public Optional<Fault> fault(JsonNode value, Field field, Scope scope) {
    if (!value.isTextual()) {
      return Optional.of(Fault.of("text"));
    }
    String text = value.textValue();
    JsonNode rules = field.component().path("validate");
    int max = rules.path("maxLength").asInt(USUAL_MAX);
    if (text.length() > max) {
      return Optional.of(Fault.of("tooLong", "max", max));
    }
    if (text.length() < rules.path("minLength").asInt(0)) {
      return Optional.of(Fault.of("tooShort", "min", rules.path("minLength").asInt()));
    }
    if (CONTROL.matcher(text).find() || !StorableText.holds(text) || isHidden(text)) {
      return Optional.of(Fault.of("control"));
    }
    String pattern = rules.path("pattern").asText();
    return pattern.isEmpty() || Pattern.compile(pattern).matcher(text).find()
        ? Optional.empty()
        : Optional.of(Fault.of("pattern", "pattern", pattern));
  }

  /** There, and still nothing to be seen. */
  private static boolean isHidden(String text) {
    return !text.isBlank() && PlainText.isInvisible(text);
  }
}
