package city.whistle.workers.answer;

import city.whistle.workers.answer.Question.Field;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** A kind of field without a rule of its own. */
final class OtherRule implements AnswerRule {

  private final TextRule text = new TextRule();

  @Override
  public Optional<Fault> fault(JsonNode value, Field field, Scope scope) {
    return value.isNumber() || value.isBoolean()
        ? Optional.empty()
        : text.fault(value, field, scope);
  }
}
