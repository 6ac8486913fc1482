package city.whistle.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.clock.EngineClock;
import city.whistle.engine.command.ActivateJobs;
import city.whistle.engine.command.Command;
import city.whistle.engine.command.CompleteJob;
import city.whistle.engine.command.ContinueSteps;
import city.whistle.engine.command.CreateInstance;
import city.whistle.engine.command.DeployResources;
import city.whistle.engine.command.Deployed;
import city.whistle.engine.command.JobsActivated;
import city.whistle.engine.command.MoveClock;
import city.whistle.engine.command.Processed;
import city.whistle.engine.command.Processor;
import city.whistle.engine.command.PublishMessage;
import city.whistle.engine.decision.DecisionEngine;
import city.whistle.engine.expression.ExpressionEngine;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.key.KeyGenerator;
import city.whistle.engine.model.ElementType;
import city.whistle.engine.model.ModelCompiler;
import city.whistle.engine.outcome.Effect;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.Incident;
import city.whistle.engine.state.NetChanges;
import city.whistle.engine.state.ProcessInstance;
import city.whistle.engine.state.Row;
import city.whistle.engine.state.State;
import city.whistle.engine.state.TakenFlow;
import city.whistle.engine.state.Variable;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The engine's core on memory alone; the rows that the store would have are kept beside it. */
final class MemoryEngine {

  static final Instant START = Instant.parse("2026-03-02T01:00:00Z");

  final State state = new State();
  private final EngineClock clock = new EngineClock(Clock.fixed(START, ZoneOffset.UTC));
  private final ExpressionEngine expressions = new ExpressionEngine(clock);
  private final Processor processor =
      new Processor(
          state,
          new KeyGenerator(),
          clock,
          expressions,
          new DecisionEngine(clock),
          new ModelCompiler(expressions));
  private final Map<String, Map<Long, Row>> stored = new TreeMap<>();

  <A> A run(Command<A> command) {
    Processed<A> processed = processor.process(command);
    store(state.journal().drain());
    processed.effects().forEach(this::tell);
    return processed.answer();
  }

  private void tell(Effect effect) {
    if (effect instanceof Effect.StepsLeft left) {
      run(new ContinueSteps(left.continuationKey()));
    } else if (effect instanceof Effect.ResultReady<?> ready) {
      ready.tell();
    } else if (effect instanceof Effect.ResultMissed missed) {
      missed.waiter().completeExceptionally(missed.reason());
    }
  }

  private void store(NetChanges changes) {
    for (NetChanges.OfRelation<?> net : changes.relations()) {
      Map<Long, Row> rows = stored.computeIfAbsent(net.relation().name(), name -> new TreeMap<>());
      net.inserts().forEach(row -> assertThat(rows.put(row.key(), row)).isNull());
      net.updates().forEach(row -> assertThat(rows.put(row.key(), row)).isNotNull());
      net.deletes().forEach(key -> assertThat(rows.remove(key)).isNotNull());
    }
  }

  <R extends Row> Stream<R> stored(String relation, Class<R> type) {
    return stored.getOrDefault(relation, Map.of()).values().stream().map(type::cast);
  }

  Deployed deploy(String name, String text) {
    return run(
        new DeployResources(
            List.of(
                new DeployResources.ResourceFile(name, text.getBytes(StandardCharsets.UTF_8)))));
  }

  Deployed deploy(BpmnModelInstance model) {
    return deploy("process.bpmn", Bpmn.convertToString(model));
  }

  long start(String processId) {
    return start(processId, Map.of());
  }

  long start(String processId, Map<String, Object> variables) {
    return run(new CreateInstance(
            Row.NONE,
            processId,
            -1,
            JsonValue.of(variables),
            List.of(),
            List.of(),
            false,
            List.of()))
        .processInstanceKey();
  }

  List<JobsActivated.ActivatedJob> activate(String type, String... fetchVariables) {
    return run(new ActivateJobs(type, "test", Duration.ofMinutes(5), 1000, List.of(fetchVariables)))
        .jobs();
  }

  void completeJob(String type) {
    completeJob(type, Map.of());
  }

  /** Completes the oldest job of the type. */
  void completeJob(String type, Map<String, Object> variables) {
    long key = state.activatableJobs.first(type).orElseThrow().key();
    run(new CompleteJob(key, JsonValue.of(variables), null));
  }

  void publish(String name, String key, Map<String, Object> variables) {
    run(new PublishMessage(name, key, Duration.ofHours(1), null, JsonValue.of(variables)));
  }

  void moveClock(Duration duration) {
    run(new MoveClock.By(duration));
  }

  /** Ids of the elements that are active in the instance, without the process itself. */
  List<String> active(long processInstanceKey) {
    return state.elementInstances.all().stream()
        .filter(element -> element.processInstanceKey() == processInstanceKey)
        .filter(element -> element.type() != ElementType.PROCESS)
        .map(ElementInstance::elementId)
        .sorted()
        .toList();
  }

  /** Ids of the elements that came to this end, in order. */
  List<String> ended(long processInstanceKey, ElementInstance.State end) {
    return stored("element_instance", ElementInstance.class)
        .filter(element -> element.processInstanceKey() == processInstanceKey)
        .filter(element -> element.type() != ElementType.PROCESS)
        .filter(element -> element.state() == end)
        .map(ElementInstance::elementId)
        .toList();
  }

  List<String> completed(long processInstanceKey) {
    return ended(processInstanceKey, ElementInstance.State.COMPLETED);
  }

  List<String> terminated(long processInstanceKey) {
    return ended(processInstanceKey, ElementInstance.State.TERMINATED);
  }

  List<String> flows(long processInstanceKey) {
    return stored("sequence_flow", TakenFlow.class)
        .filter(flow -> flow.processInstanceKey() == processInstanceKey)
        .map(TakenFlow::flowId)
        .toList();
  }

  ProcessInstance.State stateOf(long processInstanceKey) {
    return stored("process_instance", ProcessInstance.class)
        .filter(instance -> instance.key() == processInstanceKey)
        .findFirst()
        .orElseThrow()
        .state();
  }

  /** The process's own variables, also after its end. */
  Map<String, Object> variables(long processInstanceKey) {
    Map<String, Object> found = new TreeMap<>();
    stored("variable", Variable.class)
        .filter(variable -> variable.scopeKey() == processInstanceKey)
        .forEach(variable -> found.put(variable.name(), variable.value().value()));
    return found;
  }

  List<Incident> incidents() {
    return List.copyOf(new ArrayList<>(state.incidents.all()));
  }

  List<Long> instancesOf(String processId) {
    return stored("process_instance", ProcessInstance.class)
        .filter(instance -> instance.bpmnProcessId().equals(processId))
        .map(ProcessInstance::key)
        .toList();
  }

  /** Nothing is left in memory of an instance that ended. */
  void assertNothingOpen() {
    assertThat(state.processInstances.all()).isEmpty();
    assertThat(state.elementInstances.all()).isEmpty();
    assertThat(state.variables.all()).isEmpty();
    assertThat(state.jobs.all()).isEmpty();
    assertThat(state.userTasks.all()).isEmpty();
    assertThat(state.timers.all()).isEmpty();
    assertThat(state.messageSubscriptions.all()).isEmpty();
    assertThat(state.signalSubscriptions.all()).isEmpty();
    assertThat(state.joinTokens.all()).isEmpty();
    assertThat(state.loopItems.all()).isEmpty();
    assertThat(state.loopResults.all()).isEmpty();
    assertThat(state.incidents.all()).isEmpty();
    assertThat(state.continuations.all()).isEmpty();
  }
}
