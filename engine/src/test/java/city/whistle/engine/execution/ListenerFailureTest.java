package city.whistle.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.command.AssignUserTask;
import city.whistle.engine.command.CancelInstance;
import city.whistle.engine.command.Command;
import city.whistle.engine.command.CompleteUserTask;
import city.whistle.engine.command.ResolveIncident;
import city.whistle.engine.command.SetVariables;
import city.whistle.engine.command.TaskChanges;
import city.whistle.engine.command.UpdateUserTask;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.ErrorType;
import city.whistle.engine.state.Incident;
import city.whistle.engine.state.UserTask;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.AbstractFlowNodeBuilder;
import io.camunda.zeebe.model.bpmn.builder.StartEventBuilder;
import io.camunda.zeebe.model.bpmn.builder.UserTaskBuilder;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskListenerEventType;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A listener's properties that can't be evaluated after an earlier listener is done: whoever did
 * that one is not to blame.
 */
class ListenerFailureTest {

  private static final Map<String, Object> MENDED = Map.of("type", "second", "retries", 2);

  private final MemoryEngine engine = new MemoryEngine();

  private record Case(String name, String stoppedAt, BpmnModelInstance model) {

    @Override
    public String toString() {
      return name;
    }
  }

  private static BpmnModelInstance withElement(
      Function<StartEventBuilder, AbstractFlowNodeBuilder<?, ?>> element) {
    return element.apply(Bpmn.createExecutableProcess("p").startEvent()).endEvent().done();
  }

  static Stream<Case> executionListeners() {
    return Stream.of(
        new Case(
            "start of a task, type",
            "E",
            withElement(
                s ->
                    s.manualTask("E")
                        .zeebeStartExecutionListener("first")
                        .zeebeStartExecutionListener("=type"))),
        new Case(
            "start of a task, retries",
            "E",
            withElement(
                s ->
                    s.manualTask("E")
                        .zeebeStartExecutionListener("first")
                        .zeebeStartExecutionListener("second", "=retries"))),
        new Case(
            "end of a task, type",
            "E",
            withElement(
                s ->
                    s.manualTask("E")
                        .zeebeEndExecutionListener("first")
                        .zeebeEndExecutionListener("=type"))),
        new Case(
            "end of a task, retries",
            "E",
            withElement(
                s ->
                    s.manualTask("E")
                        .zeebeEndExecutionListener("first")
                        .zeebeEndExecutionListener("second", "=retries"))),
        new Case(
            "start of a gateway",
            "E",
            withElement(
                s ->
                    s.exclusiveGateway("E")
                        .zeebeStartExecutionListener("first")
                        .zeebeStartExecutionListener("=type"))),
        new Case(
            "end of a sub-process",
            "E",
            withElement(
                s ->
                    s.subProcess(
                        "E",
                        inner ->
                            inner
                                .zeebeEndExecutionListener("first")
                                .zeebeEndExecutionListener("=type")
                                .embeddedSubProcess()
                                .startEvent()
                                .endEvent()))),
        new Case(
            "start of an item of a loop",
            "E",
            withElement(
                s ->
                    s.manualTask("E")
                        .zeebeStartExecutionListener("first")
                        .zeebeStartExecutionListener("=type")
                        .multiInstance(m -> m.zeebeInputCollectionExpression("[1]")))),
        new Case(
            "start of the process",
            "p",
            Bpmn.createExecutableProcess("p")
                .zeebeStartExecutionListener("first")
                .zeebeStartExecutionListener("=type")
                .startEvent()
                .endEvent()
                .done()),
        new Case(
            "end of the process",
            "p",
            Bpmn.createExecutableProcess("p")
                .zeebeEndExecutionListener("first")
                .zeebeEndExecutionListener("=type")
                .startEvent()
                .endEvent()
                .done()));
  }

  @ParameterizedTest
  @MethodSource("executionListeners")
  void allListenersOfTheEventAreCalledAgainOnceItIsMended(Case c) {
    engine.deploy(c.model());
    long key = engine.start("p");
    engine.completeJob("first");
    assertThat(incident().elementId()).isEqualTo(c.stoppedAt());
    assertThat(engine.state.jobs.all()).isEmpty();

    mend(key);
    engine.completeJob("first");
    engine.completeJob("second");
    assertThat(engine.incidents()).isEmpty();
    engine.assertNothingOpen();
  }

  @Test
  void whatIsMendedIsSeenThroughTheInputMappings() {
    engine.deploy(
        withElement(
            s ->
                s.manualTask("E")
                    .zeebeInputExpression("type", "mapped")
                    .zeebeStartExecutionListener("first")
                    .zeebeStartExecutionListener("=mapped")));
    long key = engine.start("p");
    engine.completeJob("first");
    mend(key);
    engine.completeJob("first");
    engine.completeJob("second");
    engine.assertNothingOpen();
  }

  @Test
  void anElementThatIsTerminatedMeanwhileForgetsItsListeners() {
    engine.deploy(
        withElement(
            s ->
                s.manualTask("E")
                    .zeebeEndExecutionListener("first")
                    .zeebeEndExecutionListener("=type")));
    long key = engine.start("p");
    engine.completeJob("first");
    engine.run(new CancelInstance(key));
    engine.assertNothingOpen();
  }

  private Incident incident() {
    assertThat(engine.incidents())
        .singleElement()
        .extracting(Incident::errorType)
        .isEqualTo(ErrorType.EXTRACT_VALUE_ERROR);
    return engine.incidents().get(0);
  }

  private void mend(long scopeKey) {
    engine.run(new SetVariables(scopeKey, JsonValue.of(MENDED), false));
    engine.run(new ResolveIncident(incident().key()));
  }

  private static BpmnModelInstance listened(
      ZeebeTaskListenerEventType event, UnaryOperator<UserTaskBuilder> more) {
    return withElement(
        s ->
            more.apply(
                s.userTask("E")
                    .zeebeUserTask()
                    .zeebeTaskListener(l -> l.eventType(event).type("first"))
                    .zeebeTaskListener(l -> l.eventType(event).typeExpression("type"))));
  }

  private UserTask task() {
    return engine.state.userTasks.all().iterator().next();
  }

  private Command<?> beginning(ZeebeTaskListenerEventType event, long processInstanceKey) {
    long task = task().key();
    return switch (event) {
      case assigning -> new AssignUserTask(task, "li", true, null);
      case updating ->
          new UpdateUserTask(task, new TaskChanges(null, null, null, null, null, 70), null);
      case completing -> new CompleteUserTask(task, JsonValue.EMPTY_OBJECT, null);
      case canceling -> new CancelInstance(processInstanceKey);
      default -> throw new IllegalArgumentException(event.name());
    };
  }

  @ParameterizedTest
  @EnumSource(
      value = ZeebeTaskListenerEventType.class,
      names = {"assigning", "updating", "completing", "canceling"})
  void aTransitionBeginsAgainWithItsFirstListenerOnceItIsMended(ZeebeTaskListenerEventType event) {
    engine.deploy(listened(event, task -> task));
    long key = engine.start("p");
    engine.run(beginning(event, key));
    engine.completeJob("first");
    assertThat(incident().elementId()).isEqualTo("E");
    assertThat(task().state().name()).isEqualToIgnoringCase(event.name());

    mend(key);
    engine.completeJob("first");
    engine.completeJob("second");
    assertThat(engine.incidents()).isEmpty();
    assertThat(engine.state.userTasks.all())
        .allMatch(task -> task.state() == UserTask.State.CREATED);
  }

  @Test
  void theCreationOfATaskBeginsAgainWithItsFirstListenerOnceItIsMended() {
    engine.deploy(listened(ZeebeTaskListenerEventType.creating, task -> task));
    long key = engine.start("p");
    engine.completeJob("first");
    assertThat(incident().elementId()).isEqualTo("E");
    mend(key);
    engine.completeJob("first");
    engine.completeJob("second");
    assertThat(task().state()).isEqualTo(UserTask.State.CREATED);
  }

  @Test
  void theAssignmentOfANewTaskBeginsAgainOnceItIsMended() {
    engine.deploy(
        listened(ZeebeTaskListenerEventType.assigning, task -> task.zeebeAssignee("anna")));
    long key = engine.start("p");
    engine.completeJob("first");
    assertThat(task().attributes().assignee()).isNull();
    mend(key);
    engine.completeJob("first");
    engine.completeJob("second");
    assertThat(task().attributes().assignee()).isEqualTo("anna");
  }

  @Test
  void aCancellationOvertakesATransitionThatAnIncidentStopped() {
    engine.deploy(
        listened(
            ZeebeTaskListenerEventType.canceling,
            task ->
                task.zeebeTaskListener(l -> l.assigning().type("first"))
                    .zeebeTaskListener(l -> l.assigning().typeExpression("type"))));
    long key = engine.start("p");
    engine.run(beginning(ZeebeTaskListenerEventType.assigning, key));
    engine.completeJob("first");
    long overtaken = incident().key();

    engine.run(new CancelInstance(key));
    assertThat(task().state()).isEqualTo(UserTask.State.CANCELING);
    engine.completeJob("first");
    assertThat(incident().key()).isNotEqualTo(overtaken);
    mend(key);
    engine.completeJob("first");
    engine.completeJob("second");
    assertThat(engine.ended(key, ElementInstance.State.TERMINATED)).containsExactly("E");
    engine.assertNothingOpen();
  }
}
