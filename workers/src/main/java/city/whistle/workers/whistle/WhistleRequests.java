package city.whistle.workers.whistle;

import city.whistle.workers.intake.ExternalIdConflict;
import city.whistle.workers.intake.RequestDigest;
import city.whistle.workers.outbox.EngineCall.StartProcess;
import city.whistle.workers.outbox.Outbox;
import city.whistle.workers.request.RequestFields;
import city.whistle.workers.unit.UnitKind;
import city.whistle.workers.unit.Units;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whistles that come by the API, without a case. */
@Component
public class WhistleRequests {

  private final Whistles whistles;
  private final Units units;
  private final RequestDigest digest;
  private final Outbox outbox;

  WhistleRequests(Whistles whistles, Units units, RequestDigest digest, Outbox outbox) {
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
   * @throws ExternalIdConflict where the number stands for another request
   */
  @Transactional
  public BlownWhistle blow(String clientId, JsonNode body) {
    RequestFields fields = RequestFields.of(body);
    String externalId = fields.text("externalId", 100);
    WhistleDraft draft = draft(fields);
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
      throw new ExternalIdConflict();
    }
    return new BlownWhistle(whistle.number(), false);
  }

  private WhistleDraft draft(RequestFields fields) {
    WhistleDraft draft =
        new WhistleDraft(
            required(fields, "kind"),
            street(fields),
            null,
            fields.requiredText("reason", 1000),
            fields.requiredText("place", 300),
            units(fields),
            Boolean.TRUE.equals(fields.flag("crossDistrict")));
    fields.refuseOthers();
    fields.throwIfWrong();
    return draft;
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

  private List<String> units(RequestFields fields) {
    List<String> codes = fields.texts("units", WhistleKinds.UNITS_MAX, 40);
    if (codes == null) {
      return List.of();
    }
    if (codes.isEmpty()) {
      fields.refuse("units", "must name 1 to " + WhistleKinds.UNITS_MAX + " units");
    }
    codes.stream()
        .filter(code -> units.find(code).isEmpty())
        .forEach(code -> fields.refuse("units", "holds a code of no unit: " + code));
    return List.copyOf(new LinkedHashSet<>(codes));
  }

  /**
   * @param created false where the client asked before
   */
  public record BlownWhistle(String number, boolean created) {}
}
