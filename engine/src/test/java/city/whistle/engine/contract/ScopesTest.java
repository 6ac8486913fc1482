package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.StartEventBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Embedded and event sub-processes. */
class ScopesTest {

  @OnEveryTarget
  void aSubProcessRunsInsideTheProcessAndItsOwnVariablesStayInIt(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent("Start")
            .subProcess(
                "Inner",
                s ->
                    s.zeebeInputExpression("1", "local")
                        .embeddedSubProcess()
                        .startEvent("In")
                        .serviceTask("Work", t -> t.zeebeJobType(caller.id("work")))
                        .endEvent("Out"))
            .endEvent("Done")
            .done());
    Instance instance = caller.start();
    assertThat(instance.active()).containsExactly("Inner", "Work");
    caller.complete("work", Map.of("local", 2, "global", 3));
    instance.isCompleted();
    assertThat(instance.completed()).containsExactly("Start", "Inner", "In", "Work", "Out", "Done");
    assertThat(instance.variables()).isEqualTo(Map.of("global", "3"));
    assertThat(instance.variablesOf(instance.keyOf("Inner"))).isEqualTo(Map.of("local", "2"));
  }

  private static BpmnModelInstance withEventSubProcess(
      Caller caller, boolean interrupting, UnaryOperator<StartEventBuilder> event) {
    return caller
        .process()
        .eventSubProcess(
            "Handler",
            handler ->
                event
                    .apply(handler.startEvent("Happened").interrupting(interrupting))
                    .serviceTask("Handle", t -> t.zeebeJobType(caller.id("handle")))
                    .endEvent("Handled"))
        .startEvent()
        .serviceTask("Work", t -> t.zeebeJobType(caller.id("work")))
        .endEvent("Done")
        .done();
  }

  private static UnaryOperator<StartEventBuilder> message(Caller caller) {
    return start ->
        start.message(m -> m.name(caller.id("news")).zeebeCorrelationKeyExpression("caseId"));
  }

  @OnEveryTarget
  void anInterruptingEventSubProcessEndsWhatIsAroundItOnce(Caller caller) {
    caller.deploy(withEventSubProcess(caller, true, message(caller)));
    Instance instance = caller.start(Map.of("caseId", caller.id()));
    caller.publish("news", caller.id(), Map.of("n", 1));
    assertThat(instance.terminated()).containsExactly("Work");
    assertThat(instance.active()).containsExactly("Handler", "Handle");
    caller.publish("news", caller.id(), Map.of("n", 2));
    assertThat(caller.jobs("work")).isEmpty();
    caller.complete("handle");
    instance.isCompleted();
    assertThat(instance.completed()).contains("Happened", "Handled").doesNotContain("Done");
    assertThat(instance.variables()).containsEntry("n", "1");
  }

  @OnEveryTarget
  void anEventSubProcessThatIsNotInterruptingRunsBesideAsOftenAsItsMessageComes(Caller caller) {
    caller.deploy(withEventSubProcess(caller, false, message(caller)));
    Instance instance = caller.start(Map.of("caseId", caller.id()));
    caller.publish("news", caller.id(), Map.of("n", 1));
    caller.publish("news", caller.id(), Map.of("n", 2));
    assertThat(instance.active()).filteredOn("Handle"::equals).hasSize(2);
    caller.complete("work");
    assertThat(instance.active()).filteredOn("Handle"::equals).hasSize(2);
    caller.jobs("handle").forEach(job -> caller.complete(job, Map.of()));
    instance.isCompleted();
    assertThat(instance.completed()).contains("Done");
  }

  @OnEveryTarget
  void aTimerStartsAnEventSubProcess(Caller caller) {
    caller.deploy(withEventSubProcess(caller, true, s -> s.timerWithDuration("PT1H")));
    Instance instance = caller.start();
    caller.moveClock(Duration.ofHours(1));
    assertThat(instance.active()).containsExactly("Handler", "Handle");
    caller.complete("handle");
    instance.isCompleted();
  }

  @OnEveryTarget
  void aCycleStartsAnEventSubProcessAgainAndAgain(Caller caller) {
    caller.deploy(withEventSubProcess(caller, false, s -> s.timerWithCycle("R2/PT1H")));
    Instance instance = caller.start();
    for (int hour = 0; hour < 3; hour++) {
      caller.moveClock(Duration.ofHours(1));
    }
    assertThat(instance.active()).filteredOn("Handle"::equals).hasSize(2);
    instance.cancel();
  }

  @OnEveryTarget
  void aSignalStartsAnEventSubProcess(Caller caller) {
    caller.deploy(withEventSubProcess(caller, false, s -> s.signal(caller.id("alarm"))));
    Instance instance = caller.start();
    caller.signal("alarm", Map.of());
    caller.signal("alarm", Map.of());
    assertThat(instance.active()).filteredOn("Handle"::equals).hasSize(2);
    instance.cancel();
  }

  @OnEveryTarget
  void anErrorStartsAnEventSubProcess(Caller caller) {
    caller.deploy(withEventSubProcess(caller, true, s -> s.error("E1")));
    Instance instance = caller.start();
    caller.throwError("work", "E1", Map.of("why", "x"));
    assertThat(instance.terminated()).containsExactly("Work");
    assertThat(instance.active()).containsExactly("Handler", "Handle");
    caller.complete("handle");
    instance.isCompleted();
    assertThat(instance.variables()).containsEntry("why", "\"x\"");
  }

  @OnEveryTarget
  void anEventSubProcessOfASubProcessEndsOnlyThat(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .parallelGateway("Fork")
            .subProcess(
                "Inner",
                s -> {
                  s.embeddedSubProcess()
                      .eventSubProcess("Handler")
                      .startEvent("Happened")
                      .interrupting(true)
                      .message(
                          m -> m.name(caller.id("news")).zeebeCorrelationKeyExpression("innerKey"))
                      .endEvent("Handled");
                  s.zeebeInputExpression("caseId", "innerKey")
                      .embeddedSubProcess()
                      .startEvent()
                      .serviceTask("Work", t -> t.zeebeJobType(caller.id("work")));
                })
            .endEvent("Done")
            .moveToNode("Fork")
            .serviceTask("Beside", t -> t.zeebeJobType(caller.id("beside")))
            .done());
    Instance instance = caller.start(Map.of("caseId", caller.id()));
    caller.publish("news", caller.id(), Map.of());
    assertThat(instance.active()).containsExactly("Beside");
    assertThat(instance.terminated()).containsExactly("Work");
    assertThat(instance.completed()).contains("Handled", "Handler", "Inner", "Done");
    caller.complete("beside");
    instance.isCompleted();
  }

  @OnEveryTarget
  void aScopeWaitsForItsEventSubProcess(Caller caller) {
    caller.deploy(withEventSubProcess(caller, false, message(caller)));
    Instance instance = caller.start(Map.of("caseId", caller.id()));
    caller.publish("news", caller.id(), Map.of());
    caller.complete("work");
    assertThat(instance.active()).containsExactly("Handler", "Handle");
    caller.complete("handle");
    instance.isCompleted();
  }

  @OnEveryTarget
  void anEventSubProcessSeesTheVariablesOfItsScope(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .subProcess(
                "Inner",
                s -> {
                  s.embeddedSubProcess()
                      .eventSubProcess("Handler")
                      .startEvent("Happened")
                      .interrupting(false)
                      .signal(caller.id("alarm"))
                      .serviceTask("Handle", t -> t.zeebeJobType(caller.id("handle")))
                      .endEvent();
                  s.zeebeInputExpression("7", "local")
                      .embeddedSubProcess()
                      .startEvent()
                      .serviceTask("Work", t -> t.zeebeJobType(caller.id("work")));
                })
            .endEvent()
            .done());
    Instance instance = caller.start();
    caller.signal("alarm", Map.of("n", 1));
    assertThat(caller.complete("handle", Map.of("local", 8)).getVariablesAsMap())
        .isEqualTo(Map.of("local", 7, "n", 1));
    assertThat(caller.job("work").getVariablesAsMap()).containsEntry("local", 8);
    instance.cancel();
  }
}
