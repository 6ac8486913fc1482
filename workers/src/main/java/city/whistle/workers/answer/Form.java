package city.whistle.workers.answer;

import city.whistle.workers.answer.Question.Field;
import city.whistle.workers.answer.Question.Rows;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A form as far as it asks. */
record Form(List<Question> questions) {

  static Form of(JsonNode schema) {
    return new Form(questions(schema, List.of()));
  }

  /** The variables that it asks for. */
  Set<String> variables() {
    return questions.stream().map(question -> question.path().get(0)).collect(Collectors.toSet());
  }

  private static List<Question> questions(JsonNode parent, List<String> prefix) {
    List<Question> questions = new ArrayList<>();
    for (JsonNode component : parent.path("components")) {
      List<String> path = joined(prefix, component.path("path").asText());
      if (component.path("type").asText().equals("dynamiclist")) {
        questions.add(new Rows(path, component, questions(component, List.of())));
      } else if (component.has("components")) {
        questions.addAll(questions(component, path));
      } else if (component.hasNonNull("key")) {
        questions.add(new Field(joined(prefix, component.path("key").asText()), component));
      }
    }
    return List.copyOf(questions);
  }

  private static List<String> joined(List<String> prefix, String key) {
    List<String> path = new ArrayList<>(prefix);
    if (!key.isEmpty()) {
      path.addAll(List.of(key.split("\\.")));
    }
    return List.copyOf(path);
  }
}
