package city.whistle.workers.matter;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.casefile.CaseProgress;
import city.whistle.workers.casefile.CaseStatus;
import city.whistle.workers.casefile.MergedCases;
import city.whistle.workers.outbox.Outbox;
import city.whistle.workers.timeline.Timeline;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the end of a case means for those that are about the same matter. */
@Component
@Transactional
public class MatterEndings {

  private static final String SYSTEM = "system";

  private final MergedCases merged;
  private final FollowerMoves moves;
  private final CaseFiles cases;
  private final CaseProgress progress;
  private final MatterPolicies policies;
  private final Timeline timeline;
  private final Outbox outbox;
  private final CityTime time;

  MatterEndings(
      MergedCases merged,
      FollowerMoves moves,
      CaseFiles cases,
      CaseProgress progress,
      MatterPolicies policies,
      Timeline timeline,
      Outbox outbox,
      CityTime time) {
    this.merged = merged;
    this.moves = moves;
    this.cases = cases;
    this.progress = progress;
    this.policies = policies;
    this.timeline = timeline;
    this.outbox = outbox;
    this.time = time;
  }

  /**
   * The case is over: those that follow it are called back, or, where it was withdrawn, the first
   * of them leads. To be called after its row says so.
   */
  public void ended(UUID caseId) {
    merged.lock(List.of(caseId));
    CaseFile file = cases.get(caseId);
    merged.leaderOf(caseId).ifPresent(leader -> left(file, leader));
    List<UUID> followers = merged.followersOf(caseId);
    if (followers.isEmpty()) {
      return;
    }
    if (file.status() == CaseStatus.WITHDRAWN) {
      handOver(file, followers);
    } else {
      followers.forEach(follower -> release(follower, file));
    }
  }

  /** Whether the answer to this case counts in the month's rates, as one of its matter's. */
  @Transactional(readOnly = true)
  public boolean counts(UUID caseId) {
    return merged.placeOf(caseId) <= policies.now().countedAtMost();
  }

  private void left(CaseFile file, UUID leaderId) {
    merged.end(file.id(), "withdrawn", time.now());
    timeline.append(leaderId, SYSTEM, "ComplainantLeft", "", Map.of("case", file.number()));
  }

  /** Its complainant gave up; the others haven't. */
  private void handOver(CaseFile file, List<UUID> followers) {
    UUID first = followers.get(0);
    merged.end(first, "leads", time.now());
    progress.parted(first);
    timeline.append(first, SYSTEM, "CaseLeads", "", Map.of("from", file.number()));
    CaseFile leader = cases.get(first);
    followers.stream().skip(1).forEach(other -> moves.move(other, leader, SYSTEM));
    outbox.add(MatterMessages.over(first, "leads"));
  }

  private void release(UUID followerId, CaseFile leader) {
    boolean handled = leader.owner() != null && leader.status() == CaseStatus.CLOSED;
    String how = handled ? "over" : "answered";
    merged.end(followerId, how, time.now());
    if (handled) {
      progress.followed(followerId, leader.owner());
    } else {
      progress.parted(followerId);
    }
    timeline.append(followerId, SYSTEM, "MatterOver", how, Map.of("case", leader.number()));
    outbox.add(MatterMessages.over(followerId, how));
  }

  /** The case that this one took over from, or followed to the end. */
  Optional<Before> before(UUID caseId) {
    return merged
        .lastEnded(caseId)
        .map(ended -> new Before(cases.get(ended.leaderId()), ended.how()));
  }

  record Before(CaseFile leader, String how) {}
}
