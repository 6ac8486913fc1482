package city.whistle.workers.intake;

import city.whistle.workers.access.Caller;
import city.whistle.workers.access.CaseRights;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.callback.Callbacks;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.MergedCases;
import city.whistle.workers.outbox.EngineCall.PublishMessage;
import city.whistle.workers.outbox.Outbox;
import city.whistle.workers.resident.ResidentVault;
import city.whistle.workers.resident.VaultPart;
import city.whistle.workers.stuck.EngineView.EngineAway;
import city.whistle.workers.stuck.StuckCases;
import city.whistle.workers.timeline.Timeline;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a resident wants of a running case, told by the hotline: the words go to the vault, the
 * process hears only that there is a wish.
 */
@Component
public class ResidentWishes {

  private final CaseRights rights;
  private final ResidentVault vault;
  private final Timeline timeline;
  private final Outbox outbox;
  private final Callbacks callbacks;
  private final StuckCases stuck;
  private final MergedCases merged;
  private final RequestDigest digest;
  private final JdbcClient jdbc;
  private final CityTime time;

  ResidentWishes(
      CaseRights rights,
      ResidentVault vault,
      Timeline timeline,
      Outbox outbox,
      Callbacks callbacks,
      StuckCases stuck,
      MergedCases merged,
      RequestDigest digest,
      JdbcClient jdbc,
      CityTime time) {
    this.rights = rights;
    this.vault = vault;
    this.timeline = timeline;
    this.outbox = outbox;
    this.callbacks = callbacks;
    this.stuck = stuck;
    this.merged = merged;
    this.digest = digest;
    this.jdbc = jdbc;
    this.time = time;
  }

  /**
   * Tells the case's process.
   *
   * @return false where there is no such case for the caller
   * @throws city.whistle.workers.access.NotAllowed where the caller may not say this for the
   *     resident
   * @throws CaseIsOver where nothing more happens to it
   * @throws CaseIsAbandoned where no process would hear it
   * @throws ExternalIdConflict where the client's number stands for another wish
   */
  @Transactional
  public boolean tell(String number, Told told, Caller caller) {
    Optional<CaseFile> file = rights.seen(caller, number);
    file.ifPresent(
        found -> {
          rights.requireWish(caller, found, told.wish() == Wish.WITHDRAW);
          if (isNew(found, told, caller)) {
            tell(found, told, caller);
          }
        });
    return file.isPresent();
  }

  private void tell(CaseFile file, Told told, Caller caller) {
    Wish wish = told.wish();
    if (file.status().isFinal()) {
      throw new CaseIsOver(file.number());
    }
    if (isAbandoned(file)) {
      throw new CaseIsAbandoned(file.number());
    }
    vault.seal(file.id(), VaultPart.wish(UUID.randomUUID()), told.text());
    timeline.append(file.id(), "hotline:" + caller.clientId(), wish.step(), "");
    if (wish == Wish.WITHDRAW) {
      callbacks.closeLinks(file.id());
    }
    UUID heardAt = wish == Wish.WITHDRAW ? file.id() : merged.leaderOf(file.id()).orElse(file.id());
    if (!heardAt.equals(file.id())) {
      timeline.append(
          heardAt, "hotline:" + caller.clientId(), wish.step(), "", Map.of("case", file.number()));
    }
    outbox.add(
        PublishMessage.lasting(wish.message(), heardAt.toString(), variables(heardAt, wish)));
  }

  /** While the engine doesn't answer, a wish is taken and waits. */
  private boolean isAbandoned(CaseFile file) {
    try {
      return stuck.isAbandoned(file);
    } catch (EngineAway e) {
      return false;
    }
  }

  /** Two that come at once: the second waits, and finds the first's row. */
  private boolean isNew(CaseFile file, Told told, Caller caller) {
    if (told.externalId() == null) {
      return true;
    }
    byte[] digest = this.digest.of(file.id(), told.wish().step(), told.text());
    int rows =
        jdbc.sql(
                """
                insert into registry.case_wish (client_id, external_id, case_id, digest, told_at)
                values (?, ?, ?, ?, ?) on conflict do nothing\
                """)
            .params(caller.clientId(), told.externalId(), file.id(), digest, time.now())
            .update();
    if (rows == 0 && !Arrays.equals(digest, digestOf(told, caller))) {
      throw new ExternalIdConflict("wish");
    }
    return rows == 1;
  }

  private byte[] digestOf(Told told, Caller caller) {
    return jdbc.sql("select digest from registry.case_wish where client_id = ? and external_id = ?")
        .params(caller.clientId(), told.externalId())
        .query(byte[].class)
        .single();
  }

  /** Who is urged often is supervised more severely. */
  private Map<String, Object> variables(UUID caseId, Wish wish) {
    return wish == Wish.URGE ? Map.of("urgeCount", timeline.count(caseId, wish.step())) : Map.of();
  }

  /**
   * A wish as the hotline told it.
   *
   * @param text the resident's words; null for none
   * @param externalId the client's own number of the wish; null if it gives none
   */
  public record Told(Wish wish, String text, String externalId) {}

  /** The three wishes, with the message that each publishes and the line that it writes. */
  public enum Wish {
    URGE("case.urged", "UrgeReceived"),
    SUPPLEMENT("case.supplemented", "SupplementReceived"),
    WITHDRAW("case.withdrawn", "WithdrawalReceived");

    private final String message;
    private final String step;

    Wish(String message, String step) {
      this.message = message;
      this.step = step;
    }

    String message() {
      return message;
    }

    String step() {
      return step;
    }
  }

  /** The case is answered, withdrawn or closed. */
  public static class CaseIsOver extends RuntimeException {

    private static final long serialVersionUID = 1;

    CaseIsOver(String number) {
      super("case " + number + " is over; open a new one for what is new");
    }
  }

  /** No process works on the case, so that nobody would hear a wish. */
  public static class CaseIsAbandoned extends RuntimeException {

    private static final long serialVersionUID = 1;

    CaseIsAbandoned(String number) {
      super("no process works on case " + number + "; a supervisor must start it anew first");
    }
  }
}
