package city.whistle.workers.answer;

import city.whistle.workers.answer.Question.Field;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** One of what the form offers. */
final class ChoiceRule implements AnswerRule {

  @Override
  public Optional<Fault> fault(JsonNode value, Field field, Scope scope) {
    Offer offer = Offer.of(field, scope);
    return offer.has(value) ? Optional.empty() : Optional.of(offer.missed("choice"));
  }
}
