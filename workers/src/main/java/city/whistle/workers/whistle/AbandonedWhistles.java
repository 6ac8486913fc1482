package city.whistle.workers.whistle;

import city.whistle.workers.stuck.ProcessAbandoned;
import city.whistle.workers.summons.Summonses;
import city.whistle.workers.supervision.Supervisions;
import city.whistle.workers.timeline.Timeline;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends whistles on which no process works any more: their units are released, nobody scores. */
@Component
public class AbandonedWhistles {

  private final Whistles whistles;
  private final Summonses summonses;
  private final Supervisions supervisions;
  private final Timeline timeline;

  AbandonedWhistles(
      Whistles whistles, Summonses summonses, Supervisions supervisions, Timeline timeline) {
    this.whistles = whistles;
    this.summonses = summonses;
    this.supervisions = supervisions;
    this.timeline = timeline;
  }

  /**
   * @param officer who wants it, as the timeline names him
   * @param reason why, in his words
   */
  @Transactional
  public void end(String number, String officer, String reason) {
    whistles
        .state(number)
        .filter(state -> state.endedAt() == null)
        .ifPresent(state -> end(state, officer, reason));
  }

  @EventListener
  void abandoned(ProcessAbandoned process) {
    whistles.ofCase(process.caseId()).stream()
        .filter(state -> state.endedAt() == null)
        .forEach(state -> end(state, process.officer(), process.reason()));
  }

  private void end(WhistleState state, String officer, String reason) {
    UUID id = state.about().id();
    whistles.ended(id, null, null);
    summonses.releaseAll(id);
    supervisions.matterEnded(id);
    timeline.append(
        state.about().timelineSubject(),
        officer,
        "WhistleAbandoned",
        reason,
        Map.of("whistle", state.about().number()));
  }
}
