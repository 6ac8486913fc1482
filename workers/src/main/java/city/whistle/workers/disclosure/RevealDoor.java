package city.whistle.workers.disclosure;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.casefile.MergedCases;
import city.whistle.workers.disclosure.RevealOutcome.Erased;
import city.whistle.workers.disclosure.RevealOutcome.Refused;
import city.whistle.workers.disclosure.RevealOutcome.TooMany;
import city.whistle.workers.resident.AccessLog;
import city.whistle.workers.resident.AccessLog.Usage;
import city.whistle.workers.resident.ResidentVault;
import city.whistle.workers.resident.VaultAccess;
import city.whistle.workers.timeline.Timeline;
import city.whistle.workers.unit.UnitRef;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Through here goes whoever wants to see something of a resident, in the caller's transaction:
 * within a bound, by {@link RevealRule}, and not after an erasure. The log and the case's timeline
 * say who asked, and why, also where he was turned away.
 */
@Component
@EnableConfigurationProperties(RevealLimits.class)
public class RevealDoor {

  private static final Duration SPAN = Duration.ofHours(1);

  private final ResidentVault vault;
  private final AccessLog log;
  private final ResidentErasure erasure;
  private final Timeline timeline;
  private final RevealLimits limits;
  private final CaseFiles cases;
  private final MergedCases merged;
  private final CityTime time;
  private final JdbcClient jdbc;

  RevealDoor(
      ResidentVault vault,
      AccessLog log,
      ResidentErasure erasure,
      Timeline timeline,
      RevealLimits limits,
      CaseFiles cases,
      MergedCases merged,
      CityTime time,
      JdbcClient jdbc) {
    this.vault = vault;
    this.log = log;
    this.erasure = erasure;
    this.timeline = timeline;
    this.limits = limits;
    this.cases = cases;
    this.merged = merged;
    this.time = time;
    this.jdbc = jdbc;
  }

  /**
   * As whom the log knows him.
   *
   * @param reveal looks with the same id count once for the bound
   */
  public VaultAccess access(CaseFile file, Asker asker, UUID reveal) {
    return new VaultAccess(
        reveal,
        asker.clientId(),
        asker.unitCode(),
        asker.officer(),
        asker.safeReason(vault, file.id()));
  }

  /** Why he sees nothing; empty where he may look, which {@link #noteShown} then writes down. */
  public Optional<RevealOutcome> turnedAway(CaseFile file, VaultAccess access, Asked asked) {
    Optional<TooMany> bound = bound(access);
    if (bound.isPresent()) {
      return Optional.of(bound.get());
    }
    Optional<RevealRule.Refusal> refusal =
        RevealRule.refusal(file, handling(file), access.unitCode(), asked.identifying());
    if (refusal.isPresent()) {
      return Optional.of(refuse(file, access, asked, refusal.get()));
    }
    return erasure.of(file.id()).map(at -> gone(file, access, asked, at));
  }

  /** Each complainant of a matter is told by the unit that has it. */
  private UnitRef handling(CaseFile file) {
    return merged.leaderOf(file.id()).map(cases::get).orElse(file).owner();
  }

  /** Writes into the timeline that he looked. */
  public void noteShown(CaseFile file, VaultAccess access, Asked asked) {
    write(file, access, asked, "ResidentRevealed", access.reason());
  }

  private Refused refuse(
      CaseFile file, VaultAccess access, Asked asked, RevealRule.Refusal refusal) {
    asked.parts().forEach(part -> log.refused(file.id(), part, access));
    write(file, access, asked, "RevealRefused", refusal.code());
    return new Refused(refusal.code(), refusal.sentence());
  }

  private Erased gone(CaseFile file, VaultAccess access, Asked asked, OffsetDateTime at) {
    asked.parts().forEach(part -> log.absent(file.id(), part, access));
    write(file, access, asked, "RevealRefused", "erased");
    return new Erased(at);
  }

  /** Holds the client's row, so that two requests at once are counted one after the other. */
  private Optional<TooMany> bound(VaultAccess access) {
    jdbc.sql("select id from registry.api_client where id = ? for update")
        .param(access.clientId())
        .query(String.class)
        .optional();
    return reached(access, access.who(), limits.perOfficerAndHour())
        .or(() -> reached(access, null, limits.perClientAndHour()));
  }

  private Optional<TooMany> reached(VaultAccess access, String officer, int limit) {
    Usage usage = log.usage(access.clientId(), officer, SPAN);
    if (usage.times() < limit) {
      return Optional.empty();
    }
    OffsetDateTime free = usage.first().orElseGet(time::now).plus(SPAN);
    return Optional.of(new TooMany(Math.max(1, Duration.between(time.now(), free).toSeconds())));
  }

  private void write(CaseFile file, VaultAccess access, Asked asked, String what, String why) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("reveal", access.reveal());
    details.put("client", access.clientId());
    if (access.unitCode() != null) {
      details.put("unit", access.unitCode());
    }
    details.put("parts", asked.parts());
    timeline.append(file.id(), access.who(), what, why, details);
  }

  /**
   * What is wanted.
   *
   * @param parts their names, as log and timeline say them
   * @param identifying whether one of them tells by itself who complained
   */
  public record Asked(List<String> parts, boolean identifying) {}
}
