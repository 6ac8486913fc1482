package city.whistle.console.supervision;

import city.whistle.console.account.Person;
import city.whistle.console.supervision.Bulk.Item;
import city.whistle.console.supervision.Migration.Asked;
import city.whistle.console.supervision.StepGraph.Node;
import city.whistle.console.supervision.TokenMoves.Standing;
import io.camunda.client.api.search.response.ElementInstance;
import io.camunda.client.api.search.response.ProcessDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Moves or migrates many instances, each as it would be by itself. */
@Component
class ManyChanges {

  private final EngineInstances engine;
  private final EngineProcesses processes;
  private final TokenMoves moves;
  private final InstanceMigrations migrations;
  private final InstanceInterventions interventions;

  ManyChanges(
      EngineInstances engine,
      EngineProcesses processes,
      TokenMoves moves,
      InstanceMigrations migrations,
      InstanceInterventions interventions) {
    this.engine = engine;
    this.processes = processes;
    this.moves = moves;
    this.migrations = migrations;
    this.interventions = interventions;
  }

  /**
   * @param to id of a step, or number of a version
   * @param steps what steps become that the other version doesn't have so
   * @return empty where there is no such step or version
   */
  Optional<ManyChange> of(Bulk bulk, String to, Map<String, String> steps) {
    return bulk.action().equals(Bulk.MOVE)
        ? graph(bulk).begun(to).map(Move::new)
        : versions(bulk).stream()
            .filter(one -> String.valueOf(one.getVersion()).equals(to))
            .findFirst()
            .map(version -> new Migrate(version, steps));
  }

  /** How the steps follow each other, to one of which instances can be moved. */
  StepGraph graph(Bulk bulk) {
    return processes.graph(definition(bulk).getProcessDefinitionKey());
  }

  /** The versions to which instances can be migrated, the newest first. */
  List<ProcessDefinition> versions(Bulk bulk) {
    return migrations.versions(bulk.cohort().process(), bulk.cohort().version());
  }

  /**
   * @throws city.whistle.console.layout.NoSuchPage where the engine has it no more
   */
  ProcessDefinition definition(Bulk bulk) {
    return ProcessController.chosen(
        processes.versions(bulk.cohort().process()), bulk.cohort().version());
  }

  /** What is asked for steps that the other version doesn't have so. */
  List<Asked> asked(Bulk bulk, ProcessDefinition to) {
    return migrations.asked(
        definition(bulk).getProcessDefinitionKey(),
        to.getProcessDefinitionKey(),
        bulk.cohort().steps());
  }

  private final class Move implements ManyChange {

    private final Node to;

    Move(Node to) {
      this.to = to;
    }

    @Override
    public boolean isDone(KnownInstance of, Item item) {
      List<ElementInstance> active = engine.active(of.key());
      return active.stream().noneMatch(one -> one.getElementInstanceKey().equals(item.target()))
          && active.stream().anyMatch(one -> one.getElementId().equals(to.id()));
    }

    @Override
    public Verdict judge(KnownInstance of, Item item) {
      Standing at = moves.standing(of);
      Optional<ElementInstance> from = at.at(item.target());
      if (from.isEmpty()) {
        return Verdict.no("around");
      }
      return moves
          .hindrance(of, at, from.get(), to)
          .map(why -> Verdict.no(why.key()))
          .orElseGet(() -> Verdict.yes(moves.preview(of, at, from.get(), to)));
    }

    @Override
    public void act(Person person, KnownInstance of, Item item, String reason) {
      interventions.move(person, of, item.target(), item.step(), to.id(), reason);
    }
  }

  private final class Migrate implements ManyChange {

    private final ProcessDefinition to;
    private final Map<String, String> steps;

    Migrate(ProcessDefinition to, Map<String, String> steps) {
      this.to = to;
      this.steps = steps;
    }

    @Override
    public boolean isDone(KnownInstance of, Item item) {
      return of.instance().getProcessDefinitionKey().equals(to.getProcessDefinitionKey());
    }

    @Override
    public Verdict judge(KnownInstance of, Item item) {
      Migration plan = plan(of);
      String why =
          plan.hindrance() != null
              ? plan.hindrance().key()
              : plan.preview().isEmpty() ? "stepOpen" : "";
      return new Verdict(
          why,
          why.isEmpty() ? plan.seal(from(of), to.getProcessDefinitionKey()) : "",
          plan.preview(),
          plan.asked().stream().map(one -> one.step().id()).toList());
    }

    private long from(KnownInstance of) {
      return of.instance().getProcessDefinitionKey();
    }

    private Migration plan(KnownInstance of) {
      return migrations.plan(of, to, steps);
    }

    @Override
    public void act(Person person, KnownInstance of, Item item, String reason) {
      interventions.migrate(person, of, to, plan(of).mapping(), reason);
    }
  }
}
