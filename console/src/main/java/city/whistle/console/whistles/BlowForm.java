package city.whistle.console.whistles;

import city.whistle.workers.request.StorableText;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What is filled in of a whistle so far, as it was sent; empty where nothing was.
 *
 * @param ticket the form's own number, so that it blows one whistle, however often it is sent
 * @param street code of the sub-district that blows
 * @param words by which units are looked for
 * @param units codes of the chosen ones
 * @param foreseen what the page foretold when the form was sent, see {@link Outlook#token}
 */
record BlowForm(
    String ticket,
    String street,
    String kind,
    String crossDistrict,
    String place,
    String reason,
    String words,
    List<String> units,
    String foreseen) {

  static final int WORDS_MAX = 60;
  private static final int UNITS_SENT_MAX = 100;

  BlowForm {
    ticket = code(ticket);
    street = code(street);
    kind = code(kind);
    crossDistrict = code(crossDistrict);
    place = said(place);
    reason = said(reason);
    words = said(words);
    words = words.substring(0, Math.min(words.length(), WORDS_MAX));
    units =
        units == null
            ? List.of()
            : units.stream()
                .map(BlowForm::code)
                .filter(code -> !code.isEmpty())
                .distinct()
                .limit(UNITS_SENT_MAX)
                .toList();
    foreseen = said(foreseen);
  }

  static BlowForm empty(String ticket) {
    return new BlowForm(ticket, null, null, null, null, null, null, null, null);
  }

  boolean isCrossDistrict() {
    return crossDistrict.equals("yes");
  }

  /** As the sub-district's own system would send it. */
  ObjectNode json(String streetCode) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    put(body, "externalId", ticket);
    put(body, "kind", kind);
    put(body, "streetCode", streetCode);
    put(body, "reason", reason);
    put(body, "place", place);
    body.put("crossDistrict", isCrossDistrict());
    units.forEach(body.putArray("units")::add);
    return body;
  }

  private static void put(ObjectNode object, String name, String value) {
    if (!value.isBlank()) {
      object.put(name, value);
    }
  }

  /** What the registry can't keep it refuses, and says so at its field. */
  private static String said(String text) {
    return text == null ? "" : text;
  }

  /** What the page itself offers; anything else was never chosen. */
  private static String code(String text) {
    return text != null && text.length() <= 40 && StorableText.holds(text) ? text : "";
  }
}
