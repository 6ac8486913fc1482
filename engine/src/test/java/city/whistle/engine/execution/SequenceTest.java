package city.whistle.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.state.ProcessInstance;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SequenceTest {

  private final MemoryEngine engine = new MemoryEngine();

  @Test
  void runsThroughAProcessAndWaitsAtEachServiceTask() {
    engine.deploy(
        Bpmn.createExecutableProcess("p")
            .startEvent("Start")
            .serviceTask("A", t -> t.zeebeJobType("a"))
            .manualTask("Pass")
            .serviceTask("B", t -> t.zeebeJobType("b"))
            .endEvent("End")
            .done());
    long key = engine.start("p", Map.of("x", 1L));
    assertThat(engine.active(key)).containsExactly("A");

    engine.completeJob("a", Map.of("y", 2L));
    assertThat(engine.active(key)).containsExactly("B");

    engine.completeJob("b");
    assertThat(engine.stateOf(key)).isEqualTo(ProcessInstance.State.COMPLETED);
    assertThat(engine.completed(key)).containsExactly("Start", "A", "Pass", "B", "End");
    assertThat(engine.variables(key)).containsEntry("x", 1L).containsEntry("y", 2L);
    engine.assertNothingOpen();
  }

  @Test
  void takesTheFirstFlowWhoseConditionHolds() {
    engine.deploy(
        Bpmn.createExecutableProcess("p")
            .startEvent()
            .exclusiveGateway("G")
            .defaultFlow()
            .serviceTask("Otherwise", t -> t.zeebeJobType("o"))
            .endEvent()
            .moveToNode("G")
            .conditionExpression("x > 10")
            .serviceTask("Large", t -> t.zeebeJobType("l"))
            .endEvent()
            .done());
    assertThat(engine.active(engine.start("p", Map.of("x", 11L)))).containsExactly("Large");
    assertThat(engine.active(engine.start("p", Map.of("x", 10L)))).containsExactly("Otherwise");
  }

  @Test
  void waitsAtAParallelJoinForEveryBranch() {
    engine.deploy(
        Bpmn.createExecutableProcess("p")
            .startEvent()
            .parallelGateway("Fork")
            .serviceTask("A", t -> t.zeebeJobType("a"))
            .parallelGateway("Join")
            .endEvent("End")
            .moveToNode("Fork")
            .serviceTask("B", t -> t.zeebeJobType("b"))
            .connectTo("Join")
            .done());
    long key = engine.start("p");
    engine.completeJob("b");
    assertThat(engine.active(key)).containsExactly("A");

    engine.completeJob("a");
    assertThat(engine.completed(key)).containsOnlyOnce("Join", "End");
    engine.assertNothingOpen();
  }
}
