package city.whistle.app.day;

import city.whistle.app.day.Story.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private final Map<String, Plea> pleas = new ConcurrentHashMap<>();
  private final Map<String, Reviewed> themes = new ConcurrentHashMap<>();
  private final Set<Story> heard = new HashSet<>();

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
   * @param subject a tag: of a case, or of what was asked about one
   */
  Optional<Story> about(String subject) {
    return subject.startsWith(CASE)
        ? Optional.ofNullable(byNumber.get(subject.substring(CASE.length())))
        : Optional.ofNullable(pleas.get(subject)).map(Plea::story);
  }

  /** A unit asked for something about a case. */
  void asked(Plea.Kind kind, String id, Story story) {
    Plea plea = new Plea(kind, id, story, Optional.empty());
    pleas.put(plea.subject(), plea);
    count(kind.word());
  }

  Collection<Plea> pleas() {
    return pleas.values();
  }

  /** What became of themes, by their months; of those alone that were reviewed. */
  Map<String, Reviewed> reviewed() {
    Map<String, Reviewed> reviewed = new TreeMap<>(themes);
    reviewed.values().removeIf(theme -> theme.outcome() == null);
    return reviewed;
  }

  /** Whose residents have answered since this was asked last, in the order of their calls. */
  synchronized List<Story> heard() {
    List<Story> since =
        heard.stream().sorted(Comparator.comparingInt(s -> s.caller().index())).toList();
    heard.clear();
    return since;
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
    if (work.subject().startsWith(Themes.SUBJECT)) {
      String month = work.subject().substring(Themes.SUBJECT.length());
      themes.merge(month, Reviewed.of(work.element(), variables), Reviewed::plus);
    } else if (pleas.containsKey(work.subject())) {
      decided(pleas.get(work.subject()), variables, now);
    } else {
      work.story().ifPresent(story -> note(story, work.element(), variables, now));
    }
  }

  private void decided(Plea plea, Map<String, Object> variables, Instant now) {
    boolean granted =
        variables.containsValue(true); // the one word that is not a note says how it was decided
    pleas.put(plea.subject(), plea.decided(granted));
    if (granted) {
      plea.story().leftOut(now);
      count(plea.kind().word() + ".granted");
    }
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
      answered(story, Answer.of(now, variables));
    } else {
      count("notReached");
      story.notReached();
    }
  }

  void answered(Story story, Answer answer) {
    count("answered");
    story.answered(answer);
    hear(story);
  }

  private synchronized void hear(Story story) {
    heard.add(story);
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

  /**
   * What became of a theme.
   *
   * @param outcome null where it isn't reviewed
   * @param reached of all its tasks, as units said in the end
   */
  record Reviewed(String outcome, long reached) {

    private static Reviewed of(String element, Map<String, Object> variables) {
      String outcome = variables.get("outcome").toString();
      if (element.equals("ReviewTheme")) {
        return new Reviewed(outcome, 0);
      }
      return new Reviewed(null, outcome.equals("done") ? Themes.reached(variables) : 0);
    }

    private Reviewed plus(Reviewed other) {
      return new Reviewed(other.outcome == null ? outcome : other.outcome, reached + other.reached);
    }
  }

  /** What was not taken, of which case, and why. */
  record Refusal(String subject, String why) {}
}
