package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.CallActivityBuilder;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeBindingType;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

class CallActivityTest {

  private static BpmnModelInstance calling(Caller caller, Consumer<CallActivityBuilder> more) {
    return caller
        .process()
        .startEvent()
        .callActivity(
            "Call",
            call -> {
              call.zeebeProcessId(caller.id("called"));
              more.accept(call);
            })
        .boundaryEvent("Failed", b -> b.error("E1"))
        .endEvent("Repaired")
        .moveToActivity("Call")
        .endEvent("Done")
        .done();
  }

  private static BpmnModelInstance called(Caller caller, String task) {
    return caller
        .process("called")
        .startEvent()
        .serviceTask(task, t -> t.zeebeJobType(caller.id("work")))
        .endEvent()
        .done();
  }

  private static Instance calledBy(Instance instance) {
    List<Instance> called = instance.called();
    assertThat(called).hasSize(1);
    return called.get(0);
  }

  @OnEveryTarget
  void variablesGoInAndOut(Caller caller) {
    caller.deploy(
        called(caller, "Work"), calling(caller, c -> c.zeebePropagateAllChildVariables(true)));
    Instance instance = caller.start(Map.of("in", 1));
    Instance called = calledBy(instance);
    assertThat(called.variables()).isEqualTo(Map.of("in", "1"));
    assertThat(instance.active()).containsExactly("Call");
    caller.complete("work", Map.of("out", 2));
    called.isCompleted();
    instance.isCompleted();
    assertThat(instance.variables()).isEqualTo(Map.of("in", "1", "out", "2"));
  }

  @OnEveryTarget
  void onlyLocalVariablesGoInWhereNotAllAreWanted(Caller caller) {
    caller.deploy(
        called(caller, "Work"),
        calling(
            caller,
            c -> c.zeebePropagateAllParentVariables(false).zeebeInputExpression("n + 1", "given")));
    Instance instance = caller.start(Map.of("n", 1));
    assertThat(calledBy(instance).variables()).isEqualTo(Map.of("given", "2"));
    instance.cancel();
  }

  @OnEveryTarget
  void onlyMappedVariablesGoOutWhereThereAreMappings(Caller caller) {
    caller.deploy(
        called(caller, "Work"), calling(caller, c -> c.zeebeOutputExpression("out * 10", "taken")));
    Instance instance = caller.start();
    caller.complete("work", Map.of("out", 2, "other", 3));
    instance.isCompleted();
    assertThat(instance.variables()).isEqualTo(Map.of("taken", "20"));
  }

  @OnEveryTarget
  void nothingGoesOutWhereNothingIsWanted(Caller caller) {
    caller.deploy(
        called(caller, "Work"), calling(caller, c -> c.zeebePropagateAllChildVariables(false)));
    Instance instance = caller.start();
    caller.complete("work", Map.of("out", 2));
    instance.isCompleted();
    assertThat(instance.variables()).isEmpty();
  }

  /** Camunda 51496. */
  @OnEveryTarget
  void endListenersSeeWhatDoesNotGoOut(Caller caller) {
    caller.deploy(
        calling(
            caller,
            c ->
                c.zeebePropagateAllChildVariables(false)
                    .zeebeEndExecutionListener(caller.id("end"))),
        called(caller, "Work"));
    Instance instance = caller.start(Map.of("a", 1));
    caller.complete("work", Map.of("a", 2, "made", "inside"));
    assertThat(caller.complete("end").getVariablesAsMap())
        .containsEntry("a", 2)
        .containsEntry("made", "inside");
    instance.isCompleted();
    assertThat(instance.variables()).containsEntry("a", "1").doesNotContainKey("made");
  }

  @OnEveryTarget
  void startListenersGiveTheCalledWhatItSees(Caller caller) {
    caller.deploy(
        calling(
            caller,
            c ->
                c.zeebePropagateAllParentVariables(false)
                    .zeebeStartExecutionListener(caller.id("start"))),
        called(caller, "Work"));
    caller.start(Map.of("a", 1));
    caller.complete("start", Map.of("made", "before"));
    assertThat(caller.job("work").getVariablesAsMap()).isEqualTo(Map.of("made", "before"));
  }

  @OnEveryTarget
  void anErrorCrossesNestedCalls(Caller caller) {
    caller.deploy(
        caller
            .process("deepest")
            .startEvent()
            .serviceTask("Work", t -> t.zeebeJobType(caller.id("work")))
            .endEvent()
            .done());
    caller.deploy(
        caller
            .process("called")
            .startEvent()
            .subProcess(
                "Inner",
                s ->
                    s.embeddedSubProcess()
                        .startEvent()
                        .callActivity("CallAgain", c -> c.zeebeProcessId(caller.id("deepest")))
                        .endEvent())
            .boundaryEvent("Other", b -> b.error("E2"))
            .endEvent()
            .moveToActivity("Inner")
            .endEvent()
            .done());
    caller.deploy(calling(caller, c -> {}));
    Instance instance = caller.start();
    Instance called = calledBy(instance);
    Instance deepest = calledBy(called);
    caller.throwError("work", "E1", Map.of("why", "x"));
    instance.isCompleted();
    assertThat(instance.completed()).contains("Failed", "Repaired");
    assertThat(instance.variables()).containsEntry("why", "\"x\"");
    assertThat(called.state()).isEqualTo(ProcessInstanceState.TERMINATED);
    assertThat(deepest.state()).isEqualTo(ProcessInstanceState.TERMINATED);
  }

  @OnEveryTarget
  void cancellingTheCallerCancelsTheCalled(Caller caller) {
    caller.deploy(called(caller, "Work"), calling(caller, c -> {}));
    Instance instance = caller.start();
    Instance called = calledBy(instance);
    instance.cancel();
    assertThat(called.state()).isEqualTo(ProcessInstanceState.TERMINATED);
    assertThat(instance.terminated()).containsExactly("Call");
    assertThat(caller.jobs("work")).isEmpty();
  }

  @OnEveryTarget
  void aCalledInstanceIsNotCancelledByItself(Caller caller) {
    caller.deploy(called(caller, "Work"), calling(caller, c -> {}));
    Instance instance = caller.start();
    Refusal.FAILED_PRECONDITION.of(calledBy(instance)::cancel);
    instance.cancel();
  }

  @OnEveryTarget
  void theLatestVersionIsCalledUnlessTheModelSaysMore(Caller caller) {
    caller.deploy(called(caller, "Old"), calling(caller, c -> {}));
    caller.deploy(called(caller, "New"));
    assertThat(calledBy(caller.start()).active()).containsExactly("New");
  }

  @OnEveryTarget
  void aCallBoundToItsDeploymentTakesWhatWasDeployedWithIt(Caller caller) {
    caller.deploy(
        called(caller, "Old"),
        calling(caller, c -> c.zeebeBindingType(ZeebeBindingType.deployment)));
    caller.deploy(called(caller, "New"));
    assertThat(calledBy(caller.start()).active()).containsExactly("Old");
  }

  @OnEveryTarget
  void aCallBoundToAVersionTagTakesTheLatestOfThatTag(Caller caller) {
    for (String task : List.of("First", "Second")) {
      caller.deploy(
          caller
              .process("called")
              .versionTag("stable")
              .startEvent()
              .serviceTask(task, t -> t.zeebeJobType(caller.id("work")))
              .endEvent()
              .done());
    }
    caller.deploy(called(caller, "Untagged"));
    caller.deploy(
        calling(
            caller,
            c -> c.zeebeBindingType(ZeebeBindingType.versionTag).zeebeVersionTag("stable")));
    assertThat(calledBy(caller.start()).active()).containsExactly("Second");
  }

  @OnEveryTarget
  void aProcessThatIsNotThereIsAnIncidentUntilItIsDeployed(Caller caller) {
    caller.deploy(calling(caller, c -> {}));
    Instance instance = caller.start();
    assertThat(instance.incident(IncidentErrorType.CALLED_ELEMENT_ERROR, "Call").getErrorMessage())
        .contains(caller.id("called"));
    caller.deploy(called(caller, "Work"));
    instance.repair(Map.of());
    caller.complete("work");
    instance.isCompleted();
  }

  @OnEveryTarget
  void theProcessIdMayBeAnExpression(Caller caller) {
    caller.deploy(called(caller, "Work"));
    caller.deploy(
        caller
            .process()
            .startEvent()
            .callActivity("Call", c -> c.zeebeProcessIdExpression("which"))
            .endEvent()
            .done());
    Instance instance = caller.start(Map.of("which", caller.id("called")));
    caller.complete("work");
    instance.isCompleted();
  }
}
