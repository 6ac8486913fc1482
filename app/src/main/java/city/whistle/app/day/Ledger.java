package city.whistle.app.day;

import city.whistle.app.day.Story.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** The player's own book: what was done, by whom, and what came of it. */
final class Ledger {

  private static final String CASE = "case:";
  private static final int REFUSALS_MAX = 1000;

  private final List<Story> stories;
  private final Map<String, Story> byNumber = new ConcurrentHashMap<>();
  private final Map<String, Long> others = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
  private final List<Refusal> refusals = new ArrayList<>();

  Ledger(DayPlan plan) {
    this.stories = plan.callers().stream().map(Story::new).toList();
  }

  /** In the order in which people call. */
  List<Story> stories() {
    return stories;
  }

  Story story(int caller) {
    return stories.get(caller);
  }

  /** Those whose case was opened. */
  Collection<Story> opened() {
    return byNumber.values();
  }

  void opened(Story story, String number) {
    story.opened(number);
    byNumber.put(number, story);
    count("cases");
  }

  /**
   * @param subject a tag
   */
  Optional<Story> about(String subject) {
    return subject.startsWith(CASE)
        ? Optional.ofNullable(byNumber.get(subject.substring(CASE.length())))
        : Optional.empty();
  }

  /** A whistle's or a patrol's chance is that of its place in the plan, whatever its number is. */
  void began(String subject, long chance) {
    others.put(subject, chance);
  }

  long chance(String subject) {
    return others.getOrDefault(subject, (long) subject.replaceAll(":.*", "").hashCode());
  }

  void count(String what) {
    counts.computeIfAbsent(what, key -> new LongAdder()).increment();
  }

  /** How often each thing was done. */
  Map<String, Long> counts() {
    Map<String, Long> sums = new TreeMap<>();
    counts.forEach((what, sum) -> sums.put(what, sum.sum()));
    return sums;
  }

  long counted(String what) {
    return counts.containsKey(what) ? counts.get(what).sum() : 0;
  }

  /** Notes what a completed task means for the case. */
  void done(Work work, Map<String, Object> variables, Instant now) {
    count(work.element());
    Object outcome = variables.get("outcome");
    if (outcome != null) {
      count(work.element() + "." + outcome);
    }
    work.limit()
        .filter(limit -> now.isAfter(work.created().plus(limit)))
        .ifPresent(limit -> count("late"));
    work.story().ifPresent(story -> note(story, work.element(), variables, now));
  }

  private void note(Story story, String element, Map<String, Object> variables, Instant now) {
    if (element.equals("CallResident")) {
      called(story, variables, now);
    } else if ("answered".equals(variables.get("outcome"))) {
      story.replied();
    }
  }

  private void called(Story story, Map<String, Object> variables, Instant now) {
    if (Boolean.TRUE.equals(variables.get("answered"))) {
      count("answered");
      story.answered(
          new Answer(
              now,
              (boolean) variables.get("contacted"),
              variables.get("settled").toString(),
              variables.get("satisfied").toString()));
    } else {
      count("notReached");
      story.notReached();
    }
  }

  /** Something that should have been taken was refused. */
  synchronized void refused(String subject, String why) {
    if (refusals.size() < REFUSALS_MAX) {
      refusals.add(new Refusal(subject, why));
    }
  }

  synchronized List<Refusal> refusals() {
    return List.copyOf(refusals);
  }

  /** What was not taken, of which case, and why. */
  record Refusal(String subject, String why) {}
}
