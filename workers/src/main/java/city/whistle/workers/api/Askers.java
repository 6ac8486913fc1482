package city.whistle.workers.api;

import city.whistle.workers.disclosure.Asker;
import city.whistle.workers.request.RequestFields;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.web.util.UriUtils;

/** Reads who wants to see a resident's data, and why. */
final class Askers {

  static final String OFFICER_HEADER = "X-Officer";
  static final String REASON_HEADER = "X-Reason";
  static final String UNIT_HEADER = "X-Unit-Code";

  private static final int REASON_MAX = 300;
  private static final int CODE_MAX = 40;

  private static final int ASCII_END = 0x80;

  private Askers() {}

  /** Fields {@code officer}, {@code reason} and, unless it is left out, {@code unitCode}. */
  static Asker ofBody(RequestFields fields, ApiClient client) {
    return read(fields, client, "officer", "reason", "unitCode");
  }

  /** Fields {@code officer} and {@code reason}: for no unit but the client's own. */
  static Asker ofBodyWithoutUnit(RequestFields fields, ApiClient client) {
    return new Asker(
        client.id(),
        Officers.read(fields),
        client.unitCode(),
        fields.requiredText("reason", REASON_MAX));
  }

  /**
   * The same from headers, in percent-encoded UTF-8: a call without a body must not say it in its
   * address, which others log.
   *
   * @throws city.whistle.workers.request.InvalidRequest naming every bad header
   */
  static Asker ofHeaders(HttpServletRequest request, ApiClient client) {
    ObjectNode said = JsonNodeFactory.instance.objectNode();
    RequestFields fields = RequestFields.of(said);
    for (String name : List.of(OFFICER_HEADER, REASON_HEADER, UNIT_HEADER)) {
      String value = request.getHeader(name);
      if (value != null) {
        said.put(
            name,
            decoded(value)
                .orElseGet(
                    () -> {
                      fields.refuse(name, "must be UTF-8, percent-encoded");
                      return "unreadable";
                    }));
      }
    }
    Asker asker = read(fields, client, OFFICER_HEADER, REASON_HEADER, UNIT_HEADER);
    fields.throwIfWrong();
    return asker;
  }

  private static Optional<String> decoded(String value) {
    try {
      return value.chars().allMatch(c -> c < ASCII_END)
          ? Optional.of(UriUtils.decode(value, StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A client that is a unit's own system asks for that unit, whatever it says. */
  private static Asker read(
      RequestFields fields, ApiClient client, String officer, String reason, String unit) {
    String unitCode = fields.text(unit, CODE_MAX);
    if (client.unitCode() != null && unitCode != null && !client.unitCode().equals(unitCode)) {
      fields.refuse(unit, "must be that of the client's own unit, or left out");
    }
    return new Asker(
        client.id(),
        Officers.read(fields, officer),
        client.unitCode() == null ? unitCode : client.unitCode(),
        fields.requiredText(reason, REASON_MAX));
  }
}
