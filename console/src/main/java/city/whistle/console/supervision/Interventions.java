package city.whistle.console.supervision;

import city.whistle.console.account.Person;
import city.whistle.console.audit.ActionLog;
import city.whistle.console.audit.ActionLog.Deed;
import city.whistle.console.supervision.CaseInstances.Hindrance;
import city.whistle.console.tasks.EngineTasks;
import city.whistle.console.tasks.Refused;
import city.whistle.console.tasks.WorkTask;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.stuck.CaseRestarts;
import city.whistle.workers.stuck.SupervisorUrges;
import city.whistle.workers.timeline.Timeline;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a supervisor does about a case. Each is noted with its reason: in the case's timeline where
 * it was done, and in the action log whether or not it was.
 */
@Component
class Interventions {

  private final SupervisorUrges urges;
  private final CaseRestarts restarts;
  private final CaseInstances instances;
  private final EngineTasks tasks;
  private final Timeline timeline;
  private final ActionLog log;
  private final NotedCommands commands;

  Interventions(
      SupervisorUrges urges,
      CaseRestarts restarts,
      CaseInstances instances,
      EngineTasks tasks,
      Timeline timeline,
      ActionLog log,
      NotedCommands commands) {
    this.urges = urges;
    this.restarts = restarts;
    this.instances = instances;
    this.tasks = tasks;
    this.timeline = timeline;
    this.log = log;
    this.commands = commands;
  }

  /**
   * @throws SupervisorUrges.NobodyHears where nobody would hear it
   */
  @Transactional
  public void urge(Person person, CaseFile file, String reason) {
    urges.urge(file, person.id(), reason);
    log.done(person.id(), new Deed("urge", file.number(), null, ""), reason);
  }

  /**
   * @throws CaseRestarts.NotAbandoned where its process runs, or may yet begin
   */
  @Transactional
  public void restart(Person person, CaseFile file, String reason) {
    restarts.restart(file, "console:" + person.id(), person.id(), reason);
    log.done(
        person.id(), new Deed("restart", file.number(), file.processInstanceKey(), ""), reason);
  }

  /**
   * Gives the task to somebody, or back to its groups.
   *
   * @param to id of a person; empty for the groups
   * @throws Refused where the engine says no
   */
  void reassign(Person person, CaseFile file, WorkTask task, String to, String reason) {
    Deed deed =
        new Deed(
            to.isEmpty() ? "giveBack" : "reassign",
            file.number(),
            task.processInstanceKey(),
            to.isEmpty() ? task.elementId() : task.elementId() + ": " + to);
    commands.run(
        person,
        deed,
        reason,
        () -> {
          if (to.isEmpty()) {
            tasks.unassign(task.key());
          } else {
            tasks.assign(task.key(), to, true);
          }
        });
    timeline.append(
        file.id(),
        person.id(),
        "TaskReassigned",
        reason,
        Map.of(
            "task",
            task.elementId(),
            "from",
            task.assignee() == null ? "" : task.assignee(),
            "to",
            to));
  }

  /**
   * Has the engine try again.
   *
   * @throws Refused where it says no
   */
  void retry(Person person, CaseFile file, Hindrance hindrance, String reason) {
    Deed deed =
        new Deed(
            "retry",
            file.number(),
            hindrance.instanceKey(),
            hindrance.element() + ": " + hindrance.kind());
    commands.run(person, deed, reason, () -> instances.retry(hindrance));
    timeline.append(
        file.id(),
        person.id(),
        "IncidentRetried",
        reason,
        Map.of("element", hindrance.element(), "incident", hindrance.kind()));
  }
}
