package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Intermediate events. */
class EventsTest {

  private static BpmnModelInstance waiting(Caller caller) {
    return caller
        .process()
        .startEvent()
        .intermediateCatchEvent(
            "Wait",
            e -> e.message(m -> m.name(caller.id("news")).zeebeCorrelationKeyExpression("caseId")))
        .endEvent()
        .done();
  }

  @OnEveryTarget
  void aMessageEventWaitsForItsMessage(Caller caller) {
    caller.deploy(waiting(caller));
    Instance instance = caller.start(Map.of("caseId", "c"));
    assertThat(instance.active()).containsExactly("Wait");
    caller.publish("news", "c", Map.of("n", 1));
    instance.isCompleted();
    assertThat(instance.variables()).containsEntry("n", "1");
  }

  @OnEveryTarget
  void aMessageEventTakesABufferedMessageOldestFirst(Caller caller) {
    caller.deploy(waiting(caller));
    caller.publish("news", "c", Map.of("n", 1));
    caller.publish("news", "c", Map.of("n", 2));
    assertThat(caller.start(Map.of("caseId", "c")).variables()).containsEntry("n", "1");
    assertThat(caller.start(Map.of("caseId", "c")).variables()).containsEntry("n", "2");
    assertThat(caller.start(Map.of("caseId", "c")).active()).containsExactly("Wait");
  }

  @OnEveryTarget
  void aTimerEventWaitsForItsTime(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .intermediateCatchEvent("Rest", e -> e.timerWithDurationExpression("rest"))
            .endEvent()
            .done());
    Instance instance = caller.start(Map.of("rest", "PT30M"));
    caller.moveClock(Duration.ofMinutes(29));
    assertThat(instance.active()).containsExactly("Rest");
    caller.moveClock(Duration.ofMinutes(1));
    instance.isCompleted();
  }

  @OnEveryTarget
  void aTimerEventTakesADateFromAnExpression(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .intermediateCatchEvent(
                "Until", e -> e.timerWithDateExpression("now() + duration(\"P1D\")"))
            .endEvent()
            .done());
    Instance instance = caller.start();
    caller.moveClock(Duration.ofHours(23));
    assertThat(instance.active()).containsExactly("Until");
    caller.moveClock(Duration.ofHours(1));
    instance.isCompleted();
  }

  @OnEveryTarget
  void aDurationOfNothingOrLessIsOverAtOnce(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .intermediateCatchEvent("Rest", e -> e.timerWithDuration("PT0S"))
            .intermediateCatchEvent("Less", e -> e.timerWithDuration("-PT1H"))
            .endEvent()
            .done());
    Instance instance = caller.start();
    caller.moveClock(Duration.ZERO);
    caller.moveClock(Duration.ZERO);
    instance.isCompleted();
  }

  @OnEveryTarget
  void aSignalReachesEverybodyWhoWaits(Caller caller) {
    caller.deploy(
        caller
            .process("waiting")
            .startEvent()
            .intermediateCatchEvent("Wait", e -> e.signal(caller.id("go")))
            .endEvent()
            .done());
    caller.deploy(
        caller
            .process()
            .startEvent()
            .intermediateThrowEvent(
                "Tell", e -> e.signal(caller.id("go")).zeebeInputExpression("1", "n"))
            .endEvent()
            .done());
    List<Instance> waiting =
        List.of(
            caller.start(caller.id("waiting"), Map.of()),
            caller.start(caller.id("waiting"), Map.of()));
    caller.start().isCompleted();
    assertThat(waiting)
        .allSatisfy(Instance::isCompleted)
        .allSatisfy(instance -> assertThat(instance.variables()).containsEntry("n", "1"));
    assertThat(caller.start(caller.id("waiting"), Map.of()).active()).containsExactly("Wait");
  }

  @OnEveryTarget
  void aMessageThrowEventIsAJob(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .intermediateThrowEvent(
                "Tell", e -> e.message(m -> m.name("told")).zeebeJobType(caller.id("tell")))
            .endEvent()
            .done());
    Instance instance = caller.start();
    caller.complete("tell");
    instance.isCompleted();
  }

  @OnEveryTarget
  void aNoneThrowEventIsPassedThrough(Caller caller) {
    caller.deploy(
        caller.process().startEvent().intermediateThrowEvent("Milestone").endEvent().done());
    Instance instance = caller.start();
    instance.isCompleted();
    assertThat(instance.completed()).contains("Milestone");
  }

  @OnEveryTarget
  void aLinkGoesOnAtItsOtherEnd(Caller caller) {
    var process = caller.process();
    process
        .startEvent()
        .exclusiveGateway("Again")
        .serviceTask("Work", t -> t.zeebeJobType(caller.id("work")))
        .intermediateThrowEvent("Away")
        .link("there")
        .done();
    caller.deploy(process.linkCatchEvent("Here").link("there").endEvent("Done").done());
    Instance instance = caller.start();
    caller.complete("work");
    instance.isCompleted();
    assertThat(instance.completed()).contains("Away", "Here", "Done");
  }

  @OnEveryTarget
  void anEventMapsWhatItGot(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .intermediateCatchEvent(
                "Wait",
                e ->
                    e.message(
                            m -> m.name(caller.id("news")).zeebeCorrelationKeyExpression("caseId"))
                        .zeebeOutputExpression("n + 1", "m"))
            .endEvent()
            .done());
    Instance instance = caller.start(Map.of("caseId", "c"));
    caller.publish("news", "c", Map.of("n", 1));
    assertThat(instance.variables()).isEqualTo(Map.of("caseId", "\"c\"", "m", "2"));
  }
}
