package city.whistle.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.command.BroadcastSignal;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.state.ErrorType;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GatewayTest {

  private final MemoryEngine engine = new MemoryEngine();

  private static final BpmnModelInstance EVENT_BASED =
      Bpmn.createExecutableProcess("p")
          .startEvent()
          .eventBasedGateway("First")
          .intermediateCatchEvent(
              "Answered", e -> e.message(m -> m.name("answer").zeebeCorrelationKeyExpression("id")))
          .endEvent("Heard")
          .moveToNode("First")
          .intermediateCatchEvent("TimedOut", e -> e.timerWithDuration("PT1H"))
          .endEvent("Silent")
          .moveToNode("First")
          .intermediateCatchEvent("Called", e -> e.signal("alarm"))
          .endEvent("Alarmed")
          .done();

  @Test
  void anEventBasedGatewayGoesOnThroughTheFirstEvent() {
    engine.deploy(EVENT_BASED);
    long key = engine.start("p", Map.of("id", "1"));
    assertThat(engine.active(key)).containsExactly("First");
    engine.publish("answer", "1", Map.of("said", "yes"));
    engine.moveClock(Duration.ofHours(2));
    assertThat(engine.completed(key))
        .contains("First", "Answered", "Heard")
        .doesNotContain("Silent");
    assertThat(engine.variables(key)).containsEntry("said", "yes");
    engine.assertNothingOpen();
  }

  @Test
  void anEventBasedGatewayHearsTimersAndSignals() {
    engine.deploy(EVENT_BASED);
    long late = engine.start("p", Map.of("id", "1"));
    engine.moveClock(Duration.ofHours(1));
    long alarmed = engine.start("p", Map.of("id", "2"));
    engine.run(new BroadcastSignal("alarm", JsonValue.EMPTY_OBJECT));
    assertThat(engine.completed(late)).contains("Silent");
    assertThat(engine.completed(alarmed)).contains("Alarmed");
    engine.assertNothingOpen();
  }

  private static BpmnModelInstance inclusive() {
    return Bpmn.createExecutableProcess("p")
        .startEvent()
        .inclusiveGateway("Fork")
        .sequenceFlowId("toA")
        .conditionExpression("a")
        .serviceTask("A", t -> t.zeebeJobType("a"))
        .inclusiveGateway("Join")
        .endEvent("Done")
        .moveToNode("Fork")
        .sequenceFlowId("toB")
        .conditionExpression("b")
        .serviceTask("B", t -> t.zeebeJobType("b"))
        .connectTo("Join")
        .moveToNode("Fork")
        .sequenceFlowId("toC")
        .conditionExpression("c")
        .serviceTask("C", t -> t.zeebeJobType("c"))
        .connectTo("Join")
        .done();
  }

  @Test
  void anInclusiveJoinWaitsForTheBranchesThatWereTaken() {
    engine.deploy(inclusive());
    long key = engine.start("p", Map.of("a", true, "b", false, "c", true));
    engine.completeJob("a");
    assertThat(engine.active(key)).containsExactly("C");
    engine.completeJob("c");
    assertThat(engine.completed(key)).containsOnlyOnce("Join", "Done");
    engine.assertNothingOpen();
  }

  @Test
  void aGatewayWithoutFulfilledConditionIsAnIncident() {
    engine.deploy(inclusive());
    engine.start("p", Map.of("a", false, "b", false, "c", false));
    assertThat(engine.incidents())
        .extracting("errorType")
        .containsExactly(ErrorType.CONDITION_ERROR);
  }
}
