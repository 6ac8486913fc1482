package city.whistle.console.supervision;

import city.whistle.console.layout.Message;
import city.whistle.console.supervision.StepGraph.Node;
import city.whistle.workers.answer.Feel;
import io.camunda.client.api.search.enums.ElementInstanceState;
import io.camunda.client.api.search.enums.ElementInstanceType;
import io.camunda.client.api.search.response.ElementInstance;
import io.camunda.client.api.search.response.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What it would do to move an instance from one step to another, and whether it can be done without
 * the registry and the engine telling different things of a case. What a called process keeps in
 * the registry (a whistle, a suspension, a call-back) it ends itself; the clock of a round stands
 * beside its handling; so a case's token moves among the steps of its own scope alone, and neither
 * out of a call nor away from where it waits.
 */
@Component
class TokenMoves {

  private static final Set<ElementInstanceType> AROUND =
      Set.of(
          ElementInstanceType.PROCESS,
          ElementInstanceType.SUB_PROCESS,
          ElementInstanceType.EVENT_SUB_PROCESS,
          ElementInstanceType.MULTI_INSTANCE_BODY);

  /** Where something of the registry's waits for something, or is kept by what was called. */
  private static final Set<String> WORK =
      Set.of("userTask", "serviceTask", "businessRuleTask", "scriptTask", "sendTask");

  private final EngineInstances engine;
  private final EngineProcesses processes;
  private final StepTasks tasks;
  private final Feel feel;

  TokenMoves(EngineInstances engine, EngineProcesses processes, StepTasks tasks, Feel feel) {
    this.engine = engine;
    this.processes = processes;
    this.tasks = tasks;
    this.feel = feel;
  }

  /** Where the instance stands, and where it could be moved to. */
  Standing standing(KnownInstance of) {
    List<ElementInstance> path = engine.path(of.key()).elements();
    return new Standing(
        processes.graph(of.instance().getProcessDefinitionKey()),
        path,
        path.stream()
            .filter(one -> one.getState() == ElementInstanceState.ACTIVE)
            .filter(one -> !AROUND.contains(one.getType()))
            .toList());
  }

  /** Why it can't be; empty where it can. */
  Optional<Message> hindrance(KnownInstance of, Standing at, ElementInstance from, Node to) {
    Node source = at.graph.find(from.getElementId()).orElse(to);
    String left = Message.step(source.id(), source.name());
    String begun = Message.step(to.id(), to.name());
    if (source.repeated() || to.repeated()) {
      return Optional.of(Message.of("move.repeated", source.repeated() ? left : begun));
    }
    if (of.file().isEmpty()) {
      return Optional.empty();
    }
    if (!WORK.contains(source.kind())) {
      boolean called = source.kind().equals("callActivity");
      return Optional.of(Message.of(called ? "move.called" : "move.waits", left));
    }
    if (!WORK.contains(to.kind())) {
      return Optional.of(Message.of("move.calls", begun));
    }
    return source.parent().equals(to.parent())
        ? Optional.empty()
        : Optional.of(Message.of("move.elsewhere", left, begun));
  }

  /** What will be true afterwards, sentence by sentence. */
  List<Message> preview(KnownInstance of, Standing at, ElementInstance from, Node to) {
    List<Message> says = new ArrayList<>();
    says.add(ends(of, from));
    if (Boolean.TRUE.equals(from.getIncident())) {
      says.add(Message.of("move.incident"));
    }
    at.graph.find(from.getElementId()).stream()
        .flatMap(node -> node.events().stream())
        .map(at.graph::find)
        .flatMap(Optional::stream)
        .forEach(event -> says.add(about("move.event", event)));
    says.add(about("move.begins", to));
    says.addAll(leftOut(of, at, from, to));
    missing(of, at, to).forEach(name -> says.add(Message.of("move.missing", name)));
    if (of.file().isPresent()) {
      says.add(Message.of("move.registry"));
    }
    return says;
  }

  private Message ends(KnownInstance of, ElementInstance from) {
    String step = Message.step(from.getElementId(), from.getElementName());
    StepTask task = tasks.of(of.key()).get(from.getElementInstanceKey());
    if (task == null) {
      return Message.of("move.ends", step);
    }
    return task.by() == null
        ? Message.of("move.ends.free", step)
        : Message.of("move.ends.taken", step, task.by());
  }

  private static Message about(String key, Node node) {
    return Message.of(key, Message.step(node.id(), node.name()));
  }

  /** Steps that the way leads through and that never were done; or that it goes back. */
  private static List<Message> leftOut(
      KnownInstance of, Standing at, ElementInstance from, Node to) {
    List<Node> between = at.graph.between(from.getElementId(), to.id());
    if (from.getElementId().equals(to.id()) || between.isEmpty()) {
      return from.getElementId().equals(to.id())
          ? List.of(Message.of("move.again"))
          : List.of(
              Message.of(
                  at.graph.between(to.id(), from.getElementId()).isEmpty()
                      ? "move.apart"
                      : "move.back"));
    }
    Set<String> done =
        at.path.stream()
            .filter(one -> one.getState() == ElementInstanceState.COMPLETED)
            .map(ElementInstance::getElementId)
            .collect(Collectors.toSet());
    String key = of.file().isPresent() ? "move.leftOut.case" : "move.leftOut";
    return between.stream()
        .filter(node -> !done.contains(node.id()))
        .map(node -> about(key, node))
        .toList();
  }

  /** Variables that the step reads when it begins, and that aren't there. */
  private List<String> missing(KnownInstance of, Standing at, Node to) {
    Set<Long> scopes =
        at.path.stream()
            .filter(one -> one.getState() == ElementInstanceState.ACTIVE)
            .filter(one -> AROUND.contains(one.getType()))
            .map(ElementInstance::getElementInstanceKey)
            .collect(Collectors.toCollection(HashSet::new));
    scopes.add(of.key());
    Set<String> there =
        engine.variables(of.key()).stream()
            .filter(one -> scopes.contains(one.getScopeKey()))
            .map(Variable::getName)
            .collect(Collectors.toSet());
    return to.expressions().stream()
        .flatMap(one -> feel.variables(one, false).stream())
        .flatMap(Set::stream)
        .filter(name -> !there.contains(name))
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * @param path all elements that it has gone through
   * @param active those where it stands, but for the scopes around them
   */
  record Standing(StepGraph graph, List<ElementInstance> path, List<ElementInstance> active) {

    Optional<ElementInstance> at(long key) {
      return active.stream().filter(one -> one.getElementInstanceKey() == key).findFirst();
    }
  }
}
