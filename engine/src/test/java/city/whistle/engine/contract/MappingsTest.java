package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.zeebe.model.bpmn.builder.ServiceTaskBuilder;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

class MappingsTest {

  private static void deploy(Caller caller, Consumer<ServiceTaskBuilder> mappings) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .serviceTask(
                "Work",
                t -> {
                  t.zeebeJobType(caller.id("work"));
                  mappings.accept(t);
                })
            .endEvent()
            .done());
  }

  @OnEveryTarget
  void inputsAreLocalAndLaterOnesSeeEarlierOnes(Caller caller) {
    deploy(
        caller,
        t ->
            t.zeebeInputExpression("a + 1", "b")
                .zeebeInputExpression("b * 2", "c")
                .zeebeInput("text", "constant"));
    Instance instance = caller.start(Map.of("a", 1));
    ActivatedJob job = caller.job("work");
    assertThat(job.getVariablesAsMap())
        .isEqualTo(Map.of("a", 1, "b", 2, "c", 4, "constant", "text"));
    assertThat(instance.variables()).containsOnlyKeys("a");
    assertThat(instance.variablesOf(job.getElementInstanceKey()))
        .containsOnlyKeys("b", "c", "constant");
    caller.complete(job, Map.of("b", 9, "d", 5));
    assertThat(instance.variables()).isEqualTo(Map.of("a", "1", "d", "5"));
  }

  @OnEveryTarget
  void inputsBuildNestedObjects(Caller caller) {
    deploy(
        caller,
        t ->
            t.zeebeInputExpression("a", "order.id")
                .zeebeInputExpression("a + 1", "order.lines.count"));
    caller.start(Map.of("a", 1, "order", Map.of("old", true)));
    assertThat(caller.job("work").getVariable("order"))
        .isEqualTo(Map.of("id", 1, "lines", Map.of("count", 2)));
  }

  @OnEveryTarget
  void aMissingVariableGivesNull(Caller caller) {
    deploy(caller, t -> t.zeebeInputExpression("nothing", "x"));
    Instance instance = caller.start();
    assertThat(instance.incidents()).isEmpty();
    assertThat(caller.job("work").getVariablesAsMap()).containsEntry("x", null);
  }

  @OnEveryTarget
  void aNullHidesWhatLiesFurtherOut(Caller caller) {
    deploy(caller, t -> t.zeebeInputExpression("null", "x"));
    caller.start(Map.of("x", "outer"));
    assertThat(caller.job("work").getVariablesAsMap()).containsEntry("x", null);
  }

  @OnEveryTarget
  void outputsAreAllThatGoesOutward(Caller caller) {
    deploy(
        caller,
        t ->
            t.zeebeOutputExpression("result.total", "total")
                .zeebeOutputExpression("total + 1", "next"));
    Instance instance = caller.start();
    caller.complete("work", Map.of("result", Map.of("total", 7), "total", 1));
    instance.isCompleted();
    assertThat(instance.variables()).containsOnlyKeys("total", "next").containsEntry("total", "7");
  }

  @OnEveryTarget
  void anOutputIntoAnObjectChangesOnlyThatMember(Caller caller) {
    deploy(caller, t -> t.zeebeOutputExpression("n", "order.total"));
    Instance instance = caller.start(Map.of("order", Map.of("id", 1)));
    caller.complete("work", Map.of("n", 3));
    assertThat(instance.variables()).containsEntry("order", "{\"id\":1,\"total\":3}");
  }

  @OnEveryTarget
  void aResultGoesToTheNearestScopeThatHasTheVariable(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .subProcess(
                "Inner",
                s ->
                    s.zeebeInputExpression("1", "here")
                        .embeddedSubProcess()
                        .startEvent()
                        .serviceTask("Work", t -> t.zeebeJobType(caller.id("work")))
                        .serviceTask("Look", t -> t.zeebeJobType(caller.id("look"))))
            .endEvent()
            .done());
    Instance instance = caller.start(Map.of("there", 1));
    caller.complete("work", Map.of("here", 2, "there", 3, "new", 4));
    assertThat(instance.variables()).isEqualTo(Map.of("there", "3", "new", "4"));
    assertThat(instance.variablesOf(instance.keyOf("Inner"))).isEqualTo(Map.of("here", "2"));
    caller.complete("look");
    instance.isCompleted();
  }

  @OnEveryTarget
  void valuesKeepTheirKind(Caller caller) {
    deploy(caller, t -> t.zeebeInputExpression("values", "copy"));
    Map<String, Object> values =
        Map.of(
            "text",
            "äß中文\"\\",
            "long",
            9_007_199_254_740_993L,
            "double",
            1.5,
            "flag",
            true,
            "list",
            List.of(1, "x", List.of()),
            "object",
            Map.of("k", Map.of()));
    caller.start(Map.of("values", values));
    assertThat(caller.job("work").getVariable("copy")).isEqualTo(values);
  }

  @OnEveryTarget
  void aWorkerGetsOnlyTheVariablesThatItAsksFor(Caller caller) {
    deploy(caller, t -> t.zeebeInputExpression("1", "local"));
    caller.start(Map.of("a", 1, "b", 2));
    List<ActivatedJob> jobs =
        caller
            .client()
            .newActivateJobsCommand()
            .jobType(caller.id("work"))
            .maxJobsToActivate(1)
            .fetchVariables("a", "local", "unknown")
            .send()
            .join()
            .getJobs();
    assertThat(jobs.get(0).getVariablesAsMap()).isEqualTo(Map.of("a", 1, "local", 1));
  }
}
