package city.whistle.engine.execution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A JSON document with a few things in it that no tool would write. */
final class MutatedJson {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "\"\"",
          "\" \"",
          "\"路灯\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"" + "x".repeat(1_100) + "\"",
          "-1",
          "1e999",
          "99999999999999999999",
          "[]",
          "{}",
          "[[[[[[]]]]]]",
          "{\"id\":\"other\"}");

  private MutatedJson() {}

  static String of(String json, Random random) throws JsonProcessingException {
    JsonNode root = JSON.readTree(json);
    for (int mutations = 1 + random.nextInt(3); mutations > 0; mutations--) {
      mutate(pick(objects(root), random), random);
    }
    return JSON.writeValueAsString(root);
  }

  private static void mutate(ObjectNode object, Random random) throws JsonProcessingException {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    if (names.isEmpty()) {
      object.set("id", value(random));
    } else if (random.nextInt(4) == 0) {
      object.remove(pick(names, random));
    } else {
      object.set(pick(names, random), value(random));
    }
  }

  private static JsonNode value(Random random) throws JsonProcessingException {
    return JSON.readTree(pick(VALUES, random));
  }

  /** The root counts as often as all others: what the engine reads is there. */
  private static List<ObjectNode> objects(JsonNode root) {
    List<ObjectNode> found = new ArrayList<>();
    collect(root, found);
    int others = found.size();
    for (int i = 0; i < others; i++) {
      found.add((ObjectNode) root);
    }
    return found;
  }

  private static void collect(JsonNode node, List<ObjectNode> found) {
    if (node instanceof ObjectNode object) {
      found.add(object);
    }
    if (node instanceof ObjectNode || node instanceof ArrayNode) {
      node.forEach(child -> collect(child, found));
    }
  }

  private static <T> T pick(List<T> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }
}
