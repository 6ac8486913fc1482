package city.whistle.workers.answer;

import city.whistle.workers.answer.Question.Field;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Several of what the form offers, each once. */
final class ChoicesRule implements AnswerRule {

  @Override
  public boolean isEmpty(JsonNode value) {
    return AnswerRule.super.isEmpty(value) || value.isArray() && value.isEmpty();
  }

  @Override
  public Optional<Fault> fault(JsonNode value, Field field, Scope scope) {
    Offer offer = Offer.of(field, scope);
    return value.isArray() && areEachOfferedOnce(value, offer)
        ? Optional.empty()
        : Optional.of(offer.missed("choices"));
  }

  private static boolean areEachOfferedOnce(JsonNode values, Offer offer) {
    Set<JsonNode> seen = new HashSet<>();
    for (JsonNode value : values) {
      if (!offer.has(value) || !seen.add(value)) {
        return false;
      }
    }
    return true;
  }
}
