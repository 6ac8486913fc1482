package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.BoundaryEventBuilder;
import io.camunda.zeebe.model.bpmn.builder.EventSubProcessBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** Of the events that a migrated instance waits for, those that are mapped go on waiting. */
class MigratedEventsTest {

  private static BpmnModelInstance attached(
      Caller caller, String event, Consumer<BoundaryEventBuilder> what) {
    return caller
        .process()
        .startEvent()
        .serviceTask("Work", t -> t.zeebeJobType(caller.id("work")))
        .boundaryEvent(event, what::accept)
        .serviceTask("Instead", t -> t.zeebeJobType(caller.id("instead")))
        .endEvent()
        .moveToActivity("Work")
        .endEvent()
        .done();
  }

  private static BpmnModelInstance late(Caller caller, String event, String duration) {
    return attached(caller, event, b -> b.timerWithDuration(duration));
  }

  private static BpmnModelInstance reminded(Caller caller) {
    return attached(caller, "Late", b -> b.cancelActivity(false).timerWithDuration("PT1H"));
  }

  private static BpmnModelInstance called(Caller caller, String event, String message) {
    return attached(
        caller,
        event,
        b -> b.message(m -> m.name(caller.id(message)).zeebeCorrelationKeyExpression("key")));
  }

  private static Instance started(Caller caller, BpmnModelInstance model) {
    caller.deploy(model);
    return caller.start(Map.of("key", caller.id("key")));
  }

  @OnEveryTarget
  void aTimerThatIsMappedStaysDueWhenItWas(Caller caller) {
    Instance instance = started(caller, late(caller, "Late", "PT2H"));
    caller.moveClock(Duration.ofMinutes(90));
    Migration.to(caller, late(caller, "Later", "PT5H")).of(instance, "Work>Work", "Late>Later");
    caller.moveClock(Duration.ofMinutes(40));
    assertThat(instance.active()).containsExactly("Instead");
    assertThat(instance.completed()).contains("Later");
  }

  @OnEveryTarget
  void aTimerThatIsNotMappedBeginsAnew(Caller caller) {
    Instance instance = started(caller, late(caller, "Late", "PT2H"));
    caller.moveClock(Duration.ofMinutes(90));
    Migration.to(caller, late(caller, "Late", "PT5H")).keeping(instance, "Work");
    caller.moveClock(Duration.ofMinutes(280));
    assertThat(instance.active()).containsExactly("Work");
    caller.moveClock(Duration.ofMinutes(30));
    assertThat(instance.active()).containsExactly("Instead");
  }

  @OnEveryTarget
  void aTimerThatTheOtherVersionHasNotNeverFires(Caller caller) {
    Instance instance = started(caller, late(caller, "Late", "PT2H"));
    Migration.to(caller, caller.oneJob()).keeping(instance, "Work");
    caller.moveClock(Duration.ofHours(3));
    assertThat(instance.active()).containsExactly("Work");
    caller.complete("work");
    instance.isCompleted();
  }

  @OnEveryTarget
  void aTimerThatOnlyTheOtherVersionHasBeginsNow(Caller caller) {
    Instance instance = started(caller, caller.oneJob());
    caller.moveClock(Duration.ofHours(3));
    Migration.to(caller, late(caller, "Late", "PT2H")).keeping(instance, "Work");
    caller.moveClock(Duration.ofMinutes(110));
    assertThat(instance.active()).containsExactly("Work");
    caller.moveClock(Duration.ofMinutes(20));
    assertThat(instance.active()).containsExactly("Instead");
  }

  @OnEveryTarget
  void aReminderThatHasComeComesAgainOnlyWhereItIsNotMapped(Caller caller) {
    Instance instance = started(caller, reminded(caller));
    caller.moveClock(Duration.ofHours(2));
    caller.complete("instead");
    Migration.to(caller, reminded(caller)).keeping(instance, "Work", "Late");
    caller.moveClock(Duration.ofHours(2));
    assertThat(instance.active()).containsExactly("Work");
    new Migration(caller, definitionOf(caller, instance)).keeping(instance, "Work");
    caller.moveClock(Duration.ofHours(2));
    assertThat(instance.active()).containsExactlyInAnyOrder("Work", "Instead");
  }

  /** Migration to the version that it has already is one, too. */
  private static long definitionOf(Caller caller, Instance instance) {
    return caller
        .client()
        .newProcessInstanceGetRequest(instance.key())
        .send()
        .join()
        .getProcessDefinitionKey();
  }

  @OnEveryTarget
  void aMessageThatIsMappedKeepsItsName(Caller caller) {
    Instance instance = started(caller, called(caller, "Called", "old"));
    Migration.to(caller, called(caller, "Asked", "new")).of(instance, "Work>Work", "Called>Asked");
    caller.publish("new", caller.id("key"), Map.of(), Duration.ZERO);
    assertThat(instance.active()).containsExactly("Work");
    caller.publish("old", caller.id("key"), Map.of());
    assertThat(instance.active()).containsExactly("Instead");
  }

  @OnEveryTarget
  void aMessageThatIsNotMappedHasTheNewNameAndTakesWhatIsBuffered(Caller caller) {
    Instance instance = started(caller, called(caller, "Called", "old"));
    caller.publish("new", caller.id("key"), Map.of());
    Migration.to(caller, called(caller, "Called", "new")).keeping(instance, "Work");
    assertThat(instance.active()).containsExactly("Instead");
  }

  @OnEveryTarget
  void aMessageOfTheSameNameMayBeginAnew(Caller caller) {
    Instance instance = started(caller, called(caller, "Called", "old"));
    Migration.to(caller, called(caller, "Called", "old")).keeping(instance, "Work");
    caller.publish("old", caller.id("key"), Map.of());
    assertThat(instance.active()).containsExactly("Instead");
  }

  @OnEveryTarget
  void whatIsWaitedForStaysAtItsElement(Caller caller) {
    Instance instance = started(caller, late(caller, "Late", "PT2H"));
    Migration migration = Migration.to(caller, called(caller, "Called", "new"));
    migration.isRefused(
        Refusal.FAILED_PRECONDITION, instance, "Work>Work Late>Called", "another kind");
    migration.isRefused(
        Refusal.FAILED_PRECONDITION, instance, "Work>Work Late>Instead", "stays with its element");
    assertThat(instance.active()).containsExactly("Work");
    caller.moveClock(Duration.ofHours(3));
    assertThat(instance.active()).containsExactly("Instead");
  }

  @OnEveryTarget
  void twoEventsDoNotBecomeOne(Caller caller) {
    Instance instance = started(caller, twice(caller));
    Migration.to(caller, late(caller, "Late", "PT5H"))
        .isRefused(
            Refusal.FAILED_PRECONDITION, instance, "Work>Work Late>Late Later>Late", "'Later'");
    assertThat(instance.active()).containsExactly("Work");
  }

  private static BpmnModelInstance twice(Caller caller) {
    return caller
        .process()
        .startEvent()
        .serviceTask("Work", t -> t.zeebeJobType(caller.id("work")))
        .boundaryEvent("Late", b -> b.timerWithDuration("PT1H"))
        .endEvent()
        .moveToActivity("Work")
        .boundaryEvent("Later", b -> b.timerWithDuration("PT2H"))
        .endEvent()
        .moveToActivity("Work")
        .endEvent()
        .done();
  }

  @OnEveryTarget
  void nothingIsMigratedWhereWhatIsNewCannotBeWaitedFor(Caller caller) {
    Instance instance = started(caller, caller.oneJob());
    Migration.to(
            caller,
            attached(
                caller,
                "Called",
                b -> b.message(m -> m.name("m").zeebeCorrelationKeyExpression("nowhere"))))
        .isRefused(Refusal.FAILED_PRECONDITION, instance, "Work>Work", "'Work'", "nowhere");
    caller.complete("work");
    instance.isCompleted();
  }

  private static BpmnModelInstance handling(Caller caller, Consumer<EventSubProcessBuilder> what) {
    var process = caller.process();
    process.eventSubProcess("Handler", what);
    return process
        .startEvent()
        .serviceTask("Work", t -> t.zeebeJobType(caller.id("work")))
        .endEvent()
        .done();
  }

  private static BpmnModelInstance handling(Caller caller, String signal, boolean interrupting) {
    return handling(
        caller,
        h ->
            h.startEvent("Alarmed")
                .interrupting(interrupting)
                .signal(caller.id(signal))
                .serviceTask("Handle", t -> t.zeebeJobType(caller.id("handle")))
                .endEvent());
  }

  @OnEveryTarget
  void anEventSubProcessBeginsByTheOtherVersion(Caller caller) {
    Instance instance = started(caller, handling(caller, "old", false));
    Migration migration = Migration.to(caller, handling(caller, "new", true));
    migration.keeping(instance, "Work");
    caller.signal("old", Map.of());
    assertThat(instance.active()).containsExactly("Work");
    caller.signal("new", Map.of());
    assertThat(instance.active()).containsExactly("Handler", "Handle");
    assertThat(instance.terminated()).containsExactly("Work");
  }

  @OnEveryTarget
  void anEventSubProcessThatRunsStaysOneThatInterruptsOrDoesNot(Caller caller) {
    Instance instance = started(caller, handling(caller, "alarm", true));
    caller.signal("alarm", Map.of());
    Migration.to(caller, handling(caller, "alarm", false))
        .isRefused(
            Refusal.FAILED_PRECONDITION, instance, "Handler>Handler Handle>Handle", "interrupts");
    Migration.to(caller, handling(caller, "other", true)).keeping(instance, "Handler", "Handle");
    caller.signal("other", Map.of());
    assertThat(instance.active()).containsExactly("Handler", "Handle");
    caller.complete("handle");
    instance.isCompleted();
  }
}
