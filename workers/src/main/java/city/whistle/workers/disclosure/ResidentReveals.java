package city.whistle.workers.disclosure;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.disclosure.RevealOutcome.Erased;
import city.whistle.workers.disclosure.RevealOutcome.Refused;
import city.whistle.workers.disclosure.RevealOutcome.Shown;
import city.whistle.workers.disclosure.RevealOutcome.TooMany;
import city.whistle.workers.resident.AccessLog;
import city.whistle.workers.resident.AccessLog.Usage;
import city.whistle.workers.resident.PhoneNumber;
import city.whistle.workers.resident.ResidentVault;
import city.whistle.workers.resident.VaultAccess;
import city.whistle.workers.resident.VaultPart;
import city.whistle.workers.timeline.Timeline;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows a person a resident's data: for a reason, within a bound, by {@link RevealRule}. Each part
 * is logged, and the case's timeline says who looked, and why; also where it was refused.
 */
@Component
@EnableConfigurationProperties(RevealLimits.class)
public class ResidentReveals {

  /** Beside the phone as it was said: the number in it. */
  private static final String DIAL = "dial";

  private static final Duration SPAN = Duration.ofHours(1);

  private final ResidentVault vault;
  private final AccessLog log;
  private final ResidentErasure erasure;
  private final Timeline timeline;
  private final RevealLimits limits;
  private final CityTime time;
  private final JdbcClient jdbc;

  ResidentReveals(
      ResidentVault vault,
      AccessLog log,
      ResidentErasure erasure,
      Timeline timeline,
      RevealLimits limits,
      CityTime time,
      JdbcClient jdbc) {
    this.vault = vault;
    this.log = log;
    this.erasure = erasure;
    this.timeline = timeline;
    this.limits = limits;
    this.time = time;
    this.jdbc = jdbc;
  }

  /** Shows the parts, or says why not; the answer is the caller's to forget. */
  @Transactional
  public RevealOutcome reveal(CaseFile file, Asker asker, List<RevealedPart> parts) {
    Optional<TooMany> bound = bound(asker);
    if (bound.isPresent()) {
      return bound.get();
    }
    VaultAccess access =
        new VaultAccess(
            UUID.randomUUID(),
            asker.clientId(),
            asker.unitCode(),
            asker.officer(),
            asker.safeReason(vault, file.id()));
    Optional<RevealRule.Refusal> refusal = RevealRule.refusal(file, asker.unitCode(), parts);
    if (refusal.isPresent()) {
      return refuse(file, access, parts, refusal.get());
    }
    return erasure
        .of(file.id())
        .<RevealOutcome>map(at -> gone(file, access, parts, at))
        .orElseGet(() -> show(file, access, parts));
  }

  private Shown show(CaseFile file, VaultAccess access, List<RevealedPart> parts) {
    boolean shielded = RevealRule.isShielded(file, access.unitCode());
    Map<String, Object> data = read(file, access, parts, shielded);
    write(file, access, parts, "ResidentRevealed", access.reason());
    return new Shown(access.reveal(), time.now(), file.number(), shielded, data);
  }

  private Erased gone(
      CaseFile file, VaultAccess access, List<RevealedPart> parts, OffsetDateTime at) {
    parts.forEach(part -> log.absent(file.id(), part.wireName(), access));
    write(file, access, parts, "RevealRefused", "erased");
    return new Erased(at);
  }

  /** Holds the client's row, so that two requests at once are counted one after the other. */
  private Optional<TooMany> bound(Asker asker) {
    jdbc.sql("select id from registry.api_client where id = ? for update")
        .param(asker.clientId())
        .query(String.class)
        .optional();
    return reached(asker, asker.officer(), limits.perOfficerAndHour())
        .or(() -> reached(asker, null, limits.perClientAndHour()));
  }

  private Optional<TooMany> reached(Asker asker, String officer, int limit) {
    Usage usage = log.usage(asker.clientId(), officer, SPAN);
    if (usage.times() < limit) {
      return Optional.empty();
    }
    OffsetDateTime free = usage.first().orElseGet(time::now).plus(SPAN);
    return Optional.of(new TooMany(Math.max(1, Duration.between(time.now(), free).toSeconds())));
  }

  private Refused refuse(
      CaseFile file,
      VaultAccess access,
      Collection<RevealedPart> parts,
      RevealRule.Refusal refusal) {
    parts.forEach(part -> log.refused(file.id(), part.wireName(), access));
    write(file, access, parts, "RevealRefused", refusal.code());
    return new Refused(refusal.code(), refusal.sentence());
  }

  private Map<String, Object> read(
      CaseFile file, VaultAccess access, List<RevealedPart> parts, boolean shielded) {
    Map<String, Object> data = new LinkedHashMap<>();
    for (RevealedPart part : parts) {
      List<VaultPart> names = part.in(vault, file.id());
      if (names.isEmpty()) {
        log.absent(file.id(), part.wireName(), access);
      }
      List<String> texts =
          names.stream()
              .flatMap(name -> vault.reveal(file.id(), name, access).stream())
              .map(text -> shielded ? RevealRule.shield(vault, file.id(), text) : text)
              .toList();
      if (!texts.isEmpty()) {
        data.put(part.wireName(), part.several() ? texts : texts.get(0));
        if (part == RevealedPart.PHONE) {
          PhoneNumber.in(texts.get(0)).ifPresent(number -> data.put(DIAL, number));
        }
      }
    }
    return data;
  }

  private void write(
      CaseFile file, VaultAccess access, Collection<RevealedPart> parts, String what, String why) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("reveal", access.reveal());
    details.put("client", access.clientId());
    if (access.unitCode() != null) {
      details.put("unit", access.unitCode());
    }
    details.put("parts", parts.stream().map(RevealedPart::wireName).toList());
    timeline.append(file.id(), access.who(), what, why, details);
  }
}
