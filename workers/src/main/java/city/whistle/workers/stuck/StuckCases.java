package city.whistle.workers.stuck;

import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.casefile.CaseFilter;
import city.whistle.workers.stuck.EngineView.Instances;
import city.whistle.workers.stuck.EngineView.Obstacle;
import city.whistle.workers.stuck.EngineView.Wait;
import city.whistle.workers.stuck.StuckCase.Cause;
import city.whistle.workers.timeline.Timeline;
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
import org.springframework.stereotype.Component;

/**
 * Finds the open cases that stand still. It goes along them oldest first, asks the engine about
 * many at once, and looks at no more than a bounded number for one answer: a page may be short and
 * say where to go on.
 */
@Component
public class StuckCases {

  /** Where most stand still, the first hundred fill a page. */
  private static final int FIRST = 100;

  private static final int AT_ONCE = 500;
  private static final int LOOKED_AT_MAX = 2000;

  /** Where more can't go on, they are found among the others soon enough. */
  private static final int HINDERED_MAX = 1000;

  private final CaseFiles cases;
  private final EngineView engine;
  private final Timeline timeline;
  private final StuckCauses causes;
  private final UnanswerableForms forms;

  StuckCases(
      CaseFiles cases,
      EngineView engine,
      Timeline timeline,
      StuckCauses causes,
      UnanswerableForms forms) {
    this.cases = cases;
    this.engine = engine;
    this.timeline = timeline;
    this.causes = causes;
    this.forms = forms;
  }

  /**
   * @param filter whose cases, after which; its {@code max} bounds the page
   * @throws EngineView.EngineAway where the engine doesn't answer
   */
  public Page find(Set<StuckReason> wanted, CaseFilter filter) {
    List<Looked> found = new ArrayList<>();
    CaseFilter rest = narrowed(wanted, filter.open().max(FIRST));
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

  /** Few are hindered, and the engine knows which: nobody goes along all others to find them. */
  private CaseFilter narrowed(Set<StuckReason> wanted, CaseFilter filter) {
    if (!wanted.equals(Set.of(StuckReason.INCIDENT)) || !forms.tasks().isEmpty()) {
      return filter;
    }
    List<Long> hindered = engine.hindered(HINDERED_MAX);
    return hindered.size() < HINDERED_MAX ? filter.of(hindered) : filter;
  }

  /** What keeps the case's processes from going on, and in which of them. */
  Hindrance hindrance(CaseFile file) {
    Instances instances = file.status().isFinal() ? null : instances(file);
    if (!StuckCauses.runs(file, instances)) {
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
    Map<UUID, Map<String, Integer>> done = timeline.counts(ids, StuckCauses.FIRST_STEPS);
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
        StuckCauses.runs(file, instances) ? instances : null,
        unanswerable,
        causes.of(file, instances, last, done));
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
    List<Cause> all = new ArrayList<>(one.causes());
    if (one.isHindered()) {
      obstacle(one).map(StuckCauses::incident).ifPresent(all::add);
      // that nothing was done comes of what hinders it
      all.sort(Comparator.comparing(cause -> cause.why().equals(StuckReason.IDLE.wireName())));
    } else if (one.runs()) {
      all.add(StuckCauses.waiting(open));
    }
    return new StuckCase(one.file(), all, open);
  }

  /** An incident before a task that nobody can do. */
  private Optional<Obstacle> obstacle(Looked one) {
    return one.instances().hindered().isEmpty()
        ? Optional.of(one.unanswerable())
        : engine.obstacles(one.instances()).stream().findFirst();
  }

  /** Whether the engine knows the case's process, and that it runs no more. */
  public boolean isAbandoned(CaseFile file) {
    return !file.status().isFinal() && causes.nobody(file, instances(file)).isPresent();
  }

  private Instances instances(CaseFile file) {
    return file.processInstanceKey() == null
        ? null
        : engine.instances(List.of(file.processInstanceKey())).get(file.processInstanceKey());
  }

  private static List<Long> keys(List<CaseFile> files) {
    return files.stream().map(CaseFile::processInstanceKey).filter(Objects::nonNull).toList();
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
