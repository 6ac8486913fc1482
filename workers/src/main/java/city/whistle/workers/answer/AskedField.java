package city.whistle.workers.answer;

import city.whistle.workers.answer.Question.Field;
import city.whistle.workers.answer.Question.Rows;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a form asks for, as far as whoever deploys it is told what is wrong with it.
 *
 * @param path of the variable's part, such as {@code reply.text}; of a list's rows without a number
 * @param required whether it must be answered where it is shown
 * @param options the values that a choice offers; empty where it is none, or offers what the task
 *     brings
 * @param offersNothing whether it is a choice without anything to choose
 */
public record AskedField(
    String path, String label, boolean required, Set<String> options, boolean offersNothing) {

  private static final Set<String> CHOICES = Set.of("radio", "select", "checklist", "taglist");

  /** All of a form. */
  public static List<AskedField> of(JsonNode form) {
    return Form.of(form).questions().stream().flatMap(question -> of(question, "")).toList();
  }

  /** The names of all variables and parts of variables that a form asks for. */
  public static Set<String> names(JsonNode form) {
    Set<String> names = new TreeSet<>();
    of(form).forEach(field -> names.addAll(List.of(field.path().split("\\."))));
    return names;
  }

  private static Stream<AskedField> of(Question question, String prefix) {
    String path = prefix + question.key();
    if (question instanceof Rows rows) {
      return rows.questions().stream().flatMap(part -> of(part, path + "."));
    }
    return question instanceof Field field ? Stream.of(of(field, path)) : Stream.empty();
  }

  private static AskedField of(Field field, String path) {
    JsonNode component = field.component();
    Set<String> options = new TreeSet<>();
    component.path("values").forEach(option -> options.add(option.path("value").asText()));
    boolean brought = component.has("valuesKey") || component.has("valuesExpression");
    return new AskedField(
        path,
        field.label(),
        component.at("/validate/required").asBoolean(),
        options,
        CHOICES.contains(field.type()) && options.isEmpty() && !brought);
  }
}
