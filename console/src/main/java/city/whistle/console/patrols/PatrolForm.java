package city.whistle.console.patrols;

import city.whistle.workers.request.StorableText;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/**
 * What is filled in of a patrol, as it was sent; empty where nothing was.
 *
 * @param ticket the form's own number, so that it is one patrol, however often it is sent
 * @param person for whom the page was made
 * @param walkedAt when, as the device that kept it says; empty for now
 * @param disorder {@code none} where nothing was found
 */
record PatrolForm(
    String ticket,
    String person,
    String lane,
    String rhythm,
    String walkedAt,
    String disorder,
    String what,
    String place,
    String proposal) {

  static final String NONE = "none";
  private static final int CODE_MAX = 100;

  static PatrolForm of(Map<String, String> fields) {
    Map<String, String> sent = new HashMap<>(fields);
    sent.values().removeIf(value -> value == null || !StorableText.holds(value));
    return new PatrolForm(
        code(sent, "ticket"),
        code(sent, "_person"),
        code(sent, "lane"),
        code(sent, "rhythm"),
        code(sent, "walkedAt"),
        code(sent, "disorder"),
        sent.getOrDefault("what", ""),
        sent.getOrDefault("place", ""),
        code(sent, "proposal"));
  }

  /** What the page itself offers; anything else was never chosen. */
  private static String code(Map<String, String> sent, String name) {
    String value = sent.getOrDefault(name, "").strip();
    return value.length() <= CODE_MAX ? value : "";
  }

  /**
   * As the sub-district's own system would send it.
   *
   * @param holder the account by whose post it was walked
   */
  ObjectNode json(String holder) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    put(body, "externalId", ticket);
    put(body, "lane", lane);
    put(body, "person", holder);
    put(body, "rhythm", rhythm);
    put(body, "walkedAt", walkedAt);
    if (!disorder.equals(NONE)) {
      ObjectNode finding = body.putObject("finding");
      put(finding, "disorder", disorder);
      put(finding, "what", what);
      put(finding, "place", place);
      finding.put("settledAtOnce", proposal.equals("settled"));
      put(finding, "proposal", proposal);
    }
    return body;
  }

  private static void put(ObjectNode object, String name, String value) {
    if (!value.isBlank()) {
      object.put(name, value);
    }
  }
}
