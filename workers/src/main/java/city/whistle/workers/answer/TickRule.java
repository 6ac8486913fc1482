package city.whistle.workers.answer;

import city.whistle.workers.answer.Question.Field;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Yes or no; where it is required, yes. */
final class TickRule implements AnswerRule {

  @Override
  public Optional<Fault> fault(JsonNode value, Field field, Scope scope) {
    if (!value.isBoolean()) {
      return Optional.of(Fault.of("tick"));
    }
    return field.isRequired() && !value.booleanValue()
        ? Optional.of(Fault.of("ticked"))
        : Optional.empty();
  }
}
