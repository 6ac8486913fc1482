package city.whistle.console.intake;

import city.whistle.console.layout.Problems;
import city.whistle.workers.catalogue.Category;
import city.whistle.workers.intake.CaseRequest;
import city.whistle.workers.intake.Signals;
import city.whistle.workers.request.FieldProblem;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.UnitKind;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the form says in the registry's words.
 *
 * @param place null where none was recognised, as is {@code accused}
 * @param category null where none is chosen
 */
record CaseBody(IntakeForm form, Unit place, Category category, Unit accused) {

  private static final String EMERGENCY = "emergency";

  /** Which field of the page shows what is wrong with a field of the request. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "externalId", "title",
          "place.districtCode", "where",
          "place.streetCode", "where",
          "place.address", "address",
          "accusedUnit", "accused",
          "signals.repeatOf", "repeatOf",
          "signals.emergencyLine", "emergencyLine",
          "signals.emergencyOverruled", EMERGENCY);

  String districtCode() {
    return place == null ? null : isStreet() ? place.parentCode() : place.code();
  }

  String streetCode() {
    return isStreet() ? place.code() : null;
  }

  private boolean isStreet() {
    return place != null && place.kind() == UnitKind.STREET;
  }

  /** Whether the category is one for 110, 119, 120 or 122, so that the agent must say yes or no. */
  boolean mayBeEmergency() {
    return category != null && EMERGENCY.equals(category.signal());
  }

  /** The line to which the caller is handed on: the agent's choice, else the category's. */
  private String line() {
    if (!form.emergencyLine().isEmpty()) {
      return form.emergencyLine();
    }
    return category == null ? null : category.emergencyLine();
  }

  /** As the hotline's own system would send it. */
  ObjectNode json() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    put(body, "externalId", form.ticket());
    put(body, "channel", "phone");
    put(body, "kind", form.kind());
    put(body, "title", form.title());
    put(body, "content", form.content());
    put(body, "categoryCode", form.category());
    ObjectNode where = body.putObject("place");
    put(where, "districtCode", districtCode());
    put(where, "streetCode", streetCode());
    put(where, "address", form.address());
    ObjectNode resident = body.putObject("resident");
    put(resident, "name", form.name());
    put(resident, "phone", form.phone());
    put(resident, "email", form.email());
    put(resident, "language", form.language());
    body.put("confidential", form.isConfidential());
    if (form.isReport() && accused != null) {
      put(body, "accusedUnit", accused.code());
    }
    signals(body.putObject("signals"));
    return body;
  }

  private void signals(ObjectNode signals) {
    put(signals, "repeatOf", form.repeatOf());
    if (form.confirmsEmergency()) {
      signals.put(EMERGENCY, true);
      put(signals, "emergencyLine", line());
    } else if (form.overrulesEmergency() && mayBeEmergency()) {
      signals.put("emergencyOverruled", true);
    }
    if (IntakeDesk.SPECIALS.contains(form.special())) {
      signals.put(form.special(), true);
    }
  }

  private static void put(ObjectNode object, String name, String value) {
    if (value != null && !value.isEmpty()) {
      object.put(name, value);
    }
  }

  /**
   * As far as it is filled in, without anything of the resident: to foretell what becomes of it.
   */
  CaseRequest sketch() {
    return new CaseRequest(
        null,
        "phone",
        form.kind(),
        null,
        null,
        form.category(),
        new CaseRequest.Place(districtCode(), streetCode(), null, null, null),
        null,
        form.isConfidential() || form.isReport(),
        null,
        accused == null ? null : accused.code(),
        0,
        new Signals(
            form.confirmsEmergency(),
            form.confirmsEmergency() ? line() : null,
            form.special().equals("legalChannel"),
            form.repeatOf().isEmpty() ? null : form.repeatOf(),
            form.special().equals("secret"),
            form.special().equals("beyondDuty"),
            form.special().equals("unlawful")),
        form.overrulesEmergency() && mayBeEmergency());
  }

  /** The registry's refusals, each as a sentence at the field of the page that it is about. */
  static Problems problems(List<FieldProblem> refusals, Problems problems) {
    for (FieldProblem refusal : refusals) {
      String field =
          Optional.ofNullable(FIELDS.get(refusal.field()))
              .orElse(refusal.field().substring(refusal.field().lastIndexOf('.') + 1));
      boolean missing = refusal.message().equals("is required");
      problems.add(field, "intake.wrong." + field + (missing ? ".missing" : ""));
    }
    return problems;
  }
}
