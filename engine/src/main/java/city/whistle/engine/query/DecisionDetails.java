package city.whistle.engine.query;

import city.whistle.engine.json.Json;
import city.whistle.engine.state.DecisionInstance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What went into a decision and which rules it took, as the API has it. */
public final class DecisionDetails {

  private DecisionDetails() {}

  /**
   * @param inputs as in {@link DecisionInstance#inputs()}
   */
  public static List<Map<String, Object>> inputs(Object inputs) {
    return members(inputs).stream()
        .map(
            input ->
                wire(
                    "inputId", text(input.get("id")),
                    "inputName", text(input.get("name")),
                    "inputValue", Json.write(input.get("value"))))
        .toList();
  }

  /**
   * @param rules as in {@link DecisionInstance#matchedRules()}
   */
  public static List<Map<String, Object>> rules(Object rules) {
    return members(rules).stream()
        .map(
            rule ->
                wire(
                    "ruleId", text(rule.get("id")),
                    "ruleIndex", rule.get("index"),
                    "evaluatedOutputs", outputs(rule)))
        .toList();
  }

  private static List<Map<String, Object>> outputs(Map<String, Object> rule) {
    return members(rule.get("outputs")).stream().map(output -> output(rule, output)).toList();
  }

  private static Map<String, Object> output(Map<String, Object> rule, Map<String, Object> output) {
    Map<String, Object> wire =
        wire(
            "outputId", text(output.get("id")),
            "outputName", text(output.get("name")),
            "outputValue", Json.write(output.get("value")));
    wire.put("ruleId", text(rule.get("id")));
    wire.put("ruleIndex", rule.get("index"));
    return wire;
  }

  private static Map<String, Object> wire(
      String id, String idValue, String name, Object nameValue, String value, Object valueValue) {
    Map<String, Object> wire = new LinkedHashMap<>();
    wire.put(id, idValue);
    wire.put(name, nameValue);
    wire.put(value, valueValue);
    return wire;
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> members(Object list) {
    return (List<Map<String, Object>>) list;
  }
}
