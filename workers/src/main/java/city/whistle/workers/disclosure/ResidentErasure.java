package city.whistle.workers.disclosure;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.resident.ResidentVault;
import city.whistle.workers.timeline.RecordSeals;
import city.whistle.workers.timeline.Timeline;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Destroys a case's key. What the case says without the resident stays: its codes, times, timeline
 * and answers, which count in the month's rates.
 */
@Component
public class ResidentErasure {

  private final ResidentVault vault;
  private final Timeline timeline;
  private final RecordSeals seals;
  private final CityTime time;
  private final JdbcClient jdbc;

  ResidentErasure(
      ResidentVault vault, Timeline timeline, RecordSeals seals, CityTime time, JdbcClient jdbc) {
    this.vault = vault;
    this.timeline = timeline;
    this.seals = seals;
    this.time = time;
    this.jdbc = jdbc;
  }

  /** When the case's key was destroyed; empty where it wasn't. */
  public Optional<OffsetDateTime> of(UUID caseId) {
    return jdbc.sql("select at from registry.case_erasure where case_id = ?")
        .param(caseId)
        .query(OffsetDateTime.class)
        .optional()
        .map(CityTime::inCity);
  }

  /**
   * Destroys the key, once; asked again, tells when it was.
   *
   * @throws CaseStillOpen while the case needs the resident
   */
  @Transactional
  public OffsetDateTime erase(CaseFile file, Asker asker) {
    if (!file.status().isFinal()) {
      throw new CaseStillOpen(file.number());
    }
    String reason = asker.safeReason(vault, file.id());
    seals.touch(file.id());
    int erased =
        jdbc.sql(
                """
                insert into registry.case_erasure (case_id, who, client_id, reason, at)
                values (?, ?, ?, ?, ?) on conflict do nothing\
                """)
            .params(file.id(), asker.officer(), asker.clientId(), reason, time.now())
            .update();
    if (erased == 1) {
      vault.erase(file.id());
      jdbc.sql(
              "update registry.case_similarity set place_mac = null, title_mac = null where case_id"
                  + " = ?")
          .param(file.id())
          .update();
      jdbc.sql("delete from registry.case_place where case_id = ?").param(file.id()).update();
      timeline.append(
          file.id(), asker.officer(), "ResidentErased", reason, Map.of("client", asker.clientId()));
    }
    return of(file.id()).orElseThrow();
  }

  /** The case needs the resident still: to be contacted, told, called back. */
  public static class CaseStillOpen extends RuntimeException {

    private static final long serialVersionUID = 1;

    CaseStillOpen(String number) {
      super(
          "case %s is open: the resident must still be reached; withdraw it first, or wait until it is closed"
              .formatted(number));
    }
  }
}
