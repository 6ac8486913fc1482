package city.whistle.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.command.ResolveIncident;
import city.whistle.engine.state.ErrorType;
import city.whistle.engine.state.Form;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.UserTaskBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** User tasks without Camunda's mark: jobs whose headers say what the model says of the task. */
class JobUserTaskTest {

  private static final String JOB = "io.camunda.zeebe:userTask";
  private static final String FORM =
      "{\"id\":\"ask\",\"type\":\"default\",\"components\":[],\"schemaVersion\":1}";

  private final MemoryEngine engine = new MemoryEngine();

  private static BpmnModelInstance model(Consumer<UserTaskBuilder> task) {
    return Bpmn.createExecutableProcess("p").startEvent().userTask("Ask", task).endEvent().done();
  }

  private Map<String, String> headers(Consumer<UserTaskBuilder> task, Map<String, Object> given) {
    engine.deploy(model(task));
    engine.start("p", given);
    assertThat(engine.incidents()).isEmpty();
    return engine.activate(JOB).get(0).job().headers();
  }

  @Test
  void constantsAreHeaders() {
    assertThat(
            headers(
                t ->
                    t.zeebeAssignee("ann")
                        .zeebeCandidateGroups("g1, g2")
                        .zeebeCandidateUsers("ann")
                        .zeebeDueDate("2030-01-02T03:04:00+08:00")
                        .zeebeFollowUpDate("2030-01-01T00:00:00Z")
                        .zeebeFormKey("camunda-forms:bpmn:f")
                        .zeebeTaskHeader("mine", "1"),
                Map.of()))
        .isEqualTo(
            Map.of(
                "mine", "1",
                "io.camunda.zeebe:assignee", "ann",
                "io.camunda.zeebe:candidateGroups", "[\"g1\",\"g2\"]",
                "io.camunda.zeebe:candidateUsers", "[\"ann\"]",
                "io.camunda.zeebe:dueDate", "2030-01-02T03:04:00+08:00",
                "io.camunda.zeebe:followUpDate", "2030-01-01T00:00:00Z",
                "io.camunda.zeebe:formKey", "camunda-forms:bpmn:f"));
  }

  @Test
  void expressionsAreEvaluatedAsTheElementBegins() {
    Map<String, Object> given =
        Map.of("who", "ann", "groups", List.of("a \"b\"", "c"), "due", "2030-01-02T03:04:05Z");
    assertThat(
            headers(
                t ->
                    t.zeebeInputExpression("who", "mapped")
                        .zeebeAssigneeExpression("mapped")
                        .zeebeCandidateGroupsExpression("groups")
                        .zeebeCandidateUsersExpression("[mapped]")
                        .zeebeDueDateExpression("due")
                        .zeebeFollowUpDateExpression("date and time(due) - duration(\"P1D\")"),
                given))
        .isEqualTo(
            Map.of(
                "io.camunda.zeebe:assignee", "ann",
                "io.camunda.zeebe:candidateGroups", "[\"a \\\"b\\\"\",\"c\"]",
                "io.camunda.zeebe:candidateUsers", "[\"ann\"]",
                "io.camunda.zeebe:dueDate", "2030-01-02T03:04:05Z",
                "io.camunda.zeebe:followUpDate", "2030-01-01T03:04:05Z"));
  }

  @Test
  void whatIsNullOrEmptyIsNoHeader() {
    Map<String, Object> given = new HashMap<>();
    given.put("who", null);
    given.put("groups", List.of());
    assertThat(
            headers(
                t ->
                    t.zeebeAssigneeExpression("who")
                        .zeebeCandidateGroupsExpression("groups")
                        .zeebeDueDateExpression("who"),
                given))
        .isEmpty();
  }

  @Test
  void aLinkedFormIsGivenByItsKey() {
    engine.deploy("ask.form", FORM);
    Form form = engine.state.resources.forms.all().iterator().next();
    assertThat(headers(t -> t.zeebeFormId("ask"), Map.of()))
        .isEqualTo(Map.of("io.camunda.zeebe:formKey", Long.toString(form.key())));
  }

  @Test
  void aFormThatIsNotThereIsAnIncidentUntilItIsDeployed() {
    engine.deploy(model(t -> t.zeebeFormId("ask")));
    engine.start("p");
    assertThat(engine.incidents())
        .extracting("errorType")
        .containsExactly(ErrorType.FORM_NOT_FOUND);
    engine.deploy("ask.form", FORM);
    engine.run(new ResolveIncident(engine.incidents().get(0).key()));
    assertThat(engine.activate(JOB)).hasSize(1);
  }

  @Test
  void whatCantBeEvaluatedIsAnIncident() {
    engine.deploy(model(t -> t.zeebeCandidateGroupsExpression("1")));
    engine.start("p");
    assertThat(engine.incidents())
        .extracting("errorType")
        .containsExactly(ErrorType.EXTRACT_VALUE_ERROR);
  }
}
