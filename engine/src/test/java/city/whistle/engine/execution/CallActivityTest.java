package city.whistle.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.command.CancelInstance;
import city.whistle.engine.command.ResolveIncident;
import city.whistle.engine.command.ThrowJobError;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.state.ErrorType;
import city.whistle.engine.state.ProcessInstance;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallActivityTest {

  private final MemoryEngine engine = new MemoryEngine();

  private static final BpmnModelInstance PARENT =
      Bpmn.createExecutableProcess("parent")
          .startEvent()
          .callActivity("Call", c -> c.zeebeProcessId("child"))
          .boundaryEvent("Failed", b -> b.error("E"))
          .endEvent("Caught")
          .moveToActivity("Call")
          .endEvent("Done")
          .done();

  private static final BpmnModelInstance CHILD =
      Bpmn.createExecutableProcess("child")
          .startEvent()
          .serviceTask("Work", t -> t.zeebeJobType("work"))
          .endEvent()
          .done();

  @Test
  void theParentWaitsForTheCalledProcessAndTakesItsVariables() {
    engine.deploy(CHILD);
    engine.deploy(PARENT);
    long key = engine.start("parent", Map.of("a", 1L));
    assertThat(engine.activate("work").get(0).variables().members()).containsEntry("a", 1L);
    long job = engine.state.jobs.all().iterator().next().key();
    engine.run(
        new city.whistle.engine.command.CompleteJob(job, JsonValue.of(Map.of("b", 2L)), null));
    assertThat(engine.variables(key)).containsEntry("b", 2L);
    assertThat(engine.stateOf(key)).isEqualTo(ProcessInstance.State.COMPLETED);
    engine.assertNothingOpen();
  }

  @Test
  void anErrorCrossesIntoTheParentAndEndsTheCalledProcess() {
    engine.deploy(CHILD);
    engine.deploy(PARENT);
    long key = engine.start("parent");
    long job = engine.activate("work").get(0).job().key();
    engine.run(new ThrowJobError(job, "E", "", JsonValue.EMPTY_OBJECT));
    assertThat(engine.completed(key)).contains("Caught");
    long child = engine.instancesOf("child").get(0);
    assertThat(engine.stateOf(child)).isEqualTo(ProcessInstance.State.TERMINATED);
    engine.assertNothingOpen();
  }

  @Test
  void cancellingTheParentCancelsTheCalledProcess() {
    engine.deploy(CHILD);
    engine.deploy(PARENT);
    long key = engine.start("parent");
    engine.run(new CancelInstance(key));
    long child = engine.instancesOf("child").get(0);
    assertThat(engine.stateOf(child)).isEqualTo(ProcessInstance.State.TERMINATED);
    engine.assertNothingOpen();
  }

  @Test
  void aProcessThatIsNotDeployedIsAnIncidentThatGoesOnOnceItIs() {
    engine.deploy(PARENT);
    long key = engine.start("parent");
    assertThat(engine.incidents())
        .extracting("errorType")
        .containsExactly(ErrorType.CALLED_ELEMENT_ERROR);
    engine.deploy(CHILD);
    engine.run(new ResolveIncident(engine.incidents().get(0).key()));
    engine.completeJob("work");
    assertThat(engine.stateOf(key)).isEqualTo(ProcessInstance.State.COMPLETED);
    engine.assertNothingOpen();
  }
}
