package city.whistle.workers.matter;

import city.whistle.workers.access.Caller;
import city.whistle.workers.access.CaseRights;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.casefile.CaseProgress;
import city.whistle.workers.casefile.MergedCases;
import city.whistle.workers.outbox.EngineCall.PublishMessage;
import city.whistle.workers.outbox.Outbox;
import city.whistle.workers.timeline.Timeline;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes one order of several cases about the same matter, and parts them again. The case that
 * follows keeps its number, its resident and its timeline: its process waits until the leading one
 * is over, and then its resident is called back, too.
 */
@Component
public class CaseMerging {

  private final CaseRights rights;
  private final CaseFiles cases;
  private final CaseProgress progress;
  private final MergedCases merged;
  private final MergeRules rules;
  private final FollowerMoves moves;
  private final MergeNotices notices;
  private final Timeline timeline;
  private final Outbox outbox;
  private final CityTime time;

  CaseMerging(
      CaseRights rights,
      CaseFiles cases,
      CaseProgress progress,
      MergedCases merged,
      MergeRules rules,
      FollowerMoves moves,
      MergeNotices notices,
      Timeline timeline,
      Outbox outbox,
      CityTime time) {
    this.rights = rights;
    this.cases = cases;
    this.progress = progress;
    this.merged = merged;
    this.rules = rules;
    this.moves = moves;
    this.notices = notices;
    this.timeline = timeline;
    this.outbox = outbox;
    this.time = time;
  }

  /**
   * Has {@code number} follow {@code into}, and with it whatever followed it. Asked again, nothing
   * changes.
   *
   * @return the case that follows; empty where the caller knows of no such case
   * @throws city.whistle.workers.access.NotAllowed where the caller is a unit's system
   * @throws MergeRefused where the two can't be merged as they stand
   */
  @Transactional
  public Optional<CaseFile> merge(String number, CaseFile into, Order order) {
    rights.requireMerging(order.caller());
    return rights.seen(order.caller(), number).map(found -> merge(found.id(), into.id(), order));
  }

  private CaseFile merge(UUID followerId, UUID leaderId, Order order) {
    merged.lock(List.of(followerId, leaderId));
    if (merged.leaderOf(followerId).filter(leaderId::equals).isPresent()) {
      return cases.get(followerId);
    }
    CaseFile follower = cases.get(followerId);
    CaseFile leader = cases.get(leaderId);
    rules.require(follower, leader);
    for (UUID other : merged.followersOf(followerId)) {
      moves.move(other, leader, order.officer());
    }
    progress.merged(followerId);
    follow(follower, leader, order);
    notices.merged(follower, leader);
    outbox.add(
        PublishMessage.lasting(
            "case.merged",
            followerId.toString(),
            Map.of("matter", Map.of("number", leader.number()))));
    return cases.get(followerId);
  }

  private void follow(CaseFile follower, CaseFile leader, Order order) {
    merged.add(follower.id(), leader.id(), order.officer(), time.now());
    timeline.append(
        follower.id(),
        order.officer(),
        "CaseMerged",
        order.reason(),
        Map.of("into", leader.number(), "client", order.caller().clientId()));
    timeline.append(
        leader.id(),
        order.officer(),
        "ComplainantJoined",
        order.reason(),
        Map.of("case", follower.number(), "client", order.caller().clientId()));
  }

  /**
   * Has the case be handled by itself again.
   *
   * @return the case; empty where the caller knows of no such case
   * @throws city.whistle.workers.access.NotAllowed where the caller is a unit's system
   * @throws MergeRefused where it follows no other
   */
  @Transactional
  public Optional<CaseFile> part(String number, Order order) {
    rights.requireMerging(order.caller());
    return rights.seen(order.caller(), number).map(found -> part(found.id(), order));
  }

  private CaseFile part(UUID followerId, Order order) {
    UUID leaderId = leader(followerId);
    merged.lock(List.of(followerId, leaderId));
    if (!leader(followerId).equals(leaderId)) {
      throw new MergeRefused("moved", "the case was merged into another meanwhile; look again");
    }
    CaseFile leader = cases.get(leaderId);
    merged.end(followerId, "parted", time.now());
    progress.parted(followerId);
    CaseFile follower = cases.get(followerId);
    timeline.append(
        followerId,
        order.officer(),
        "CaseParted",
        order.reason(),
        Map.of("from", leader.number(), "client", order.caller().clientId()));
    timeline.append(
        leaderId,
        order.officer(),
        "ComplainantLeft",
        order.reason(),
        Map.of("case", follower.number(), "client", order.caller().clientId()));
    notices.parted(follower);
    outbox.add(MatterMessages.over(followerId, "parted"));
    return follower;
  }

  private UUID leader(UUID followerId) {
    return merged
        .leaderOf(followerId)
        .orElseThrow(
            () ->
                new MergeRefused(
                    "followsNone",
                    merged.followersOf(followerId).isEmpty()
                        ? "the case follows no other: there is nothing to part"
                        : "the case leads: part the cases that follow it, each by its own number"));
  }

  /**
   * Who wants it.
   *
   * @param officer as the client knows him
   * @param reason null for none
   */
  public record Order(Caller caller, String officer, String reason) {}
}
