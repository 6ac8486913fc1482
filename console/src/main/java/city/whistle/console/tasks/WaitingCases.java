package city.whistle.console.tasks;

import city.whistle.console.access.Access;
import city.whistle.console.account.Accounts;
import city.whistle.console.account.Person;
import city.whistle.console.account.Role;
import city.whistle.console.tasks.WaitingPage.Case;
import city.whistle.console.tasks.WaitingPage.Step;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.casefile.UnitFigures;
import city.whistle.workers.casefile.UnitFigures.Which;
import city.whistle.workers.stuck.EngineView;
import city.whistle.workers.stuck.EngineView.Instances;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Open cases that a person's units own and for which others have something to do now, or nobody: it
 * waits for a day or an answer. An owner goes on beside what he asked others for, so he may have a
 * task in it, too. The cases come from the registry, the earliest limit first.
 */
@Component
class WaitingCases {

  private static final int LOOKED_AT = 40;
  private static final int SHOWN_MAX = 20;
  private static final int AT_ONCE = 20;
  private static final int INSTANCES_MAX = 20;

  private final UnitFigures figures;
  private final CaseFiles files;
  private final EngineView view;
  private final EngineTasks engine;
  private final Access access;
  private final Accounts accounts;
  private final Parties parties;

  WaitingCases(
      UnitFigures figures,
      CaseFiles files,
      EngineView view,
      EngineTasks engine,
      Access access,
      Accounts accounts,
      Parties parties) {
    this.figures = figures;
    this.files = files;
    this.view = view;
    this.engine = engine;
    this.access = access;
    this.accounts = accounts;
    this.parties = parties;
  }

  /**
   * @param skip how many open cases the pages before have looked at
   */
  WaitingPage page(Person person, int skip) {
    List<String> units = person.units(Role.HANDLER, Role.LEAD).stream().sorted().toList();
    if (units.isEmpty()) {
      return new WaitingPage(false, List.of(), 0, null);
    }
    List<UUID> ids = figures.list(units, Which.OPEN, null, skip, LOOKED_AT + 1);
    List<CaseFile> open = files.list(ids.stream().limit(LOOKED_AT).toList());
    Look look = new Look(person, open);
    List<Case> found = new ArrayList<>();
    int at = 0;
    for (; at < open.size() && found.size() < SHOWN_MAX; at++) {
      if (at % AT_ONCE == 0) {
        look.ahead(open.subList(at, Math.min(at + AT_ONCE, open.size())));
      }
      look.at(open.get(at)).ifPresent(found::add);
    }
    boolean more = at < open.size() || ids.size() > LOOKED_AT;
    return new WaitingPage(
        true, found, skip + at, more ? "/tasks/waiting?skip=" + (skip + at) : null);
  }

  /** One look at cases for one person. */
  private final class Look {

    private final Person person;
    private final Map<Long, Instances> trees;
    private final Set<UUID> seen;
    private final Set<String> groups;
    private final Map<Long, List<WorkTask>> tasks = new HashMap<>();

    Look(Person person, List<CaseFile> open) {
      this.person = person;
      this.seen = access.seenOf(person, open);
      this.groups = access.groups(person);
      this.trees =
          view.instances(
              open.stream()
                  .filter(file -> seen.contains(file.id()))
                  .map(CaseFile::processInstanceKey)
                  .filter(Objects::nonNull)
                  .toList());
    }

    /** Asks for the tasks of cases that are looked at next. */
    void ahead(List<CaseFile> some) {
      engine
          .ofInstances(some.stream().flatMap(file -> running(file).stream()).toList())
          .forEach(
              task ->
                  tasks
                      .computeIfAbsent(task.processInstanceKey(), none -> new ArrayList<>())
                      .add(task));
    }

    private Optional<Instances> tree(CaseFile file) {
      return Optional.ofNullable(file.processInstanceKey()).map(trees::get);
    }

    private List<Long> running(CaseFile file) {
      return tree(file).stream()
          .flatMap(tree -> tree.running().stream().limit(INSTANCES_MAX))
          .toList();
    }

    /** The case, if the person may know of it and it waits for others. */
    Optional<Case> at(CaseFile file) {
      if (tree(file).isEmpty() || !seen.contains(file.id())) {
        return Optional.empty();
      }
      List<WorkTask> open =
          running(file).stream()
              .flatMap(key -> tasks.getOrDefault(key, List.of()).stream())
              .sorted(WorkTask.BY_URGENCY)
              .toList();
      List<WorkTask> others =
          open.stream().filter(task -> !task.isFor(person.id(), groups)).toList();
      return others.isEmpty() && !open.isEmpty()
          ? Optional.empty()
          : Optional.of(shown(file, others));
    }
  }

  private Case shown(CaseFile file, List<WorkTask> tasks) {
    return new Case(
        file.number(),
        "/cases/" + file.number(),
        file.about().title(),
        file.status().wireName(),
        file.limits().settleBy(),
        tasks.stream().map(this::step).toList());
  }

  private Step step(WorkTask task) {
    return new Step(
        task.elementId(),
        task.name(),
        parties.of(task.groups()),
        task.assignee() == null ? null : accounts.nameOf(task.assignee()),
        task.due());
  }
}
