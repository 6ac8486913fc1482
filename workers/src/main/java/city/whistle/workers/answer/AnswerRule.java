package city.whistle.workers.answer;

import city.whistle.workers.answer.Question.Field;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** What a value must be where a form asks by a certain kind of field. */
interface AnswerRule {

  Map<String, AnswerRule> BY_TYPE =
      Map.of(
          "textfield", new TextRule(),
          "textarea", new TextRule(),
          "number", new NumberRule(),
          "checkbox", new TickRule(),
          "radio", new ChoiceRule(),
          "select", new ChoiceRule(),
          "checklist", new ChoicesRule(),
          "taglist", new ChoicesRule(),
          "datetime", new TimeRule());

  /** A kind of field that nobody knows here takes a short text, a number, yes or no. */
  static AnswerRule of(Field field) {
    return BY_TYPE.getOrDefault(field.type(), new OtherRule());
  }

  /**
   * @param value there, and not null
   */
  Optional<Fault> fault(JsonNode value, Field field, Scope scope);

  /** Whether the value counts as no answer. */
  default boolean isEmpty(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }
}
