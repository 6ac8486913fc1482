package city.whistle.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.command.CancelInstance;
import city.whistle.engine.command.ThrowJobError;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.state.ProcessInstance;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.ProcessBuilder;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class ScopeTest {

  private final MemoryEngine engine = new MemoryEngine();

  private static BpmnModelInstance subProcess() {
    return Bpmn.createExecutableProcess("p")
        .startEvent()
        .subProcess(
            "Sub",
            s ->
                s.zeebeInputExpression("outer", "inner")
                    .zeebeOutputExpression("result", "taken")
                    .embeddedSubProcess()
                    .startEvent()
                    .serviceTask("Work", t -> t.zeebeJobType("work"))
                    .endEvent("SubDone"))
        .boundaryEvent("Failed", b -> b.error("E"))
        .endEvent("Caught")
        .moveToActivity("Sub")
        .endEvent("Done")
        .done();
  }

  @Test
  void aSubProcessCompletesWhenEverythingInsideHas() {
    engine.deploy(subProcess());
    long key = engine.start("p", Map.of("outer", 1L));
    assertThat(engine.active(key)).containsExactly("Sub", "Work");
    engine.completeJob("work");
    assertThat(engine.completed(key)).contains("Work", "SubDone", "Sub", "Done");
    engine.assertNothingOpen();
  }

  @Test
  void onlyMappedVariablesLeaveASubProcess() {
    engine.deploy(subProcess());
    long key = engine.start("p", Map.of("outer", 1L));
    Map<String, Object> seen = engine.activate("work").get(0).variables().members();
    assertThat(seen).containsEntry("inner", 1L).containsEntry("outer", 1L);
  }

  @Test
  void anErrorInsideIsCaughtOutsideAndEndsTheSubProcess() {
    engine.deploy(subProcess());
    long key = engine.start("p", Map.of("outer", 1L));
    long job = engine.activate("work").get(0).job().key();
    engine.run(new ThrowJobError(job, "E", "", JsonValue.EMPTY_OBJECT));
    assertThat(engine.terminated(key)).containsExactlyInAnyOrder("Sub", "Work");
    assertThat(engine.completed(key)).contains("Caught");
    engine.assertNothingOpen();
  }

  @Test
  void cancellingAnInstanceEndsEverythingInside() {
    engine.deploy(subProcess());
    long key = engine.start("p", Map.of("outer", 1L));
    engine.run(new CancelInstance(key));
    assertThat(engine.stateOf(key)).isEqualTo(ProcessInstance.State.TERMINATED);
    engine.assertNothingOpen();
  }

  @Test
  void anInstanceThatIsOverCannotBeCancelled() {
    engine.deploy(subProcess());
    long key = engine.start("p", Map.of("outer", 1L));
    engine.run(new CancelInstance(key));
    Assertions.assertThatThrownBy(() -> engine.run(new CancelInstance(key)))
        .isInstanceOf(Rejection.class)
        .hasMessageContaining("no such process");
  }

  @Test
  void aTerminateEndEventEndsTheOtherBranches() {
    engine.deploy(
        Bpmn.createExecutableProcess("p")
            .startEvent()
            .parallelGateway("Fork")
            .serviceTask("A", t -> t.zeebeJobType("a"))
            .endEvent("Stop", e -> e.terminate())
            .moveToNode("Fork")
            .serviceTask("B", t -> t.zeebeJobType("b"))
            .endEvent()
            .done());
    long key = engine.start("p");
    engine.completeJob("a");
    assertThat(engine.terminated(key)).containsExactly("B");
    assertThat(engine.stateOf(key)).isEqualTo(ProcessInstance.State.COMPLETED);
    engine.assertNothingOpen();
  }

  private static BpmnModelInstance eventSubProcess(boolean interrupting) {
    ProcessBuilder process = Bpmn.createExecutableProcess("p");
    process
        .eventSubProcess("Changed")
        .startEvent("ChangeCame")
        .interrupting(interrupting)
        .message(m -> m.name("changed").zeebeCorrelationKeyExpression("id"))
        .serviceTask("React", t -> t.zeebeJobType("react"))
        .endEvent("Reacted");
    return process
        .startEvent()
        .serviceTask("Work", t -> t.zeebeJobType("work"))
        .endEvent("Done")
        .done();
  }

  @Test
  void anInterruptingEventSubProcessEndsAllElseInItsScope() {
    engine.deploy(eventSubProcess(true));
    long key = engine.start("p", Map.of("id", "1"));
    engine.publish("changed", "1", Map.of());
    assertThat(engine.active(key)).containsExactly("Changed", "React");
    assertThat(engine.terminated(key)).containsExactly("Work");

    engine.completeJob("react");
    assertThat(engine.stateOf(key)).isEqualTo(ProcessInstance.State.COMPLETED);
    engine.assertNothingOpen();
  }

  @Test
  void theScopeWaitsForAnEventSubProcessThatIsNotInterrupting() {
    engine.deploy(eventSubProcess(false));
    long key = engine.start("p", Map.of("id", "1"));
    engine.publish("changed", "1", Map.of());
    engine.publish("changed", "1", Map.of());
    assertThat(engine.active(key)).containsExactly("Changed", "Changed", "React", "React", "Work");

    engine.completeJob("work");
    engine.completeJob("react");
    assertThat(engine.stateOf(key)).isEqualTo(ProcessInstance.State.ACTIVE);
    engine.completeJob("react");
    assertThat(engine.stateOf(key)).isEqualTo(ProcessInstance.State.COMPLETED);
    engine.assertNothingOpen();
  }
}
