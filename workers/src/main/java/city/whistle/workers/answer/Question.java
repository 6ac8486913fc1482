package city.whistle.workers.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a form asks: one value, or rows of questions. */
sealed interface Question {

  /** Where its answer stands among the variables, part by part. */
  List<String> path();

  /** The component as it stands in the form. */
  JsonNode component();

  /** As people see it. */
  default String label() {
    JsonNode component = component();
    return component.path("label").asText(component.path("dateLabel").asText(key()));
  }

  /** The same in English; what people see where it has none. */
  default String labelEnglish() {
    return Stream.of("labelEnglish", "dateLabelEnglish", "timeLabelEnglish")
        .map(this::property)
        .filter(label -> !label.isEmpty())
        .findFirst()
        .orElseGet(this::label);
  }

  default String key() {
    return String.join(".", path());
  }

  default boolean isRequired() {
    return component().at("/validate/required").asBoolean();
  }

  /** Whether it takes several. */
  boolean isList();

  /** FEEL that is true where the question isn't asked; empty for one that always is. */
  default String hiddenIf() {
    return component().at("/conditional/hide").asText();
  }

  /** One of the form's own properties: rules that a form has no words for; empty for none. */
  default String property(String name) {
    return component().path("properties").path(name).asText();
  }

  /** One value. */
  record Field(List<String> path, JsonNode component) implements Question {

    private static final Set<String> SEVERAL = Set.of("checklist", "taglist");

    String type() {
      return component.path("type").asText();
    }

    @Override
    public boolean isList() {
      return SEVERAL.contains(type());
    }

    boolean isReadOnly() {
      return component.path("readonly").asBoolean() || component.path("disabled").asBoolean();
    }
  }

  /** A list of objects that have the same fields. */
  record Rows(List<String> path, JsonNode component, List<Question> questions) implements Question {

    @Override
    public boolean isList() {
      return true;
    }

    boolean isFixed() {
      return !component.path("allowAddRemove").asBoolean(true);
    }
  }
}
