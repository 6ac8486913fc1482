package city.whistle.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.command.ThrowJobError;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.state.ProcessInstance;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BoundaryEventTest {

  private final MemoryEngine engine = new MemoryEngine();

  private static BpmnModelInstance withTimer(boolean interrupting) {
    return Bpmn.createExecutableProcess("p")
        .startEvent()
        .serviceTask("Work", t -> t.zeebeJobType("work"))
        .boundaryEvent("Late", b -> b.cancelActivity(interrupting).timerWithDuration("PT1H"))
        .serviceTask("Remind", t -> t.zeebeJobType("remind"))
        .endEvent("Reminded")
        .moveToActivity("Work")
        .endEvent("Done")
        .done();
  }

  @Test
  void anInterruptingTimerEndsTheActivityAndGoesOnBehindTheEvent() {
    engine.deploy(withTimer(true));
    long key = engine.start("p");
    engine.moveClock(Duration.ofHours(1));
    assertThat(engine.active(key)).containsExactly("Remind");
    assertThat(engine.terminated(key)).containsExactly("Work");
    assertThat(engine.activate("work")).isEmpty();
  }

  @Test
  void aTimerThatIsNotInterruptingRunsBesideTheActivity() {
    engine.deploy(withTimer(false));
    long key = engine.start("p");
    engine.moveClock(Duration.ofHours(1));
    assertThat(engine.active(key)).containsExactly("Remind", "Work");

    engine.completeJob("work");
    engine.completeJob("remind");
    assertThat(engine.stateOf(key)).isEqualTo(ProcessInstance.State.COMPLETED);
    engine.assertNothingOpen();
  }

  @Test
  void aTimerDoesNotFireBeforeItsTime() {
    engine.deploy(withTimer(true));
    long key = engine.start("p");
    engine.moveClock(Duration.ofMinutes(59));
    assertThat(engine.active(key)).containsExactly("Work");
  }

  @Test
  void theTimerOfACompletedActivityIsGone() {
    engine.deploy(withTimer(true));
    long key = engine.start("p");
    engine.completeJob("work");
    engine.moveClock(Duration.ofDays(1));
    assertThat(engine.completed(key)).contains("Done").doesNotContain("Late");
  }

  @Test
  void aCycleFiresAsOftenAsItSays() {
    engine.deploy(
        Bpmn.createExecutableProcess("p")
            .startEvent()
            .serviceTask("Work", t -> t.zeebeJobType("work"))
            .boundaryEvent("Again", b -> b.cancelActivity(false).timerWithCycle("R2/PT1H"))
            .endEvent("Reminded")
            .moveToActivity("Work")
            .endEvent()
            .done());
    long key = engine.start("p");
    for (int hour = 0; hour < 4; hour++) {
      engine.moveClock(Duration.ofHours(1));
    }
    assertThat(engine.completed(key)).filteredOn("Reminded"::equals).hasSize(2);
  }

  @Test
  void aMessageThatIsNotInterruptingIsCaughtMoreThanOnce() {
    engine.deploy(
        Bpmn.createExecutableProcess("p")
            .startEvent()
            .serviceTask("Work", t -> t.zeebeJobType("work"))
            .boundaryEvent(
                "Urged",
                b ->
                    b.cancelActivity(false)
                        .message(m -> m.name("urged").zeebeCorrelationKeyExpression("id")))
            .endEvent("Noted")
            .moveToActivity("Work")
            .endEvent()
            .done());
    long key = engine.start("p", Map.of("id", "c-1"));
    engine.publish("urged", "c-1", Map.of("n", 1L));
    engine.publish("urged", "c-1", Map.of("n", 2L));
    assertThat(engine.completed(key)).filteredOn("Noted"::equals).hasSize(2);
    assertThat(engine.variables(key)).containsEntry("n", 2L);
  }

  private static BpmnModelInstance withErrors() {
    return Bpmn.createExecutableProcess("p")
        .startEvent()
        .serviceTask("Work", t -> t.zeebeJobType("work"))
        .boundaryEvent("Any", b -> b.error())
        .endEvent("AnyCaught")
        .moveToActivity("Work")
        .boundaryEvent("Known", b -> b.error("KNOWN"))
        .endEvent("KnownCaught")
        .moveToActivity("Work")
        .endEvent("Done")
        .done();
  }

  private void throwError(String code) {
    long job = engine.activate("work").get(0).job().key();
    engine.run(new ThrowJobError(job, code, "", JsonValue.of(Map.of("why", "x"))));
  }

  @Test
  void anErrorIsCaughtByTheEventOfItsCodeBeforeThatOfEveryCode() {
    engine.deploy(withErrors());
    long key = engine.start("p");
    throwError("KNOWN");
    assertThat(engine.completed(key)).contains("KnownCaught").doesNotContain("AnyCaught");
    assertThat(engine.variables(key)).containsEntry("why", "x");
    engine.assertNothingOpen();
  }

  @Test
  void anErrorOfAnotherCodeIsCaughtByTheEventOfEveryCode() {
    engine.deploy(withErrors());
    long key = engine.start("p");
    throwError("OTHER");
    assertThat(engine.completed(key)).contains("AnyCaught").doesNotContain("KnownCaught");
  }
}
