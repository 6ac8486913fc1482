package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.ElementInstanceType;
import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.MultiInstanceLoopCharacteristicsBuilder;
import io.camunda.zeebe.model.bpmn.builder.ServiceTaskBuilder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What an instance of a multi-instance has for its own, and what becomes of its result. */
class MultiInstanceResultsTest {

  private static final Map<String, Object> NOTHING = Map.of();

  private static Consumer<MultiInstanceLoopCharacteristicsBuilder> over(
      String items, String outputElement) {
    return m ->
        m.zeebeInputCollectionExpression(items)
            .zeebeInputElement("item")
            .zeebeOutputCollection("results")
            .zeebeOutputElementExpression(outputElement);
  }

  private static BpmnModelInstance task(Caller caller, Consumer<ServiceTaskBuilder> task) {
    return caller
        .process()
        .startEvent()
        .serviceTask("Work", t -> task.accept(t.zeebeJobType(caller.id("work"))))
        .endEvent()
        .done();
  }

  /** Completes the job of each item in turn, whether they are there at once or one by one. */
  @SafeVarargs
  private static void completeEach(Caller caller, Map<String, Object>... results) {
    Deque<ActivatedJob> jobs = new ArrayDeque<>();
    for (Map<String, Object> result : results) {
      if (jobs.isEmpty()) {
        jobs.addAll(caller.jobs("work"));
      }
      caller.complete(jobs.removeFirst(), result);
    }
  }

  @OnEveryTarget
  void oneWithoutResultGivesNullAndNoneLeaks(Caller caller) {
    caller.deploy(task(caller, t -> t.multiInstance(over("[1,2,3]", "res"))));
    Instance instance = caller.start();
    completeEach(caller, Map.of("res", 1), NOTHING, Map.of("res", 3));
    instance.isCompleted();
    assertThat(instance.variables()).isEqualTo(Map.of("results", "[1,null,3]"));
  }

  @OnEveryTarget
  void aSequenceKeepsTheResultsApartToo(Caller caller) {
    caller.deploy(
        task(caller, t -> t.multiInstance(over("[1,2,3]", "res").andThen(m -> m.sequential()))));
    Instance instance = caller.start(Map.of("res", "outside"));
    completeEach(caller, Map.of("res", 1), NOTHING, Map.of("res", 3));
    instance.isCompleted();
    assertThat(instance.variables())
        .isEqualTo(Map.of("res", "\"outside\"", "results", "[1,null,3]"));
  }

  @OnEveryTarget
  void aPathAsOutputElementKeepsItsVariableApart(Caller caller) {
    caller.deploy(task(caller, t -> t.multiInstance(over("[1,2]", "answer.total"))));
    Instance instance = caller.start();
    completeEach(caller, Map.of("answer", Map.of("total", 7)), NOTHING);
    instance.isCompleted();
    assertThat(instance.variables()).isEqualTo(Map.of("results", "[7,null]"));
  }

  @OnEveryTarget
  void theItemItselfIsNotHiddenByTheOutputElement(Caller caller) {
    caller.deploy(task(caller, t -> t.multiInstance(over("[{id: 1}, {id: 2}]", "item.id"))));
    Instance instance = caller.start();
    completeEach(caller, NOTHING, Map.of("item", Map.of("id", 5)));
    instance.isCompleted();
    assertThat(instance.variables()).isEqualTo(Map.of("results", "[1,5]"));
  }

  @OnEveryTarget
  void anOutputMappingOntoTheOutputElementStaysInTheInstance(Caller caller) {
    caller.deploy(
        task(
            caller,
            t ->
                t.zeebeOutputExpression("result.total", "result")
                    .multiInstance(over("[1,2,3]", "result"))));
    Instance instance = caller.start();
    List<ActivatedJob> jobs = caller.jobs("work");
    for (ActivatedJob job : jobs) {
      int total = (Integer) job.getVariable("item") * 10;
      caller.complete(job, Map.of("result", Map.of("total", total)));
    }
    instance.isCompleted();
    assertThat(instance.variables()).isEqualTo(Map.of("results", "[10,20,30]"));
  }

  @OnEveryTarget
  void anOutputMappingOntoAnotherNameGoesOutward(Caller caller) {
    caller.deploy(
        task(
            caller,
            t ->
                t.zeebeOutputExpression("n * item", "res")
                    .zeebeOutputExpression("item", "last.item")
                    .multiInstance(over("[1,2]", "res"))));
    Instance instance = caller.start(Map.of("last", Map.of("kept", true)));
    completeEach(caller, Map.of("n", 10), Map.of("n", 10));
    instance.isCompleted();
    assertThat(instance.variables())
        .isEqualTo(Map.of("results", "[10,20]", "last", "{\"kept\":true,\"item\":2}"));
  }

  @OnEveryTarget
  void whatIsInsideASubProcessKeepsItsResultsApart(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .subProcess(
                "Each",
                s ->
                    s.multiInstance(over("[1,2,3]", "res"))
                        .embeddedSubProcess()
                        .startEvent()
                        .serviceTask("Work", t -> t.zeebeJobType(caller.id("work")))
                        .endEvent())
            .endEvent()
            .done());
    Instance instance = caller.start();
    completeEach(caller, Map.of("res", 1), NOTHING, Map.of("res", 3));
    instance.isCompleted();
    assertThat(instance.variables()).isEqualTo(Map.of("results", "[1,null,3]"));
  }

  @OnEveryTarget
  void oneInsideAnotherCollectsItsOwn(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .subProcess(
                "Each",
                s ->
                    s.multiInstance(
                            m ->
                                m.zeebeInputCollectionExpression("[[1,2],[3]]")
                                    .zeebeInputElement("row")
                                    .zeebeOutputCollection("all")
                                    .zeebeOutputElementExpression("results"))
                        .embeddedSubProcess()
                        .startEvent()
                        .scriptTask(
                            "Square",
                            t ->
                                t.zeebeExpression("item * item")
                                    .zeebeResultVariable("res")
                                    .multiInstance(over("row", "res")))
                        .endEvent())
            .endEvent()
            .done());
    Instance instance = caller.start();
    instance.isCompleted();
    assertThat(instance.variables()).isEqualTo(Map.of("all", "[[1,4],[9]]"));
  }

  @OnEveryTarget
  void aCalledProcessThatReturnsAllItsVariablesLeavesTheResultsOfOthers(Caller caller) {
    caller.deploy(
        caller
            .process("called")
            .startEvent()
            .scriptTask("Double", t -> t.zeebeExpression("item * 2").zeebeResultVariable("res"))
            .serviceTask("Work", t -> t.zeebeJobType(caller.id("work")))
            .endEvent()
            .done());
    caller.deploy(
        caller
            .process()
            .startEvent()
            .callActivity(
                "Each",
                c -> c.zeebeProcessId(caller.id("called")).multiInstance(over("[1,2,3]", "res")))
            .endEvent()
            .done());
    Instance instance = caller.start();
    caller.jobs("work").forEach(job -> caller.complete(job, Map.of()));
    instance.isCompleted();
    assertThat(instance.variables()).isEqualTo(Map.of("results", "[2,4,6]"));
  }

  @OnEveryTarget
  void aCollectionThatSomebodySpoiledIsAnIncidentUntilItIsMended(Caller caller) {
    caller.deploy(
        task(caller, t -> t.multiInstance(over("[1,2]", "res").andThen(m -> m.sequential()))));
    Instance instance = caller.start();
    long body = bodyOf(instance);
    instance.setVariables(body, Map.of("results", "spoiled"), true);
    completeEach(caller, Map.of("res", 1));
    instance.incident(IncidentErrorType.EXTRACT_VALUE_ERROR, "Work");
    instance.setVariables(body, Map.of("results", List.of(0, 0)), true);
    instance.repair(NOTHING);
    completeEach(caller, Map.of("res", 2));
    instance.isCompleted();
    assertThat(instance.variables()).isEqualTo(Map.of("results", "[1,2]"));
  }

  @OnEveryTarget
  void aCollectionWithoutAPlaceForTheResultIsAnIncident(Caller caller) {
    caller.deploy(task(caller, t -> t.multiInstance(over("[1,2]", "res"))));
    Instance instance = caller.start();
    instance.setVariables(bodyOf(instance), Map.of("results", List.of()), true);
    completeEach(caller, Map.of("res", 1));
    instance.incident(IncidentErrorType.EXTRACT_VALUE_ERROR, "Work");
  }

  private static long bodyOf(Instance instance) {
    return instance.elements().stream()
        .filter(element -> element.getType() == ElementInstanceType.MULTI_INSTANCE_BODY)
        .findFirst()
        .orElseThrow()
        .getElementInstanceKey();
  }
}
