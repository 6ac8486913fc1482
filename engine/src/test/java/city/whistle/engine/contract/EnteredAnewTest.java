package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.StartEventBuilder;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** An element that could not begin applies its input mappings again when it is tried again. */
class EnteredAnewTest {

  private static final String DECISION =
      """
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="%1$s_drg" name="D" namespace="test">
        <decision id="%1$s" name="D">
          <literalExpression id="%1$s_logic"><text>local * 2</text></literalExpression>
        </decision>
      </definitions>
      """;

  private static Instance stopped(
      Caller caller,
      Map<String, Object> variables,
      IncidentErrorType type,
      Function<StartEventBuilder, BpmnModelInstance> model) {
    caller.deploy(model.apply(caller.process().startEvent()));
    Instance instance = caller.start(variables);
    instance.incident(type, "It");
    return instance;
  }

  @OnEveryTarget
  void aScriptSeesTheMendedVariable(Caller caller) {
    Instance instance =
        stopped(
            caller,
            Map.of(),
            IncidentErrorType.EXTRACT_VALUE_ERROR,
            s ->
                s.scriptTask(
                        "It",
                        t ->
                            t.zeebeInputExpression("outer", "local")
                                .zeebeExpression("assert(local, local != null) * 2")
                                .zeebeResultVariable("result"))
                    .endEvent()
                    .done());
    instance.repair(Map.of("outer", 21));
    instance.isCompleted();
    assertThat(instance.variables()).isEqualTo(Map.of("outer", "21", "result", "42"));
  }

  @OnEveryTarget
  void aMappingOntoItsOwnNameSeesTheMendedVariable(Caller caller) {
    Instance instance =
        stopped(
            caller,
            Map.of("x", -1),
            IncidentErrorType.EXTRACT_VALUE_ERROR,
            s ->
                s.scriptTask(
                        "It",
                        t ->
                            t.zeebeInputExpression("x + 1", "x")
                                .zeebeExpression("assert(x, x > 0)")
                                .zeebeResultVariable("result"))
                    .endEvent()
                    .done());
    long it = instance.keyOf("It");
    assertThat(instance.variablesOf(it)).isEqualTo(Map.of("x", "0"));
    instance.setVariables(instance.key(), Map.of("x", 6), true);
    instance.repair(Map.of());
    instance.isCompleted();
    assertThat(instance.variables()).containsEntry("result", "7");
  }

  @OnEveryTarget
  void aDecisionSeesTheMendedVariable(Caller caller) {
    caller.deploy("d.dmn", DECISION.formatted(caller.id("d")));
    Instance instance =
        stopped(
            caller,
            Map.of("which", caller.id("unknown"), "outer", 1),
            IncidentErrorType.CALLED_DECISION_ERROR,
            s ->
                s.businessRuleTask(
                        "It",
                        t ->
                            t.zeebeInputExpression("outer", "local")
                                .zeebeInputExpression("which", "decision")
                                .zeebeCalledDecisionIdExpression("decision")
                                .zeebeResultVariable("result"))
                    .endEvent()
                    .done());
    instance.repair(Map.of("which", caller.id("d"), "outer", 4));
    instance.isCompleted();
    assertThat(instance.variables()).containsEntry("result", "8");
  }

  @OnEveryTarget
  void aJobTypeSeesTheMendedVariable(Caller caller) {
    Instance instance =
        stopped(
            caller,
            Map.of("kind", 5),
            IncidentErrorType.EXTRACT_VALUE_ERROR,
            s ->
                s.serviceTask(
                        "It",
                        t -> t.zeebeInputExpression("kind", "type").zeebeJobTypeExpression("type"))
                    .endEvent()
                    .done());
    instance.repair(Map.of("kind", caller.id("work")));
    caller.complete("work");
    instance.isCompleted();
  }

  @OnEveryTarget
  void aCalledProcessSeesTheMendedVariable(Caller caller) {
    caller.deploy(caller.process("called").startEvent().endEvent().done());
    Instance instance =
        stopped(
            caller,
            Map.of("target", caller.id("unknown")),
            IncidentErrorType.CALLED_ELEMENT_ERROR,
            s ->
                s.callActivity(
                        "It",
                        t -> t.zeebeInputExpression("target", "p").zeebeProcessIdExpression("p"))
                    .endEvent()
                    .done());
    instance.repair(Map.of("target", caller.id("called")));
    instance.isCompleted();
  }

  @OnEveryTarget
  void aUserTasksAttributesSeeTheMendedVariable(Caller caller) {
    Instance instance =
        stopped(
            caller,
            Map.of("who", 5),
            IncidentErrorType.EXTRACT_VALUE_ERROR,
            s ->
                s.userTask(
                        "It",
                        t ->
                            t.zeebeUserTask()
                                .zeebeInputExpression("who", "person")
                                .zeebeAssigneeExpression("person"))
                    .endEvent()
                    .done());
    instance.repair(Map.of("who", "ann"));
    assertThat(caller.userTask(instance).getAssignee()).isEqualTo("ann");
  }

  @OnEveryTarget
  void anItemKeepsItsOwnVariables(Caller caller) {
    Instance instance =
        stopped(
            caller,
            Map.of("suffix", 1),
            IncidentErrorType.EXTRACT_VALUE_ERROR,
            s ->
                s.serviceTask(
                        "It",
                        t ->
                            t.zeebeInputExpression("suffix", "end")
                                .zeebeInputExpression("item.name", "item")
                                .zeebeJobTypeExpression("item + end")
                                .multiInstance(
                                    m ->
                                        m.sequential()
                                            .zeebeInputCollectionExpression(
                                                "[{name: \"%s\"}]".formatted(caller.id("")))
                                            .zeebeInputElement("item")))
                    .endEvent()
                    .done());
    instance.repair(Map.of("suffix", "work"));
    ActivatedJob job = caller.job("work");
    assertThat(job.getVariablesAsMap())
        .containsEntry("item", caller.id(""))
        .containsEntry("loopCounter", 1);
    caller.complete(job, Map.of());
    instance.isCompleted();
  }

  @OnEveryTarget
  void startListenersAreCalledAgain(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .serviceTask(
                "It",
                t ->
                    t.zeebeInputExpression("outer", "local")
                        .zeebeStartExecutionListener(caller.id("before"))
                        .zeebeJobTypeExpression("type"))
            .endEvent()
            .done());
    Instance instance = caller.start(Map.of("outer", 1));
    caller.complete("before", Map.of("type", List.of()));
    instance.incident(IncidentErrorType.EXTRACT_VALUE_ERROR, "It");
    instance.repair(Map.of("outer", 2));
    ActivatedJob listener = caller.job("before");
    assertThat(listener.getVariablesAsMap()).containsEntry("local", 2);
    caller.complete(listener, Map.of("type", caller.id("work")));
    caller.complete("work");
    instance.isCompleted();
  }
}
