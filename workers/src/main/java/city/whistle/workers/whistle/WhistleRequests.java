package city.whistle.workers.whistle;

import city.whistle.workers.access.Caller;
import city.whistle.workers.access.CaseRights;
import city.whistle.workers.intake.ExternalIdConflict;
import city.whistle.workers.intake.RequestDigest;
import city.whistle.workers.outbox.EngineCall.StartProcess;
import city.whistle.workers.outbox.Outbox;
import city.whistle.workers.request.RequestFields;
import city.whistle.workers.resident.Redaction;
import city.whistle.workers.unit.UnitKind;
import city.whistle.workers.unit.Units;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whistles that come by the API, without a case. */
@Component
public class WhistleRequests {

  private final Whistles whistles;
  private final Units units;
  private final RequestDigest digest;
  private final Outbox outbox;
  private final CaseRights rights;

  WhistleRequests(
      Whistles whistles, Units units, RequestDigest digest, Outbox outbox, CaseRights rights) {
    this.rights = rights;
    this.whistles = whistles;
    this.units = units;
    this.digest = digest;
    this.outbox = outbox;
  }

  /**
   * Registers the whistle and has its process started. With the client's own number, {@code
   * externalId}, it does so once.
   *
   * @throws city.whistle.workers.request.InvalidRequest naming every bad field
   * @throws city.whistle.workers.access.NotAllowed where it is blown in another's name
   * @throws ExternalIdConflict where the number stands for another request
   */
  @Transactional
  public BlownWhistle blow(Caller caller, JsonNode body) {
    String clientId = caller.clientId();
    RequestFields fields = RequestFields.of(body);
    String externalId = fields.text("externalId", 100);
    WhistleDraft draft = draft(fields);
    rights.requireWhistle(caller, draft.streetCode());
    Whistles.Request request = new Whistles.Request(clientId, externalId, digest.of(body));
    return whistles
        .insert(draft, request)
        .map(this::started)
        .orElseGet(() -> repeated(clientId, externalId, request.digest()));
  }

  private BlownWhistle started(WhistleVariable whistle) {
    outbox.add(
        new StartProcess(
            "whistle", Map.of("whistle", whistle), Set.of("whistle:" + whistle.number())));
    return new BlownWhistle(whistle.number(), true);
  }

  private BlownWhistle repeated(String clientId, String externalId, byte[] digest) {
    WhistleVariable whistle = whistles.byExternalId(clientId, externalId).orElseThrow();
    if (!Arrays.equals(whistles.requestDigest(whistle.id()), digest)) {
      throw new ExternalIdConflict("whistle");
    }
    return new BlownWhistle(whistle.number(), false);
  }

  private WhistleDraft draft(RequestFields fields) {
    String street = street(fields);
    WhistleDraft draft =
        new WhistleDraft(
            required(fields, "kind"),
            street,
            null,
            redacted(fields.requiredText("reason", 1000), text -> Redaction.of(text)),
            redacted(fields.requiredText("place", 300), text -> Redaction.ofPlace(text)),
            units(fields, street),
            Boolean.TRUE.equals(fields.flag("crossDistrict")));
    fields.refuseOthers();
    fields.throwIfWrong();
    return draft;
  }

  private static String redacted(String text, UnaryOperator<String> rule) {
    return text == null ? null : rule.apply(text);
  }

  private static String required(RequestFields fields, String name) {
    return fields.requiredText(name, 100) == null ? null : fields.oneOf(name, WhistleKinds.ALL);
  }

  private String street(RequestFields fields) {
    String code = fields.requiredText("streetCode", 20);
    return code == null || units.find(code, UnitKind.STREET).isPresent()
        ? code
        : fields.refuse("streetCode", "must be the code of a sub-district or township");
  }

  private List<String> units(RequestFields fields, String street) {
    boolean crossDistrict = Boolean.TRUE.equals(fields.flag("crossDistrict"));
    List<String> codes = fields.texts("units", WhistleKinds.UNITS_MAX, 40);
    if (codes == null) {
      return List.of();
    }
    if (codes.isEmpty()) {
      fields.refuse("units", "must name 1 to " + WhistleKinds.UNITS_MAX + " units");
    }
    codes.forEach(
        code -> wrong(code, street, crossDistrict).ifPresent(why -> fields.refuse("units", why)));
    return List.copyOf(codes);
  }

  private Optional<String> wrong(String code, String street, boolean crossDistrict) {
    return units
        .find(code)
        .map(
            unit ->
                Summonable.refused(unit, street, crossDistrict)
                    .map(why -> code + " " + why.english))
        .orElseGet(() -> Optional.of("holds a code of no unit: " + code));
  }

  /**
   * @param created false where the client asked before
   */
  public record BlownWhistle(String number, boolean created) {}

  /** The whistle has ended, so nobody is summoned any more. */
  public static class WhistleIsOver extends RuntimeException {

    private static final long serialVersionUID = 1;

    WhistleIsOver(String number) {
      super("whistle " + number + " is over; blow a new one");
    }
  }
}
