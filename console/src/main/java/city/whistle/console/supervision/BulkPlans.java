package city.whistle.console.supervision;

import city.whistle.console.layout.Message;
import city.whistle.console.supervision.Bulk.Cohort;
import city.whistle.console.supervision.Bulk.Item;
import city.whistle.console.supervision.BulkPage.Plan;
import city.whistle.console.supervision.PlanPage.Select;
import io.camunda.client.api.search.response.ProcessDefinition;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes of what many instances are to become what people read and choose. */
@Component
class BulkPlans {

  private final ManyChanges changes;
  private final EngineProcesses processes;
  private final EngineCohorts engine;
  private final BulkStore store;

  BulkPlans(ManyChanges changes, EngineProcesses processes, EngineCohorts engine, BulkStore store) {
    this.changes = changes;
    this.processes = processes;
    this.engine = engine;
    this.store = store;
  }

  /**
   * @param open whether anything is still to be done
   */
  Plan of(Bulk bulk, boolean open) {
    Cohort cohort = bulk.cohort();
    ProcessDefinition shown = changes.definition(bulk);
    DrawnProcess drawn = processes.drawn(shown.getProcessDefinitionKey());
    boolean chosen = cohort.seal() != null;
    boolean asks = bulk.started() == null && (open || chosen);
    Optional<ProcessDefinition> to = version(bulk);
    return new Plan(
        cohort.process(),
        shown.getName(),
        cohort.version(),
        Message.of("plan.step", step(drawn, cohort.element())),
        BulkPages.path(bulk.id()) + "/to",
        asks ? selects(bulk, to) : List.of(),
        chosen,
        cohort.preview(),
        chosen ? cohort.seal().toString() : null,
        bulk.ended() == null ? null : now(bulk, drawn, to),
        there(bulk, to));
  }

  /** The version to which they go; empty where they don't, or it wasn't chosen yet. */
  private Optional<ProcessDefinition> version(Bulk bulk) {
    return bulk.action().equals(Bulk.MOVE) || bulk.to() == null
        ? Optional.empty()
        : changes.versions(bulk).stream()
            .filter(one -> String.valueOf(one.getVersion()).equals(bulk.to()))
            .findFirst();
  }

  private List<Select> selects(Bulk bulk, Optional<ProcessDefinition> to) {
    return bulk.action().equals(Bulk.MOVE)
        ? List.of(MoveController.to(changes.graph(bulk), bulk.to()))
        : MigrationSelects.of(
            changes.versions(bulk),
            to.map(ProcessDefinition::getVersion).orElse(null),
            to.map(one -> changes.asked(bulk, one)).orElse(List.of()));
  }

  /** Read anew: how many of those that were to be changed are so. */
  private Message now(Bulk bulk, DrawnProcess drawn, Optional<ProcessDefinition> to) {
    List<Long> keys =
        store.items(bulk.id(), 1, BulkCohorts.INSTANCES_MAX).stream()
            .filter(item -> item.state() != Bulk.State.LEFT)
            .map(Item::instance)
            .distinct()
            .toList();
    if (bulk.action().equals(Bulk.MOVE)) {
      String step = step(drawn, bulk.to());
      return Message.of("bulk.now.move", engine.at(bulk.to(), keys), keys.size(), step);
    }
    long there = to.map(one -> engine.by(one.getProcessDefinitionKey(), keys)).orElse(0L);
    return Message.of("bulk.now.migrate", there, keys.size(), bulk.to());
  }

  private static String there(Bulk bulk, Optional<ProcessDefinition> to) {
    Cohort cohort = bulk.cohort();
    return bulk.action().equals(Bulk.MOVE)
        ? ProcessVersions.instances(cohort.process(), cohort.version(), bulk.to(), false, null)
        : ProcessVersions.instances(
            cohort.process(),
            to.map(ProcessDefinition::getVersion).orElse(cohort.version()),
            null,
            false,
            null);
  }

  private static String step(DrawnProcess drawn, String id) {
    return Message.step(id, drawn.nameOf(id));
  }
}
