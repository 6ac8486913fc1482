package city.whistle.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.command.BroadcastSignal;
import city.whistle.engine.command.ResolveIncident;
import city.whistle.engine.command.SetVariables;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.ErrorType;
import city.whistle.engine.state.Incident;
import city.whistle.engine.state.ProcessInstance;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What goes round without waiting for anything becomes an incident, and can go on from there. */
class EndlessLoopTest {

  private final MemoryEngine engine = new MemoryEngine();

  private static BpmnModelInstance loop() {
    return Bpmn.createExecutableProcess("p")
        .startEvent()
        .exclusiveGateway("Again")
        .scriptTask("Count", t -> t.zeebeExpression("n + 1").zeebeResultVariable("n"))
        .exclusiveGateway("Enough")
        .conditionExpression("stop = true")
        .endEvent("Done")
        .moveToNode("Enough")
        .conditionExpression("not(stop = true)")
        .connectTo("Again")
        .done();
  }

  private Incident incident() {
    assertThat(engine.state.incidents.all()).hasSize(1);
    Incident incident = engine.state.incidents.all().iterator().next();
    assertThat(incident.errorType()).isEqualTo(ErrorType.CONDITION_ERROR);
    return incident;
  }

  private long passed() {
    return engine.stored("element_instance", ElementInstance.class).count();
  }

  @Test
  void aLoopStopsAtOneOfItsElementsAndGoesOnFromThere() {
    engine.deploy(loop());
    long key = engine.start("p", Map.of("n", 0L));
    long first = passed();
    assertThat(first).isBetween(10_000L, 10_010L);
    Incident incident = incident();
    assertThat(engine.active(key)).containsExactly(incident.elementId());
    engine.run(new ResolveIncident(incident.key()));
    assertThat(passed()).isBetween(2 * first - 20, 2 * first + 20);
    engine.run(new SetVariables(key, JsonValue.of(Map.of("stop", true)), false));
    engine.run(new ResolveIncident(incident().key()));
    assertThat(engine.stateOf(key)).isEqualTo(ProcessInstance.State.COMPLETED);
    engine.assertNothingOpen();
  }

  @Test
  void aLoopThatWaitsForNoTimeStopsToo() {
    engine.deploy(
        Bpmn.createExecutableProcess("p")
            .startEvent()
            .exclusiveGateway("Again")
            .intermediateCatchEvent("Nap", e -> e.timerWithDuration("PT0S"))
            .connectTo("Again")
            .done());
    engine.start("p");
    for (int i = 0; i < 60 && engine.state.incidents.all().isEmpty(); i++) {
      engine.moveClock(Duration.ZERO);
    }
    incident();
    assertThat(passed()).isLessThan(10_100);
  }

  @Test
  void aLoopThatWaitsGoesOnForEver() {
    engine.deploy(
        Bpmn.createExecutableProcess("p")
            .startEvent()
            .exclusiveGateway("Again")
            .intermediateCatchEvent("Rest", e -> e.timerWithDuration("PT1H"))
            .connectTo("Again")
            .done());
    engine.start("p");
    for (int i = 0; i < 6_000; i++) {
      engine.moveClock(Duration.ofHours(1));
    }
    assertThat(engine.state.incidents.all()).isEmpty();
    assertThat(passed()).isGreaterThan(12_000);
  }

  @Test
  void aSignalThatStartsItsOwnProcessStops() {
    engine.deploy(
        Bpmn.createExecutableProcess("p")
            .startEvent("Called")
            .signal("call")
            .endEvent("Calls", e -> e.signal("call"))
            .done());
    engine.run(new BroadcastSignal("call", JsonValue.EMPTY_OBJECT));
    incident();
    assertThat(engine.state.processInstances.all()).hasSize(1);
  }

  @Test
  void aCycleWithoutEndNeedsAnInterval() {
    engine.deploy(
        Bpmn.createExecutableProcess("p")
            .startEvent()
            .serviceTask("Work", t -> t.zeebeJobType("work"))
            .boundaryEvent("Remind", b -> b.cancelActivity(false).timerWithCycleExpression("every"))
            .endEvent()
            .moveToActivity("Work")
            .endEvent()
            .done());
    engine.start("p", Map.of("every", "R/PT0S"));
    assertThat(engine.state.incidents.all())
        .extracting(Incident::errorType)
        .containsExactly(ErrorType.EXTRACT_VALUE_ERROR);
  }

  @Test
  void aLongSequentialMultiInstanceIsNoLoop() {
    List<Long> items = LongStream.range(0, 12_000).boxed().toList();
    engine.deploy(
        Bpmn.createExecutableProcess("p")
            .startEvent()
            .manualTask("Each")
            .multiInstance(m -> m.zeebeInputCollectionExpression("items").sequential())
            .endEvent()
            .done());
    long key = engine.start("p", Map.of("items", items));
    assertThat(engine.stateOf(key)).isEqualTo(ProcessInstance.State.COMPLETED);
  }
}
