package city.whistle.console.tasks;

import city.whistle.console.access.Access;
import city.whistle.console.access.Right;
import city.whistle.console.account.Accounts;
import city.whistle.console.account.Person;
import city.whistle.workers.stuck.EngineView;
import city.whistle.workers.stuck.EngineView.EngineAway;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What people have to do for one case now, whoever they are. */
@Component
public class CaseTasks {

  private static final Logger LOG = LoggerFactory.getLogger(CaseTasks.class);

  /** A case with a whistle to many units has a dozen. */
  private static final int INSTANCES_MAX = 50;

  private final EngineView view;
  private final EngineTasks engine;
  private final Access access;
  private final Accounts accounts;

  CaseTasks(EngineView view, EngineTasks engine, Access access, Accounts accounts) {
    this.view = view;
    this.engine = engine;
    this.access = access;
    this.accounts = accounts;
  }

  /**
   * Latest limit first; empty where the engine doesn't answer.
   *
   * @param processInstanceKey of the case's process
   */
  public Optional<List<OpenTask>> of(Person person, long processInstanceKey) {
    try {
      EngineView.Instances instances =
          view.instances(List.of(processInstanceKey)).get(processInstanceKey);
      List<Long> running = instances == null ? List.of() : instances.running();
      Set<String> groups = access.groups(person);
      return Optional.of(
          engine.ofInstances(running.stream().limit(INSTANCES_MAX).toList()).stream()
              .sorted(WorkTask.BY_URGENCY)
              .map(task -> open(person, groups, task))
              .toList());
    } catch (EngineAway e) {
      LOG.warn("open tasks of {} can't be read: {}", processInstanceKey, e.toString());
      return Optional.empty();
    }
  }

  private OpenTask open(Person person, Set<String> groups, WorkTask task) {
    boolean his = access.may(person, Right.TASKS) && task.isFor(person.id(), groups);
    return new OpenTask(
        his ? "/tasks/" + task.key() : null,
        task.elementId(),
        task.name(),
        task.groups().stream().sorted().toList(),
        task.assignee() == null ? null : accounts.nameOf(task.assignee()),
        task.due(),
        task.created());
  }

  /**
   * Something to do.
   *
   * @param path where the person does it; null where it isn't his
   * @param kind id of the step
   * @param name of the step as the model calls it
   * @param groups whose it is
   * @param takenBy name of who has taken it; null where nobody has
   * @param due null for none
   * @param began since when it is there
   */
  public record OpenTask(
      String path,
      String kind,
      String name,
      List<String> groups,
      String takenBy,
      OffsetDateTime due,
      OffsetDateTime began) {}
}
