package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.BoundaryEventBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;

class BoundaryEventsTest {

  private static BpmnModelInstance model(Caller caller, UnaryOperator<BoundaryEventBuilder> event) {
    return caller
        .process()
        .startEvent()
        .serviceTask("Work", t -> t.zeebeJobType(caller.id("work")))
        .boundaryEvent("Event", b -> event.apply(b))
        .endEvent("Handled")
        .moveToActivity("Work")
        .endEvent("Done")
        .done();
  }

  private static UnaryOperator<BoundaryEventBuilder> message(Caller caller, boolean interrupting) {
    return b ->
        b.cancelActivity(interrupting)
            .message(m -> m.name(caller.id("news")).zeebeCorrelationKeyExpression("caseId"));
  }

  @OnEveryTarget
  void anInterruptingMessageEndsTheActivity(Caller caller) {
    caller.deploy(model(caller, message(caller, true)));
    Instance instance = caller.start(Map.of("caseId", caller.id()));
    caller.publish("news", caller.id(), Map.of("n", 1));
    instance.isCompleted();
    assertThat(instance.terminated()).containsExactly("Work");
    assertThat(instance.completed()).contains("Event", "Handled");
    assertThat(instance.variables()).containsEntry("n", "1");
    assertThat(caller.jobs("work")).isEmpty();
  }

  @OnEveryTarget
  void aMessageThatIsNotInterruptingMayComeOften(Caller caller) {
    caller.deploy(model(caller, message(caller, false)));
    Instance instance = caller.start(Map.of("caseId", caller.id()));
    caller.publish("news", caller.id(), Map.of());
    caller.publish("news", caller.id(), Map.of());
    assertThat(instance.active()).containsExactly("Work");
    caller.complete("work");
    instance.isCompleted();
    assertThat(instance.completed()).filteredOn("Handled"::equals).hasSize(2);
    caller.publish("news", caller.id(), Map.of());
    assertThat(instance.completed()).filteredOn("Handled"::equals).hasSize(2);
  }

  @OnEveryTarget
  void anInterruptingTimerEndsTheActivity(Caller caller) {
    caller.deploy(model(caller, b -> b.timerWithDuration("PT1H")));
    Instance instance = caller.start();
    caller.moveClock(Duration.ofHours(1));
    instance.isCompleted();
    assertThat(instance.terminated()).containsExactly("Work");
  }

  @OnEveryTarget
  void aCycleThatIsNotInterruptingRemindsAgainAndAgain(Caller caller) {
    caller.deploy(model(caller, b -> b.cancelActivity(false).timerWithCycle("R3/PT1H")));
    Instance instance = caller.start();
    for (int hour = 0; hour < 5; hour++) {
      caller.moveClock(Duration.ofHours(1));
    }
    assertThat(instance.completed()).filteredOn("Handled"::equals).hasSize(3);
    caller.complete("work");
    instance.isCompleted();
  }

  @OnEveryTarget
  void theTimerOfADoneActivityIsGone(Caller caller) {
    caller.deploy(model(caller, b -> b.timerWithDuration("PT1H")));
    Instance instance = caller.start();
    caller.complete("work");
    caller.moveClock(Duration.ofHours(1));
    instance.isCompleted();
    assertThat(instance.completed()).doesNotContain("Event");
  }

  @OnEveryTarget
  void aSignalIsCaughtInterruptingAndNot(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .serviceTask("Work", t -> t.zeebeJobType(caller.id("work")))
            .boundaryEvent("Soft", b -> b.cancelActivity(false).signal(caller.id("soft")))
            .endEvent("Noted")
            .moveToActivity("Work")
            .boundaryEvent("Hard", b -> b.signal(caller.id("hard")))
            .endEvent("Stopped")
            .moveToActivity("Work")
            .endEvent("Done")
            .done());
    Instance instance = caller.start();
    caller.signal("soft", Map.of());
    caller.signal("soft", Map.of());
    assertThat(instance.active()).containsExactly("Work");
    caller.signal("hard", Map.of());
    instance.isCompleted();
    assertThat(instance.completed()).contains("Stopped").filteredOn("Noted"::equals).hasSize(2);
  }

  @OnEveryTarget
  void anErrorIsCaughtByItsCodeBeforeTheCatchAll(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .serviceTask("Work", t -> t.zeebeJobType(caller.id("work")))
            .boundaryEvent("Any", b -> b.error())
            .endEvent("AnyDone")
            .moveToActivity("Work")
            .boundaryEvent("Known", b -> b.error("E1"))
            .endEvent("KnownDone")
            .moveToActivity("Work")
            .endEvent("Done")
            .done());
    Instance known = caller.start();
    caller.throwError("work", "E1", Map.of("why", 1));
    assertThat(known.completed()).contains("Known", "KnownDone");
    assertThat(known.variables()).containsEntry("why", "1");
    Instance other = caller.start();
    caller.throwError("work", "E2", Map.of());
    assertThat(other.completed()).contains("Any", "AnyDone");
  }

  @OnEveryTarget
  void theNearestEventCatchesAnErrorThoughItCatchesAll(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .subProcess(
                "Outer",
                s ->
                    s.embeddedSubProcess()
                        .startEvent()
                        .serviceTask("Work", t -> t.zeebeJobType(caller.id("work")))
                        .boundaryEvent("Near", b -> b.error())
                        .endEvent("NearDone")
                        .moveToActivity("Work")
                        .endEvent())
            .boundaryEvent("Far", b -> b.error("E1"))
            .endEvent("FarDone")
            .moveToActivity("Outer")
            .endEvent("Done")
            .done());
    Instance instance = caller.start();
    caller.throwError("work", "E1", Map.of());
    instance.isCompleted();
    assertThat(instance.completed()).contains("NearDone", "Done").doesNotContain("FarDone");
  }

  @OnEveryTarget
  void anEventOfASubProcessEndsAllInside(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .subProcess(
                "Outer",
                s ->
                    s.embeddedSubProcess()
                        .startEvent()
                        .parallelGateway("Fork")
                        .serviceTask("A", t -> t.zeebeJobType(caller.id("a")))
                        .moveToNode("Fork")
                        .subProcess(
                            "Inner",
                            i ->
                                i.embeddedSubProcess()
                                    .startEvent()
                                    .userTask("B", t -> t.zeebeUserTask())))
            .boundaryEvent("Late", b -> b.timerWithDuration("PT1H"))
            .endEvent("GivenUp")
            .moveToActivity("Outer")
            .endEvent("Done")
            .done());
    Instance instance = caller.start();
    caller.moveClock(Duration.ofHours(1));
    instance.isCompleted();
    assertThat(instance.terminated()).containsExactlyInAnyOrder("Outer", "A", "Inner", "B");
    assertThat(instance.completed()).contains("GivenUp").doesNotContain("Done");
  }

  @OnEveryTarget
  void eventsAreAttachedToReceiveTasksAndUserTasks(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .receiveTask("Wait")
            .message(m -> m.name(caller.id("reply")).zeebeCorrelationKeyExpression("caseId"))
            .boundaryEvent("Tired", b -> b.timerWithDuration("PT1H"))
            .userTask("Ask", t -> t.zeebeUserTask())
            .boundaryEvent("Late", b -> b.timerWithDuration("PT1H"))
            .endEvent("GivenUp")
            .done());
    Instance instance = caller.start(Map.of("caseId", caller.id()));
    caller.moveClock(Duration.ofHours(1));
    assertThat(instance.active()).containsExactly("Ask");
    caller.moveClock(Duration.ofHours(1));
    instance.isCompleted();
    assertThat(instance.terminated()).containsExactly("Wait", "Ask");
  }

  @OnEveryTarget
  void aDurationThatIsNotInterruptingFiresOnce(Caller caller) {
    caller.deploy(model(caller, b -> b.cancelActivity(false).timerWithDuration("PT1H")));
    Instance instance = caller.start();
    caller.moveClock(Duration.ofHours(1));
    caller.moveClock(Duration.ofHours(1));
    assertThat(instance.completed()).containsOnlyOnce("Handled");
    assertThat(instance.active()).containsExactly("Work");
    instance.cancel();
  }

  @OnEveryTarget
  void aCycleMayBeginAtADate(Caller caller) {
    caller.deploy(
        model(
            caller,
            b ->
                b.cancelActivity(false)
                    .timerWithCycleExpression(
                        "\"R2/\" + string(now() + duration(\"P1D\")) + \"/PT1H\"")));
    Instance instance = caller.start();
    assertThat(instance.incidents()).isEmpty();
    caller.moveClock(Duration.ofHours(23));
    assertThat(instance.completed()).doesNotContain("Handled");
    caller.moveClock(Duration.ofHours(2));
    assertThat(instance.completed()).contains("Handled");
    instance.cancel();
  }

  @OnEveryTarget
  void anEventIsOutsideItsActivityAndMapsWhatItGot(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .serviceTask(
                "Work",
                t -> t.zeebeJobType(caller.id("work")).zeebeInputExpression("\"inner\"", "caseId"))
            .boundaryEvent(
                "Event",
                b ->
                    b.message(
                            m -> m.name(caller.id("news")).zeebeCorrelationKeyExpression("caseId"))
                        .zeebeOutputExpression("n + 1", "m"))
            .endEvent("Handled")
            .moveToActivity("Work")
            .endEvent("Done")
            .done());
    Instance instance = caller.start(Map.of("caseId", "outer"));
    caller.publish("news", "inner", Map.of("n", 1));
    assertThat(instance.active()).containsExactly("Work");
    caller.publish("news", "outer", Map.of("n", 2));
    instance.isCompleted();
    assertThat(instance.variables()).isEqualTo(Map.of("caseId", "\"outer\"", "m", "3"));
  }

  @OnEveryTarget
  void theVariablesOfAnErrorAreLocalToItsEventWhereThatMaps(Caller caller) {
    caller.deploy(model(caller, b -> b.error("E1").zeebeOutputExpression("why", "reason")));
    Instance instance = caller.start();
    caller.throwError("work", "E1", Map.of("why", "late", "other", 1));
    instance.isCompleted();
    assertThat(instance.variables()).isEqualTo(Map.of("reason", "\"late\""));
  }
}
