package city.whistle.console.ranking;

import city.whistle.workers.assessment.request.AskedFor.Kind;
import city.whistle.workers.request.StorableText;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What is filled in of a request, as it was sent; empty where nothing was.
 *
 * @param ticket the form's own number, so that it asks once, however often it is sent
 * @param number of the case
 */
record RequestForm(String ticket, String number, String ground, String evidence) {

  private static final int CODE_MAX = 40;

  RequestForm {
    ticket = code(ticket);
    number = code(number);
    ground = code(ground);
    evidence = evidence == null ? "" : evidence;
  }

  /** The last part of the path of its pages. */
  static String name(Kind kind) {
    return kind == Kind.EXCLUSION ? "exclusions" : "appeals";
  }

  /** As the unit's own system would send it. */
  ObjectNode json() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    put(body, "externalId", ticket);
    put(body, "caseNumber", number);
    put(body, "ground", ground);
    put(body, "evidence", evidence);
    return body;
  }

  RequestForm withoutCase() {
    return new RequestForm("", "", ground, evidence);
  }

  private static void put(ObjectNode body, String name, String value) {
    if (!value.isBlank()) {
      body.put(name, value.strip());
    }
  }

  private static String code(String text) {
    String code = text == null ? "" : text.strip();
    return code.length() <= CODE_MAX && StorableText.holds(code) ? code : "";
  }
}
