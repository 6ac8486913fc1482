package city.whistle.workers.matter;

import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.casefile.CaseStatus;
import city.whistle.workers.casefile.MergedCases;
import city.whistle.workers.timeline.Timeline;
import city.whistle.workers.whistle.OpenWhistles;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * When one case may follow another. Where it can't, the other way round often can: what has more
 * under way leads.
 */
@Component
class MergeRules {

  /** More is no matter of cases but of the city. */
  private static final int FOLLOWERS_MAX = 1000;

  private final CaseFiles cases;
  private final MergedCases merged;
  private final OpenWhistles whistles;
  private final Timeline timeline;

  MergeRules(CaseFiles cases, MergedCases merged, OpenWhistles whistles, Timeline timeline) {
    this.cases = cases;
    this.merged = merged;
    this.whistles = whistles;
    this.timeline = timeline;
  }

  /**
   * @throws MergeRefused where {@code follower} may not follow {@code leader}
   */
  void require(CaseFile follower, CaseFile leader) {
    if (follower.id().equals(leader.id())) {
      throw new MergeRefused("itself", "a case isn't merged with itself; name another");
    }
    requireOpen(follower);
    requireOpen(leader);
    requireShareable(follower);
    requireShareable(leader);
    requireFree(follower);
    requireLeading(leader);
  }

  private static void requireOpen(CaseFile file) {
    if (file.status().isFinal()) {
      throw new MergeRefused(
          "over",
          "case %s is over; open a new one, or say in the new one that it repeats that"
              .formatted(file.number()));
    }
  }

  /** Complainants of one matter get the same answers: nobody may learn of these. */
  private static void requireShareable(CaseFile file) {
    if (file.about().confidential()) {
      throw new MergeRefused(
          "confidential",
          "case %s is confidential, or a report: it is handled by itself".formatted(file.number()));
    }
  }

  private void requireFree(CaseFile follower) {
    Optional<UUID> before = merged.leaderOf(follower.id());
    if (before.isPresent()) {
      throw new MergeRefused(
          "mergedAlready",
          "case %s follows case %s already; part it first"
              .formatted(follower.number(), number(before.get())));
    }
    if (follower.status() == CaseStatus.SUSPENDED) {
      throw new MergeRefused(
          "suspended",
          "case %s is suspended: merge the other one into it instead".formatted(follower.number()));
    }
    if (whistles.anyOf(follower.id())) {
      throw new MergeRefused(
          "whistle",
          "units were called for case %s: merge the other one into it instead"
              .formatted(follower.number()));
    }
    requireUnanswered(follower);
  }

  private void requireLeading(CaseFile leader) {
    Optional<UUID> before = merged.leaderOf(leader.id());
    if (before.isPresent()) {
      throw new MergeRefused(
          "followsAnother",
          "case %s follows case %s itself; merge into that one"
              .formatted(leader.number(), number(before.get())));
    }
    requireUnanswered(leader);
    if (merged.followersOf(leader.id()).size() >= FOLLOWERS_MAX) {
      throw new MergeRefused(
          "tooMany",
          "%d cases follow case %s already; no more can".formatted(FOLLOWERS_MAX, leader.number()));
    }
  }

  /** Whoever complains after the reply says that it isn't settled: that is another round. */
  private void requireUnanswered(CaseFile file) {
    if (isAnswered(file)) {
      throw new MergeRefused(
          "answered",
          "the owner of case %s has replied and its resident is called back: handle the other one by itself"
              .formatted(file.number()));
    }
  }

  /** Whether the owner has replied in this round. */
  private boolean isAnswered(CaseFile file) {
    return file.round() > 0 && timeline.count(file.id(), "FeedbackRecorded") >= file.round();
  }

  private String number(UUID caseId) {
    return cases.get(caseId).number();
  }
}
