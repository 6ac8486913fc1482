package city.whistle.workers.answer;

import city.whistle.workers.answer.Question.Field;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What may be chosen in a field: by its own list, a variable's, or what FEEL makes of variables.
 */
record Offer(List<Option> options) {

  private static final int FEW = 10;

  record Option(JsonNode value, String label) {}

  static Offer of(Field field, Scope scope) {
    JsonNode component = field.component();
    List<Option> options = new ArrayList<>();
    for (JsonNode entry : entries(component, scope)) {
      JsonNode value = entry.isObject() ? entry.path("value") : entry;
      options.add(new Option(value, entry.path("label").asText(value.asText())));
    }
    return new Offer(options);
  }

  private static JsonNode entries(JsonNode component, Scope scope) {
    if (component.hasNonNull("valuesExpression")) {
      return scope.evaluate(component.path("valuesExpression").asText());
    }
    return component.hasNonNull("valuesKey")
        ? scope.variable(component.path("valuesKey").asText())
        : component.path("values");
  }

  boolean has(JsonNode value) {
    return options.stream().anyMatch(option -> option.value.equals(value));
  }

  /** Names what may be chosen where it is little enough to be read. */
  Fault missed(String kind) {
    return options.isEmpty() || options.size() > FEW
        ? Fault.of(kind + "OfList")
        : Fault.of(
            kind,
            "options",
            options.stream()
                .map(option -> option.label + " = " + option.value)
                .collect(Collectors.joining(", ")));
  }
}
