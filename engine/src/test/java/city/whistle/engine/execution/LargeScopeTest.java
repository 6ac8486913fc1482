package city.whistle.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.AbstractFlowNodeBuilder;
import io.camunda.zeebe.model.bpmn.builder.ProcessBuilder;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Children are ended a hundred at a time. */
class LargeScopeTest {

  private final MemoryEngine engine = new MemoryEngine();

  @ParameterizedTest
  @ValueSource(ints = {1, 99, 100, 101, 250})
  void whatGoesOnAfterAnInterruptionIsNotEndedWithTheRest(int branches) {
    engine.deploy(model(branches));
    long key = engine.start("p", Map.of("id", "1"));
    assertThat(engine.active(key)).hasSize(branches);
    engine.publish("stop", "1", Map.of());
    assertThat(engine.terminated(key)).hasSize(branches);
    assertThat(engine.active(key)).containsExactly("CleanUp", "Stopped");
    engine.completeJob("cleanUp");
    engine.assertNothingOpen();
  }

  private static BpmnModelInstance model(int branches) {
    ProcessBuilder process = Bpmn.createExecutableProcess("p");
    process
        .eventSubProcess("Stopped")
        .startEvent(
            "Stop",
            e ->
                e.message(m -> m.name("stop").zeebeCorrelationKeyExpression("id"))
                    .interrupting(true))
        .serviceTask("CleanUp", t -> t.zeebeJobType("cleanUp"))
        .endEvent();
    AbstractFlowNodeBuilder<?, ?> node = process.startEvent().parallelGateway("Fork");
    for (int i = 0; i < branches; i++) {
      node =
          node.serviceTask("Work" + i, t -> t.zeebeJobType("work")).endEvent().moveToNode("Fork");
    }
    return node.done();
  }
}
