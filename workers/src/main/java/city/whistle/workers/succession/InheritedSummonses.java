package city.whistle.workers.succession;

import city.whistle.workers.outbox.EngineCall.PublishMessage;
import city.whistle.workers.outbox.Outbox;
import city.whistle.workers.summons.Summonses;
import city.whistle.workers.summons.UnitAnswers;
import city.whistle.workers.taskwatch.TaskSubject;
import city.whistle.workers.timeline.Timeline;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.Units;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Leaves an heir one summons of a whistle: it comes once, for itself and for whom it took over.
 * What the former unit did until then stays with the summons that ends.
 */
@Component
class InheritedSummonses {

  private final Summonses summonses;
  private final Units units;
  private final Outbox outbox;
  private final Timeline timeline;

  InheritedSummonses(Summonses summonses, Units units, Outbox outbox, Timeline timeline) {
    this.summonses = summonses;
    this.units = units;
    this.outbox = outbox;
    this.timeline = timeline;
  }

  /**
   * @param summons variable {@code summons} of the task that the former unit left; missing or null
   *     for one that isn't a summoned unit's
   * @return whether the summons ended, since the heir has another one of the whistle; then nothing
   *     is left to hand over
   */
  boolean join(TaskSubject about, JsonNode summons, Unit heir) {
    if (about.whistleId() == null || summons == null || !summons.path("id").isTextual()) {
      return false;
    }
    String former = summons.path("unitCode").asText();
    boolean joined = holdsAnother(about.whistleId(), former, heir);
    if (joined && summonses.passedOn(UUID.fromString(summons.path("id").asText()))) {
      end(about, summons, former, heir);
    }
    return joined;
  }

  private boolean holdsAnother(UUID whistleId, String former, Unit heir) {
    return summonses.of(whistleId).stream()
        .filter(other -> other.releasedAt() == null && !other.unit().equals(former))
        .map(other -> units.find(other.unit()).or(() -> units.successor(other.unit())))
        .anyMatch(holder -> holder.map(Unit::code).filter(heir.code()::equals).isPresent());
  }

  private void end(TaskSubject about, JsonNode summons, String former, Unit heir) {
    outbox.add(PublishMessage.lasting("whistle.released", summons.path("id").asText(), Map.of()));
    outbox.add(
        UnitAnswers.toWhoReleases(about.whistleId().toString(), former, UnitAnswers.PASSED_ON));
    timeline.append(
        about.id(),
        "system",
        "SummonsesJoined",
        "",
        Map.of(
            "whistle",
            about.whistleNumber(),
            "unit",
            heir.code(),
            "unitName",
            heir.name(),
            "from",
            former));
  }
}
