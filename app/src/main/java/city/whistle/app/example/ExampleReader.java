package city.whistle.app.example;

import city.whistle.app.example.Step.About;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads an example's file; {@code examples/example.schema.json} says what stands in it. */
public final class ExampleReader {

  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};
  private static final TypeReference<Map<String, String>> NAMES = new TypeReference<>() {};

  /** How an owner's wishes are written, and what the API calls them. */
  private static final Map<String, String> ASKS =
      Map.of("exclude", "exclusion", "appeal", "appeal");

  private ExampleReader() {}

  /** The file's content as a tree, as the schema describes it. */
  public static JsonNode tree(String text) {
    return JSON.valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
  }

  static Example read(String name, String text) {
    try {
      return read(name, tree(text));
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "Example %s can't be read: %s".formatted(name, e.getMessage()), e);
    }
  }

  private static Example read(String name, JsonNode file) {
    return new Example(
        name,
        file.required("title").asText(),
        file.required("gloss").asText(),
        file.required("theme").asText(),
        intake(file.path("intake")),
        fields(file.path("complaint")),
        fields(file.path("earlier")),
        fields(file.path("whistle")),
        file.has("lane") ? JSON.convertValue(file.get("lane"), ExampleLane.class) : null,
        fields(file.path("patrol")),
        file.has("monthlyTheme"),
        file.has("burst") ? JSON.convertValue(file.get("burst"), Burst.class) : null,
        JSON.convertValue(file.required("staff"), NAMES),
        steps(file.required("steps")),
        expected(file.required("expected")));
  }

  private static Example.Intake intake(JsonNode word) {
    return word.isMissingNode()
        ? Example.Intake.API
        : Example.Intake.valueOf(word.asText().toUpperCase(Locale.ROOT));
  }

  /** Null where there are none. */
  private static Map<String, Object> fields(JsonNode node) {
    return node.isMissingNode() ? null : JSON.convertValue(node, FIELDS);
  }

  private static List<Step> steps(JsonNode list) {
    List<Step> steps = new ArrayList<>();
    list.forEach(step -> steps.add(step(step)));
    return steps;
  }

  private static Step step(JsonNode step) {
    if (step.has("wait")) {
      return new Step.Wait(Duration.parse(step.get("wait").asText()), text(step, "after"));
    }
    if (step.has("bring")) {
      List<Map<String, Object>> rows = new ArrayList<>();
      step.required("rows").forEach(row -> rows.add(fields(row)));
      return new Step.Bring(step.get("bring").asText(), rows);
    }
    if (step.has("tell")) {
      return new Step.Tell(step.get("tell").asText(), text(step, "text"), about(step.path("case")));
    }
    for (Map.Entry<String, String> asks : ASKS.entrySet()) {
      if (step.has(asks.getKey())) {
        String ground = step.get(asks.getKey()).asText();
        return new Step.Ask(asks.getValue(), ground, step.required("evidence").asText());
      }
    }
    if (step.has("month")) {
      return new Step.EndMonth();
    }
    for (String order : new String[] {"merge", "part"}) {
      if (step.has(order)) {
        return new Step.Order(
            order, about(step.get(order)), text(step, "by"), text(step, "reason"));
      }
    }
    Map<String, Object> with = step.has("with") ? fields(step.get("with")) : Map.of();
    return new Step.Task(
        people(step.required("by")),
        step.required("task").asText(),
        with,
        about(step.path("case")));
  }

  /** Null where there is none. */
  private static String text(JsonNode step, String name) {
    return step.has(name) ? step.get(name).asText() : null;
  }

  private static About about(JsonNode word) {
    return word.isMissingNode()
        ? About.MATTER
        : About.valueOf(word.asText().toUpperCase(Locale.ROOT));
  }

  private static List<String> people(JsonNode by) {
    if (by.isTextual()) {
      return List.of(by.asText());
    }
    List<String> people = new ArrayList<>();
    by.forEach(person -> people.add(person.asText()));
    return people;
  }

  private static Expected expected(JsonNode expected) {
    return JSON.convertValue(expected, Expected.class);
  }
}
