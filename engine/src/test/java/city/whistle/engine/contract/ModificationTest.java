package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Running instances whose elements are begun and ended by hand. */
class ModificationTest {

  private static BpmnModelInstance chain(Caller caller) {
    return caller
        .process()
        .startEvent()
        .serviceTask("First", t -> t.zeebeJobType(caller.id("first")))
        .serviceTask(
            "Second",
            t -> t.zeebeJobType(caller.id("second")).zeebeInputExpression("late", "given"))
        .endEvent("Done")
        .done();
  }

  private static BpmnModelInstance nested(Caller caller) {
    return caller
        .process()
        .startEvent()
        .subProcess(
            "Inner",
            inner ->
                inner
                    .embeddedSubProcess()
                    .startEvent()
                    .serviceTask("Within", t -> t.zeebeJobType(caller.id("within")))
                    .serviceTask("Beyond", t -> t.zeebeJobType(caller.id("beyond")))
                    .endEvent())
        .serviceTask("After", t -> t.zeebeJobType(caller.id("after")))
        .endEvent()
        .done();
  }

  private static void move(Caller caller, Instance instance, String from, String to) {
    caller
        .client()
        .newModifyProcessInstanceCommand(instance.key())
        .activateElement(to)
        .and()
        .terminateElement(instance.keyOf(from))
        .send()
        .join();
  }

  private static void terminate(Caller caller, Instance instance, long key) {
    caller
        .client()
        .newModifyProcessInstanceCommand(instance.key())
        .terminateElement(key)
        .send()
        .join();
  }

  @OnEveryTarget
  void aTokenMovesOn(Caller caller) {
    caller.deploy(chain(caller));
    Instance instance = caller.start();
    move(caller, instance, "First", "Second");
    assertThat(instance.terminated()).containsExactly("First");
    assertThat(instance.active()).containsExactly("Second");
    assertThat(caller.jobs("first")).isEmpty();
    caller.complete("second");
    instance.isCompleted();
  }

  @OnEveryTarget
  void aTokenMovesBack(Caller caller) {
    caller.deploy(chain(caller));
    Instance instance = caller.start();
    caller.complete("first");
    move(caller, instance, "Second", "First");
    caller.complete("first");
    caller.complete("second");
    instance.isCompleted();
  }

  @OnEveryTarget
  void variablesAreThereBeforeTheElementBegins(Caller caller) {
    caller.deploy(chain(caller));
    Instance instance = caller.start();
    caller
        .client()
        .newModifyProcessInstanceCommand(instance.key())
        .activateElement("Second")
        .withVariables(Map.of("late", 7))
        .and()
        .terminateElement(instance.keyOf("First"))
        .send()
        .join();
    assertThat(instance.variables()).containsEntry("late", "7");
    assertThat(caller.job("second").getVariablesAsMap()).containsEntry("given", 7);
  }

  @OnEveryTarget
  void variablesAreLocalToTheScopeThatIsNamed(Caller caller) {
    caller.deploy(nested(caller));
    Instance instance = caller.start();
    caller
        .client()
        .newModifyProcessInstanceCommand(instance.key())
        .activateElement("Beyond")
        .withVariables(Map.of("here", 1), "Inner")
        .send()
        .join();
    assertThat(instance.variables()).isEmpty();
    assertThat(instance.variablesOf(instance.keyOf("Inner"))).containsEntry("here", "1");
  }

  @OnEveryTarget
  void anElementBeginsInTheScopeThatIsThere(Caller caller) {
    caller.deploy(nested(caller));
    Instance instance = caller.start();
    move(caller, instance, "Within", "Beyond");
    assertThat(instance.active()).containsExactly("Inner", "Beyond");
    caller.complete("beyond");
    caller.complete("after");
    instance.isCompleted();
  }

  @OnEveryTarget
  void anElementBeginsInANewScopeBelowTheAncestorThatIsNamed(Caller caller) {
    caller.deploy(nested(caller));
    Instance instance = caller.start();
    caller
        .client()
        .newModifyProcessInstanceCommand(instance.key())
        .activateElement("Beyond", instance.key())
        .send()
        .join();
    assertThat(instance.active()).filteredOn("Inner"::equals).hasSize(2);
    Refusal.INVALID_ARGUMENT.of(
        () ->
            caller
                .client()
                .newModifyProcessInstanceCommand(instance.key())
                .activateElement("Beyond")
                .send()
                .join(),
        "'Inner'",
        "2");
  }

  @OnEveryTarget
  void aScopeThatIsLeftEmptyIsTerminatedWithIt(Caller caller) {
    caller.deploy(nested(caller));
    Instance instance = caller.start();
    move(caller, instance, "Within", "After");
    assertThat(instance.terminated()).containsExactlyInAnyOrder("Inner", "Within");
    assertThat(instance.active()).containsExactly("After");
    caller.complete("after");
    instance.isCompleted();
  }

  @OnEveryTarget
  void anInstanceThatIsLeftEmptyIsTerminated(Caller caller) {
    caller.deploy(chain(caller));
    Instance instance = caller.start();
    terminate(caller, instance, instance.keyOf("First"));
    assertThat(instance.state()).isEqualTo(ProcessInstanceState.TERMINATED);
  }

  @OnEveryTarget
  void aTimerOfWhatEndsNeverFires(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .serviceTask("First", t -> t.zeebeJobType(caller.id("first")))
            .boundaryEvent("Late", b -> b.timerWithDuration("PT1H"))
            .endEvent("TooLate")
            .moveToActivity("First")
            .serviceTask("Second", t -> t.zeebeJobType(caller.id("second")))
            .endEvent()
            .done());
    Instance instance = caller.start();
    move(caller, instance, "First", "Second");
    caller.moveClock(Duration.ofHours(2));
    assertThat(instance.active()).containsExactly("Second");
    assertThat(instance.completed()).doesNotContain("TooLate");
  }

  @OnEveryTarget
  void anIncidentEndsWithItsElement(Caller caller) {
    caller.deploy(chain(caller));
    Instance instance = caller.start();
    caller.fail(caller.job("first"), 0);
    assertThat(instance.incidents()).hasSize(1);
    move(caller, instance, "First", "Second");
    assertThat(instance.incidents()).isEmpty();
  }

  @OnEveryTarget
  void whatIsCalledEndsWithItsCallButNotAlone(Caller caller) {
    caller.deploy(
        caller
            .process("called")
            .startEvent()
            .serviceTask("Work", t -> t.zeebeJobType(caller.id("work")))
            .endEvent()
            .done(),
        caller
            .process()
            .startEvent()
            .callActivity("Call", c -> c.zeebeProcessId(caller.id("called")))
            .serviceTask("After", t -> t.zeebeJobType(caller.id("after")))
            .endEvent()
            .done());
    Instance instance = caller.start();
    Instance called = instance.called().get(0);
    Refusal.FAILED_PRECONDITION.of(
        () -> terminate(caller, called, called.keyOf("Work")), "call activity");
    move(caller, instance, "Call", "After");
    assertThat(called.state()).isEqualTo(ProcessInstanceState.TERMINATED);
    assertThat(instance.active()).containsExactly("After");
  }

  @OnEveryTarget
  void oneOfSeveralItemsEndsAlone(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .serviceTask(
                "Each",
                t ->
                    t.zeebeJobType(caller.id("each"))
                        .multiInstance(m -> m.zeebeInputCollectionExpression("items").parallel()))
            .endEvent()
            .done());
    Instance instance = caller.start(Map.of("items", List.of(1, 2)));
    List<ActivatedJob> jobs = caller.jobs("each");
    terminate(caller, instance, jobs.get(0).getElementInstanceKey());
    assertThat(instance.terminated()).containsExactly("Each");
    caller.complete(jobs.get(1), Map.of());
    instance.isCompleted();
  }

  @OnEveryTarget
  void nothingIsDoneWhereOneInstructionIsWrong(Caller caller) {
    caller.deploy(chain(caller));
    Instance instance = caller.start();
    Refusal.INVALID_ARGUMENT.of(
        () ->
            caller
                .client()
                .newModifyProcessInstanceCommand(instance.key())
                .activateElement("Second")
                .and()
                .activateElement("Nowhere")
                .send()
                .join(),
        "'Nowhere'");
    Refusal.INVALID_ARGUMENT.of(
        () ->
            caller
                .client()
                .newModifyProcessInstanceCommand(instance.key())
                .activateElement("Second")
                .and()
                .terminateElement(3)
                .send()
                .join(),
        "'3'");
    assertThat(instance.active()).containsExactly("First");
    assertThat(instance.terminated()).isEmpty();
  }

  @OnEveryTarget
  void anInstanceThatIsOverIsNotFound(Caller caller) {
    caller.deploy(chain(caller));
    Instance instance = caller.start();
    instance.cancel();
    Refusal.NOT_FOUND.of(
        () ->
            caller
                .client()
                .newModifyProcessInstanceCommand(instance.key())
                .activateElement("Second")
                .send()
                .join(),
        Long.toString(instance.key()));
  }
}
