package city.whistle.workers.patrol;

import city.whistle.workers.access.Caller;
import city.whistle.workers.access.LaneRights;
import city.whistle.workers.intake.ExternalIdConflict;
import city.whistle.workers.intake.RequestDigest;
import city.whistle.workers.outbox.EngineCall.StartProcess;
import city.whistle.workers.outbox.Outbox;
import city.whistle.workers.request.RequestFields;
import city.whistle.workers.resident.ResidentVault;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes reports of walks, and shows them. */
@Component
public class PatrolReports {

  static final String PROCESS = "lane-patrol";

  private final Patrols patrols;
  private final PatrolReader reader;
  private final LaneRights rights;
  private final RequestDigest digests;
  private final ResidentVault vault;
  private final Outbox outbox;

  PatrolReports(
      Patrols patrols,
      PatrolReader reader,
      LaneRights rights,
      RequestDigest digests,
      ResidentVault vault,
      Outbox outbox) {
    this.patrols = patrols;
    this.reader = reader;
    this.rights = rights;
    this.digests = digests;
    this.vault = vault;
    this.outbox = outbox;
  }

  /**
   * Registers the walk, and where something was found has its process started. With the client's
   * own number, {@code externalId}, it does so once.
   *
   * @throws city.whistle.workers.request.InvalidRequest naming every bad field
   * @throws city.whistle.workers.access.NotAllowed where the lane is another sub-district's
   * @throws ExternalIdConflict where the number stands for another report
   */
  @Transactional
  public Reported report(Caller caller, JsonNode body) {
    RequestFields fields = RequestFields.of(body);
    String externalId = fields.text("externalId", 100);
    byte[] digest = digests.of(body);
    Optional<Patrol> before =
        Optional.ofNullable(externalId).flatMap(id -> patrols.byExternalId(caller.clientId(), id));
    if (before.isPresent()) {
      return repeated(before.get(), digest);
    }
    NewPatrol report = reader.read(fields, lane -> rights.requireOwn(caller, lane.streetCode()));
    return patrols
        .insert(report, caller.clientId(), externalId, digest)
        .map(this::begun)
        .orElseGet(
            () ->
                repeated(
                    patrols.byExternalId(caller.clientId(), externalId).orElseThrow(), digest));
  }

  private Reported begun(Patrol patrol) {
    if (!patrol.isClean()) {
      vault.open(patrol.id());
      outbox.add(
          new StartProcess(
              PROCESS,
              Map.of("patrol", Map.of("id", patrol.id())),
              Set.of("patrol:" + patrol.number())));
    }
    return new Reported(patrol, true);
  }

  private Reported repeated(Patrol patrol, byte[] digest) {
    if (!Arrays.equals(patrols.digest(patrol.id()), digest)) {
      throw new ExternalIdConflict("patrol");
    }
    return new Reported(patrol, false);
  }

  /** The patrol, if the caller may know of it. */
  public Optional<Patrol> find(Caller caller, String number) {
    return patrols.byNumber(number).filter(one -> rights.sees(caller, one.streetCode()));
  }

  /** The sub-districts whose patrols the caller sees, narrowed to one; null sees all. */
  public List<String> streets(Caller caller, String street) {
    List<String> seen = rights.seen(caller);
    if (street == null) {
      return seen;
    }
    return seen == null || seen.contains(street) ? List.of(street) : List.of();
  }

  /**
   * @param created false where the client reported it before
   */
  public record Reported(Patrol patrol, boolean created) {}
}
