package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.ElementInstanceType;
import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.MultiInstanceLoopCharacteristicsBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

class MultiInstanceTest {

  private static final Consumer<MultiInstanceLoopCharacteristicsBuilder> OVER_ITEMS =
      m ->
          m.zeebeInputCollectionExpression("items")
              .zeebeInputElement("item")
              .zeebeOutputCollection("results")
              .zeebeOutputElementExpression("result");

  private static BpmnModelInstance model(
      Caller caller, Consumer<MultiInstanceLoopCharacteristicsBuilder> loop) {
    return caller
        .process()
        .startEvent()
        .serviceTask("Work", t -> t.zeebeJobType(caller.id("work")).multiInstance(loop))
        .endEvent("Done")
        .done();
  }

  @OnEveryTarget
  void parallelResultsKeepTheOrderOfTheItems(Caller caller) {
    caller.deploy(model(caller, OVER_ITEMS.andThen(m -> m.parallel())));
    Instance instance = caller.start(Map.of("items", List.of("a", "b", "c")));
    List<ActivatedJob> jobs = new ArrayList<>(caller.jobs("work"));
    assertThat(jobs).extracting(job -> job.getVariable("loopCounter")).containsExactly(1, 2, 3);
    assertThat(jobs).extracting(job -> job.getVariable("item")).containsExactly("a", "b", "c");
    Collections.reverse(jobs);
    for (ActivatedJob job : jobs) {
      caller.complete(job, Map.of("result", job.getVariable("item") + "!"));
    }
    instance.isCompleted();
    assertThat(instance.variables()).containsEntry("results", "[\"a!\",\"b!\",\"c!\"]");
  }

  @OnEveryTarget
  void sequentialInstancesRunOneAfterAnother(Caller caller) {
    caller.deploy(model(caller, OVER_ITEMS.andThen(m -> m.sequential())));
    Instance instance = caller.start(Map.of("items", List.of(1, 2, 3)));
    for (int i = 1; i <= 3; i++) {
      ActivatedJob job = caller.job("work");
      assertThat(job.getVariable("loopCounter")).isEqualTo(i);
      caller.complete(job, Map.of("result", i * 10));
    }
    instance.isCompleted();
    assertThat(instance.variables()).containsEntry("results", "[10,20,30]");
    assertThat(instance.elements())
        .filteredOn(element -> element.getType() == ElementInstanceType.MULTI_INSTANCE_BODY)
        .hasSize(1);
  }

  @OnEveryTarget
  void anEmptyListIsDoneAtOnce(Caller caller) {
    caller.deploy(model(caller, OVER_ITEMS));
    Instance instance = caller.start(Map.of("items", List.of()));
    instance.isCompleted();
    assertThat(instance.variables()).containsEntry("results", "[]");
  }

  @OnEveryTarget
  void theCompletionConditionEndsTheRest(Caller caller) {
    caller.deploy(
        model(
            caller,
            OVER_ITEMS.andThen(
                m ->
                    m.completionCondition(
                        "=numberOfCompletedInstances >= 2 and numberOfActiveInstances = 1"
                            + " and numberOfInstances = 3"))));
    Instance instance = caller.start(Map.of("items", List.of(1, 2, 3)));
    List<ActivatedJob> jobs = caller.jobs("work");
    caller.complete(jobs.get(2), Map.of("result", 3));
    assertThat(instance.active()).hasSize(3);
    caller.complete(jobs.get(0), Map.of("result", 1));
    instance.isCompleted();
    assertThat(instance.terminated()).containsExactly("Work");
    assertThat(instance.variables()).containsEntry("results", "[1,null,3]");
  }

  @OnEveryTarget
  void theCompletionConditionEndsASequenceEarly(Caller caller) {
    caller.deploy(
        model(caller, OVER_ITEMS.andThen(m -> m.sequential().completionCondition("=enough"))));
    Instance instance = caller.start(Map.of("items", List.of(1, 2, 3), "enough", false));
    caller.complete("work", Map.of("result", 1));
    caller.complete("work", Map.of("result", 2, "enough", true));
    instance.isCompleted();
    assertThat(caller.jobs("work")).isEmpty();
  }

  @OnEveryTarget
  void aSubProcessIsRepeated(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .subProcess(
                "Each",
                s ->
                    s.zeebeInputExpression("null", "result")
                        .multiInstance(OVER_ITEMS)
                        .embeddedSubProcess()
                        .startEvent()
                        .serviceTask(
                            "Work",
                            t ->
                                t.zeebeJobType(caller.id("work"))
                                    .zeebeOutputExpression("n * item", "result"))
                        .endEvent())
            .endEvent()
            .done());
    Instance instance = caller.start(Map.of("items", List.of(1, 2, 3)));
    for (ActivatedJob job : caller.jobs("work")) {
      caller.complete(job, Map.of("n", 10));
    }
    instance.isCompleted();
    assertThat(instance.variables()).containsEntry("results", "[10,20,30]");
  }

  @OnEveryTarget
  void aCallActivityIsRepeated(Caller caller) {
    caller.deploy(
        caller
            .process("called")
            .startEvent()
            .scriptTask("Double", t -> t.zeebeExpression("item * 2").zeebeResultVariable("result"))
            .endEvent()
            .done());
    caller.deploy(
        caller
            .process()
            .startEvent()
            .callActivity(
                "Each",
                c ->
                    c.zeebeProcessId(caller.id("called"))
                        .zeebeOutputExpression("result", "result")
                        .zeebeInputExpression("null", "result")
                        .multiInstance(OVER_ITEMS))
            .endEvent()
            .done());
    Instance instance = caller.start(Map.of("items", List.of(1, 2, 3)));
    instance.isCompleted();
    assertThat(instance.called()).hasSize(3).allSatisfy(Instance::isCompleted);
    assertThat(instance.variables()).containsEntry("results", "[2,4,6]");
  }

  @OnEveryTarget
  void aUserTaskIsRepeated(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .userTask(
                "Each",
                t -> t.zeebeUserTask().zeebeAssigneeExpression("item").multiInstance(OVER_ITEMS))
            .endEvent()
            .done());
    Instance instance = caller.start(Map.of("items", List.of("ann", "bob")));
    List<UserTask> tasks =
        caller
            .client()
            .newUserTaskSearchRequest()
            .filter(f -> f.processInstanceKey(instance.key()))
            .send()
            .join()
            .items();
    assertThat(tasks).extracting(UserTask::getAssignee).containsExactly("ann", "bob");
    for (UserTask task : tasks) {
      caller
          .client()
          .newCompleteUserTaskCommand(task.getUserTaskKey())
          .variable("result", task.getAssignee())
          .send()
          .join();
    }
    instance.isCompleted();
    assertThat(instance.variables()).containsEntry("results", "[\"ann\",\"bob\"]");
  }

  private static BpmnModelInstance withBoundaryEvents(Caller caller) {
    return caller
        .process()
        .startEvent()
        .serviceTask("Work", t -> t.zeebeJobType(caller.id("work")).multiInstance(OVER_ITEMS))
        .boundaryEvent("Late", b -> b.timerWithDuration("PT1H"))
        .endEvent("GivenUp")
        .moveToActivity("Work")
        .boundaryEvent("Broken", b -> b.error("E1"))
        .endEvent("Repaired")
        .moveToActivity("Work")
        .endEvent("Done")
        .done();
  }

  @OnEveryTarget
  void aBoundaryEventEndsAllInstancesAndLeavesNoPartialResult(Caller caller) {
    caller.deploy(withBoundaryEvents(caller));
    Instance instance = caller.start(Map.of("items", List.of(1, 2, 3)));
    caller.complete(caller.jobs("work").get(0), Map.of("result", 1));
    caller.moveClock(Duration.ofHours(1));
    instance.isCompleted();
    assertThat(instance.completed()).contains("Late", "GivenUp");
    assertThat(instance.terminated()).hasSize(3);
    assertThat(instance.variables()).doesNotContainKey("results");
  }

  @OnEveryTarget
  void anErrorOfOneInstanceIsCaughtAtTheBody(Caller caller) {
    caller.deploy(withBoundaryEvents(caller));
    Instance instance = caller.start(Map.of("items", List.of(1, 2)));
    caller.client().newThrowErrorCommand(caller.jobs("work").get(1)).errorCode("E1").send().join();
    instance.isCompleted();
    assertThat(instance.completed()).containsOnlyOnce("Broken", "Repaired");
  }

  @OnEveryTarget
  void aCollectionThatIsNoListIsAnIncidentUntilItIsOne(Caller caller) {
    caller.deploy(model(caller, OVER_ITEMS));
    Instance instance = caller.start(Map.of("items", "none"));
    instance.incident(IncidentErrorType.EXTRACT_VALUE_ERROR, "Work");
    instance.repair(Map.of("items", List.of(1)));
    caller.complete("work", Map.of("result", 5));
    instance.isCompleted();
    assertThat(instance.variables()).containsEntry("results", "[5]");
  }

  @OnEveryTarget
  void aLargeListIsDoneCompletely(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .scriptTask(
                "Square",
                t ->
                    t.zeebeExpression("item * item")
                        .zeebeResultVariable("result")
                        .zeebeInputExpression("null", "result")
                        .multiInstance(OVER_ITEMS))
            .endEvent()
            .done());
    List<Integer> items = IntStream.range(0, 300).boxed().toList();
    Instance instance = caller.start(Map.of("items", items));
    instance.isCompleted();
    String results = instance.variables().get("results");
    assertThat(results).startsWith("[0,1,4,9,").endsWith(",89401]");
  }
}
