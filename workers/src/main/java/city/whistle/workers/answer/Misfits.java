package city.whistle.workers.answer;

import city.whistle.workers.answer.Question.Field;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Answers that are none to their question, such as a choice that isn't offered. They are no answer
 * for the form's other questions, either: nothing is asked, or left out, because of them.
 */
final class Misfits {

  private final List<Question> questions;

  Misfits(List<Question> questions) {
    this.questions = questions;
  }

  /**
   * @param scope over the same answers
   */
  void removeFrom(ObjectNode answers, Scope scope) {
    for (Question question : questions) {
      if (question instanceof Field field && !field.isReadOnly()) {
        List<String> path = field.path();
        JsonNode above = answers;
        for (String part : path.subList(0, path.size() - 1)) {
          above = above.path(part);
        }
        String last = path.get(path.size() - 1);
        if (above instanceof ObjectNode object && isMisfit(field, object.path(last), scope)) {
          object.putNull(last);
        }
      }
    }
  }

  private static boolean isMisfit(Field field, JsonNode value, Scope scope) {
    return !value.isMissingNode()
        && !value.isNull()
        && AnswerRule.of(field).fault(value, field, scope).isPresent();
  }
}
