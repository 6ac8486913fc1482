package city.whistle.workers.stuck;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.casefile.CaseFilter;
import city.whistle.workers.casefile.CaseStatus;
import city.whistle.workers.stuck.EngineView.Instances;
import city.whistle.workers.stuck.EngineView.Obstacle;
import city.whistle.workers.stuck.EngineView.Wait;
import city.whistle.workers.stuck.StuckCase.Cause;
import city.whistle.workers.timeline.Timeline;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Finds the open cases that stand still. It goes along them oldest first, asks the engine about
 * many at once, and looks at no more than a bounded number for one answer: a page may be short and
 * say where to go on.
 */
@Component
public class StuckCases {

  /** A process begins within seconds; one that has not after this time never will by itself. */
  private static final Duration BEGINS_WITHIN = Duration.ofMinutes(5);

  private static final String SIGNED = "SignCase";
  private static final String CONTACTED = "ContactResident";
  private static final List<String> FIRST_STEPS = List.of(SIGNED, CONTACTED);

  /** Where most stand still, the first hundred fill a page. */
  private static final int FIRST = 100;

  private static final int AT_ONCE = 500;
  private static final int LOOKED_AT_MAX = 2000;

  private final CaseFiles cases;
  private final EngineView engine;
  private final Timeline timeline;
  private final StuckSettings settings;
  private final UnanswerableForms forms;
  private final CityTime time;

  StuckCases(
      CaseFiles cases,
      EngineView engine,
      Timeline timeline,
      StuckSettings settings,
      UnanswerableForms forms,
      CityTime time) {
    this.cases = cases;
    this.engine = engine;
    this.timeline = timeline;
    this.settings = settings;
    this.forms = forms;
    this.time = time;
  }

  /**
   * @param filter whose cases, after which; its {@code max} bounds the page
   * @throws EngineView.EngineAway where the engine doesn't answer
   */
  public Page find(Set<StuckReason> wanted, CaseFilter filter) {
    List<Looked> found = new ArrayList<>();
    CaseFilter rest = filter.open().max(FIRST);
    for (int looked = 0; looked < LOOKED_AT_MAX; looked += rest.max()) {
      rest = looked == 0 ? rest : rest.max(AT_ONCE);
      List<CaseFile> some = cases.list(rest);
      for (Looked one : look(some)) {
        if (one.isOne(wanted)) {
          found.add(one);
        }
        if (found.size() == filter.max()) {
          return new Page(shown(found), one.file());
        }
      }
      if (some.size() < rest.max()) {
        return new Page(shown(found), null);
      }
      rest = rest.after(some.get(some.size() - 1));
    }
    return new Page(shown(found), cases.find(rest.afterId()).orElseThrow());
  }

  /** What keeps the case's processes from going on, and in which of them. */
  Hindrance hindrance(CaseFile file) {
    Instances instances = file.status().isFinal() ? null : instances(file);
    if (!runs(file, instances)) {
      return new Hindrance(List.of(), List.of(), List.of());
    }
    List<Obstacle> obstacles =
        new ArrayList<>(instances.hindered().isEmpty() ? List.of() : engine.obstacles(instances));
    Optional.ofNullable(UnanswerableForms.first(forms.tasks(), instances))
        .ifPresent(obstacles::add);
    return new Hindrance(instances.hindered(), obstacles, engine.retried(instances));
  }

  /** Why this case stands still and for whom it waits; empty where it is over. */
  public Optional<StuckCase> of(CaseFile file) {
    return file.status().isFinal()
        ? Optional.empty()
        : shown(
                look(List.of(file)).stream()
                    .filter(one -> one.isOne(EnumSet.allOf(StuckReason.class)))
                    .toList())
            .stream()
            .findFirst();
  }

  /**
   * How many cases stand still, for each owner. Looks at no more cases than one answer of {@link
   * #find} does.
   *
   * @throws EngineView.EngineAway where the engine doesn't answer
   */
  public StuckTally tally(CaseFilter filter) {
    StuckTally tally = new StuckTally();
    CaseFilter rest = filter.open().max(AT_ONCE);
    for (int looked = 0; looked < LOOKED_AT_MAX; looked += AT_ONCE) {
      List<CaseFile> some = cases.list(rest);
      look(some).forEach(one -> tally.add(one.file().owner(), one.reasons()));
      if (some.size() < AT_ONCE) {
        return tally;
      }
      rest = rest.after(some.get(some.size() - 1));
    }
    return tally.cutOff();
  }

  /** What there is to know of many cases, asked for all at once. */
  private List<Looked> look(List<CaseFile> files) {
    List<UUID> ids = files.stream().map(CaseFile::id).toList();
    Map<Long, Instances> instances = engine.instances(keys(files));
    Map<UUID, OffsetDateTime> last = timeline.lastDoneAt(ids);
    Map<UUID, Map<String, Integer>> done = timeline.counts(ids, FIRST_STEPS);
    Map<Long, Obstacle> unanswerable = forms.tasks();
    return files.stream()
        .map(
            file ->
                look(
                    file,
                    instances.get(file.processInstanceKey()),
                    UnanswerableForms.first(unanswerable, instances.get(file.processInstanceKey())),
                    last.get(file.id()),
                    done.getOrDefault(file.id(), Map.of())))
        .toList();
  }

  private Looked look(
      CaseFile file,
      Instances instances,
      Obstacle unanswerable,
      OffsetDateTime last,
      Map<String, Integer> done) {
    return new Looked(
        file,
        runs(file, instances) ? instances : null,
        unanswerable,
        Stream.of(overdue(file, done), nobody(file, instances), idle(file, last))
            .flatMap(Optional::stream)
            .toList());
  }

  /** The same with what hinders each at the engine, and for whom it waits. */
  private List<StuckCase> shown(List<Looked> found) {
    List<Looked> running = found.stream().filter(Looked::runs).toList();
    List<List<Wait>> waits =
        running.isEmpty()
            ? List.of()
            : engine.waits(running.stream().map(Looked::instances).toList());
    Map<UUID, List<Wait>> byCase = new HashMap<>();
    for (int i = 0; i < running.size(); i++) {
      byCase.put(running.get(i).file().id(), waits.get(i));
    }
    return found.stream()
        .map(one -> shown(one, byCase.getOrDefault(one.file().id(), List.of())))
        .toList();
  }

  private StuckCase shown(Looked one, List<Wait> open) {
    List<Cause> causes = new ArrayList<>(one.causes());
    if (one.isHindered()) {
      obstacle(one).map(StuckCases::incident).ifPresent(causes::add);
      // that nothing was done comes of what hinders it
      causes.sort(Comparator.comparing(cause -> cause.why().equals(StuckReason.IDLE.wireName())));
    } else if (one.runs()) {
      causes.add(waiting(open));
    }
    return new StuckCase(one.file(), causes, open);
  }

  /** An incident before a task that nobody can do. */
  private Optional<Obstacle> obstacle(Looked one) {
    return one.instances().hindered().isEmpty()
        ? Optional.of(one.unanswerable())
        : engine.obstacles(one.instances()).stream().findFirst();
  }

  /** Whether the engine knows the case's process, and that it runs no more. */
  public boolean isAbandoned(CaseFile file) {
    return !file.status().isFinal() && nobody(file, instances(file)).isPresent();
  }

  private static boolean runs(CaseFile file, Instances instances) {
    return instances != null && instances.endedAt() == null && instances.mayBeOf(file.number());
  }

  private Instances instances(CaseFile file) {
    return file.processInstanceKey() == null
        ? null
        : engine.instances(List.of(file.processInstanceKey())).get(file.processInstanceKey());
  }

  private static List<Long> keys(List<CaseFile> files) {
    return files.stream().map(CaseFile::processInstanceKey).filter(Objects::nonNull).toList();
  }

  /** While a case is suspended, its limits rest. */
  private Optional<Cause> overdue(CaseFile file, Map<String, Integer> done) {
    if (file.status() == CaseStatus.SUSPENDED) {
      return Optional.empty();
    }
    if (passed(file.limits().settleBy())) {
      return Optional.of(cause(StuckReason.OVERDUE, file.limits().settleBy(), "settleBy"));
    }
    if (passed(file.limits().signBy()) && missing(file, SIGNED, done)) {
      return Optional.of(cause(StuckReason.OVERDUE, file.limits().signBy(), "signBy"));
    }
    return passed(file.limits().contactBy()) && missing(file, CONTACTED, done)
        ? Optional.of(cause(StuckReason.OVERDUE, file.limits().contactBy(), "contactBy"))
        : Optional.empty();
  }

  private Optional<Cause> idle(CaseFile file, OffsetDateTime last) {
    OffsetDateTime since = last == null ? file.receivedAt() : last;
    return file.status() != CaseStatus.SUSPENDED && passed(since.plus(settings.idleAfter()))
        ? Optional.of(cause(StuckReason.IDLE, since, "noStep"))
        : Optional.empty();
  }

  private boolean passed(OffsetDateTime limit) {
    return limit != null && limit.isBefore(time.now());
  }

  private static boolean missing(CaseFile file, String step, Map<String, Integer> done) {
    return done.getOrDefault(step, 0) < Math.max(file.round(), 1);
  }

  private Optional<Cause> nobody(CaseFile file, Instances instances) {
    if (instances != null && instances.mayBeOf(file.number())) {
      return instances.endedAt() == null
          ? Optional.empty()
          : Optional.of(cause(StuckReason.NOBODY, instances.endedAt(), "processEnded"));
    }
    Duration age = Duration.between(file.receivedAt(), time.now()).abs();
    boolean fresh = age.compareTo(BEGINS_WITHIN) < 0;
    return fresh
        ? Optional.empty()
        : Optional.of(
            cause(
                StuckReason.NOBODY,
                file.receivedAt(),
                file.processInstanceKey() == null ? "notBegun" : "processUnknown"));
  }

  private static Cause incident(Obstacle first) {
    return cause(StuckReason.INCIDENT, first.since(), first.element() + ": " + first.kind());
  }

  /** Without a task it waits for a message, a time or a worker. */
  private static Cause waiting(List<Wait> open) {
    return open.isEmpty()
        ? cause(StuckReason.WAITING, null, "event")
        : cause(StuckReason.WAITING, open.get(0).since(), open.get(0).element());
  }

  private static Cause cause(StuckReason reason, OffsetDateTime since, String detail) {
    return new Cause(reason.wireName(), since, detail);
  }

  /**
   * @param instances keys of those that can't go on
   * @param retried what failed and is tried again by itself
   */
  record Hindrance(List<Long> instances, List<Obstacle> obstacles, List<Obstacle> retried) {}

  /**
   * @param last where to go on; null where every case was looked at
   */
  public record Page(List<StuckCase> items, CaseFile last) {}
}
