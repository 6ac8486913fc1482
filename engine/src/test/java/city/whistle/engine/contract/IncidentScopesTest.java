package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.search.response.ElementInstance;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.util.List;
import java.util.Map;

/** Every scope around an incident shows it, as long as it is there. */
class IncidentScopesTest {

  /** For each item a sub-process that calls a process whose only task is within another. */
  private static BpmnModelInstance[] nested(Caller caller) {
    BpmnModelInstance outer =
        caller
            .process()
            .startEvent()
            .subProcess(
                "Outer",
                each ->
                    each.multiInstance(m -> m.zeebeInputCollectionExpression("items"))
                        .embeddedSubProcess()
                        .startEvent()
                        .callActivity("Call", c -> c.zeebeProcessId(caller.id("called"))))
            .endEvent()
            .done();
    BpmnModelInstance called =
        caller
            .process("called")
            .startEvent()
            .subProcess(
                "Inner",
                inner ->
                    inner
                        .embeddedSubProcess()
                        .startEvent()
                        .serviceTask("Work", t -> t.zeebeJobType(caller.id("work"))))
            .endEvent()
            .done();
    return new BpmnModelInstance[] {outer, called};
  }

  private static List<String> withIncident(Instance instance) {
    return instance.elements().stream()
        .filter(ElementInstance::getIncident)
        .map(element -> element.getType() + " " + element.getElementId())
        .sorted()
        .toList();
  }

  private static boolean hasIncident(Instance instance) {
    return instance
        .client()
        .newProcessInstanceGetRequest(instance.key())
        .send()
        .join()
        .getHasIncident();
  }

  @OnEveryTarget
  void theScopesOfTheCallerAndTheCalledShowItUntilItIsResolved(Caller caller) {
    caller.deploy(nested(caller));
    Instance instance = caller.start(Map.of("items", List.of(1)));
    Instance called = instance.called().get(0);
    caller.fail(caller.job("work"), 0);
    assertThat(withIncident(called)).containsExactly("SERVICE_TASK Work", "SUB_PROCESS Inner");
    assertThat(withIncident(instance))
        .containsExactly("CALL_ACTIVITY Call", "MULTI_INSTANCE_BODY Outer", "SUB_PROCESS Outer");
    assertThat(List.of(hasIncident(instance), hasIncident(called))).containsOnly(true);

    long job = called.incidents().get(0).getJobKey();
    caller.client().newUpdateRetriesCommand(job).retries(1).send().join();
    called.repair(Map.of());
    assertThat(withIncident(called)).isEmpty();
    assertThat(withIncident(instance)).isEmpty();
    assertThat(List.of(hasIncident(instance), hasIncident(called))).containsOnly(false);
  }

  @OnEveryTarget
  void onlyTheScopesAroundItShowIt(Caller caller) {
    caller.deploy(nested(caller));
    Instance instance = caller.start(Map.of("items", List.of(1, 2)));
    caller.fail(caller.jobs("work").get(0), 0);
    assertThat(withIncident(instance))
        .containsExactly("CALL_ACTIVITY Call", "MULTI_INSTANCE_BODY Outer", "SUB_PROCESS Outer");
    assertThat(instance.called().stream().map(IncidentScopesTest::hasIncident))
        .containsExactlyInAnyOrder(true, false);
  }
}
