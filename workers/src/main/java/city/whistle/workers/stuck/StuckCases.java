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
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

  /** After so long without anybody, somebody should look, whatever the limits say. */
  private static final Duration IDLE_AFTER = Duration.ofDays(7);

  private static final int AT_ONCE = 100;
  private static final int LOOKED_AT_MAX = 2000;

  private final CaseFiles cases;
  private final EngineView engine;
  private final Timeline timeline;
  private final CityTime time;

  StuckCases(CaseFiles cases, EngineView engine, Timeline timeline, CityTime time) {
    this.cases = cases;
    this.engine = engine;
    this.timeline = timeline;
    this.time = time;
  }

  /**
   * @param filter whose cases, after which; its {@code max} bounds the page
   * @throws EngineView.EngineAway where the engine doesn't answer
   */
  public Page find(Set<StuckReason> wanted, CaseFilter filter) {
    List<StuckCase> found = new ArrayList<>();
    CaseFilter rest = filter.open().max(AT_ONCE);
    for (int looked = 0; looked < LOOKED_AT_MAX; looked += AT_ONCE) {
      List<CaseFile> some = cases.list(rest);
      Map<Long, Instances> instances = engine.instances(keys(some));
      Map<UUID, OffsetDateTime> last = lastDone(some);
      for (CaseFile file : some) {
        Instances own = instances.get(file.processInstanceKey());
        look(wanted, file, own, last.get(file.id())).ifPresent(found::add);
        if (found.size() == filter.max()) {
          return new Page(found, file);
        }
      }
      if (some.size() < AT_ONCE) {
        return new Page(found, null);
      }
      rest = rest.after(some.get(some.size() - 1));
    }
    return new Page(found, cases.find(rest.afterId()).orElseThrow());
  }

  /** What keeps the case's processes from going on, and in which of them. */
  Hindrance hindrance(CaseFile file) {
    Instances instances = file.status().isFinal() ? null : instances(file);
    if (!runs(file, instances)) {
      return new Hindrance(List.of(), List.of(), List.of());
    }
    return new Hindrance(
        instances.hindered(),
        instances.hindered().isEmpty() ? List.of() : engine.obstacles(instances),
        engine.retried(instances));
  }

  /** Why this case stands still and for whom it waits; empty where it is over. */
  public Optional<StuckCase> of(CaseFile file) {
    return file.status().isFinal()
        ? Optional.empty()
        : look(
            EnumSet.allOf(StuckReason.class),
            file,
            instances(file),
            lastDone(List.of(file)).get(file.id()));
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
      Map<Long, Instances> instances = engine.instances(keys(some));
      Map<UUID, OffsetDateTime> last = lastDone(some);
      for (CaseFile file : some) {
        Instances own = instances.get(file.processInstanceKey());
        tally.add(file.owner(), reasons(file, own, last.get(file.id())));
      }
      if (some.size() < AT_ONCE) {
        return tally;
      }
      rest = rest.after(some.get(some.size() - 1));
    }
    return tally.cutOff();
  }

  private Map<UUID, OffsetDateTime> lastDone(List<CaseFile> files) {
    return timeline.lastDoneAt(files.stream().map(CaseFile::id).toList());
  }

  private Set<StuckReason> reasons(CaseFile file, Instances instances, OffsetDateTime last) {
    Set<StuckReason> reasons = EnumSet.noneOf(StuckReason.class);
    overdue(file).ifPresent(cause -> reasons.add(StuckReason.OVERDUE));
    nobody(file, instances).ifPresent(cause -> reasons.add(StuckReason.NOBODY));
    idle(file, last).ifPresent(cause -> reasons.add(StuckReason.IDLE));
    if (runs(file, instances)) {
      reasons.add(instances.hindered().isEmpty() ? StuckReason.WAITING : StuckReason.INCIDENT);
    }
    return reasons;
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

  private Optional<StuckCase> look(
      Set<StuckReason> wanted, CaseFile file, Instances instances, OffsetDateTime last) {
    Optional<Cause> nobody = nobody(file, instances);
    boolean runs = runs(file, instances);
    List<Cause> causes = new ArrayList<>();
    overdue(file).ifPresent(causes::add);
    nobody.ifPresent(causes::add);
    if (runs) {
      obstacle(instances).ifPresent(causes::add);
    }
    idle(file, last).ifPresent(causes::add);
    boolean waits = runs && instances.hindered().isEmpty();
    boolean shown =
        waits && wanted.contains(StuckReason.WAITING)
            || causes.stream().anyMatch(cause -> wanted.contains(reason(cause)));
    if (!shown) {
      return Optional.empty();
    }
    List<Wait> open = runs ? engine.waits(instances) : List.of();
    if (waits) {
      causes.add(waiting(open));
    }
    return Optional.of(new StuckCase(file, causes, open));
  }

  /** While a case is suspended, its limits rest. */
  private Optional<Cause> overdue(CaseFile file) {
    if (file.status() == CaseStatus.SUSPENDED) {
      return Optional.empty();
    }
    if (passed(file.limits().settleBy())) {
      return Optional.of(cause(StuckReason.OVERDUE, file.limits().settleBy(), "settleBy"));
    }
    if (passed(file.limits().signBy()) && missing(file, "SignCase")) {
      return Optional.of(cause(StuckReason.OVERDUE, file.limits().signBy(), "signBy"));
    }
    return passed(file.limits().contactBy()) && missing(file, "ContactResident")
        ? Optional.of(cause(StuckReason.OVERDUE, file.limits().contactBy(), "contactBy"))
        : Optional.empty();
  }

  private Optional<Cause> idle(CaseFile file, OffsetDateTime last) {
    OffsetDateTime since = last == null ? file.receivedAt() : last;
    return file.status() != CaseStatus.SUSPENDED && passed(since.plus(IDLE_AFTER))
        ? Optional.of(cause(StuckReason.IDLE, since, "noStep"))
        : Optional.empty();
  }

  private boolean passed(OffsetDateTime limit) {
    return limit != null && limit.isBefore(time.now());
  }

  private boolean missing(CaseFile file, String step) {
    return timeline.count(file.id(), step) < Math.max(file.round(), 1);
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

  private Optional<Cause> obstacle(Instances instances) {
    return instances.hindered().isEmpty()
        ? Optional.empty()
        : engine.obstacles(instances).stream().findFirst().map(StuckCases::incident);
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

  private static StuckReason reason(Cause cause) {
    return StuckReason.of(cause.why()).orElseThrow();
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
