package city.whistle.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.response.DeploymentEvent;
import io.camunda.client.api.search.enums.ElementInstanceState;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.ElementInstance;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.client.api.search.response.Variable;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The whole engine, used by Camunda's client over REST. Each test has a process of its own. */
class EngineOverRestTest extends EngineOverRest {

  @Test
  void runsAnInstanceToItsEnd() {
    long definition = deploy(oneJob("rest-one-job", "rest-work"), "one-job");
    long key = start("rest-one-job", Map.of("street", "展览路"));
    ActivatedJob job = activate("rest-work");
    assertThat(job.getVariablesAsMap()).isEqualTo(Map.of("street", "展览路"));
    assertThat(job.getCustomHeaders()).containsEntry("unit", "water");
    client.newCompleteCommand(job).variables(Map.of("contacted", true)).send().join();

    assertThat(instance(key).getState()).isEqualTo(ProcessInstanceState.COMPLETED);
    assertThat(instance(key).getProcessDefinitionName()).isEqualTo("Process rest-one-job");
    List<ElementInstance> elements =
        client
            .newElementInstanceSearchRequest()
            .filter(f -> f.processInstanceKey(key))
            .send()
            .join()
            .items();
    assertThat(elements)
        .extracting(ElementInstance::getElementId)
        .containsExactly("start", "work", "end");
    assertThat(elements).allMatch(e -> e.getState() == ElementInstanceState.COMPLETED);
    assertThat(
            client
                .newVariableSearchRequest()
                .filter(f -> f.processInstanceKey(key))
                .sort(s -> s.name().asc())
                .send()
                .join()
                .items())
        .extracting(Variable::getName, Variable::getValue)
        .containsExactly(tuple("contacted", "true"), tuple("street", "\"展览路\""));
    assertThat(client.newProcessInstanceSequenceFlowsRequest(key).send().join()).hasSize(2);
    assertThat(client.newProcessDefinitionGetXmlRequest(definition).send().join())
        .contains("rest-one-job");
  }

  @Test
  void awaitsAResult() {
    deploy(
        Bpmn.createExecutableProcess("rest-result")
            .startEvent()
            .scriptTask("sum", t -> t.zeebeExpression("a + 1").zeebeResultVariable("b"))
            .endEvent()
            .done(),
        "result");
    assertThat(
            client
                .newCreateInstanceCommand()
                .bpmnProcessId("rest-result")
                .latestVersion()
                .variables(Map.of("a", 1))
                .withResult()
                .fetchVariables("b")
                .send()
                .join()
                .getVariablesAsMap())
        .isEqualTo(Map.of("b", 2));
  }

  @Test
  void letsPeopleDoTheirTasks() {
    deploy(
        Bpmn.createExecutableProcess("rest-user-task")
            .startEvent()
            .userTask(
                "report",
                t -> t.name("Report").zeebeUserTask().zeebeCandidateGroups("unit-6, district"))
            .endEvent()
            .done(),
        "user-task");
    long key = start("rest-user-task", Map.of("street", "展览路"));
    List<UserTask> tasks =
        client
            .newUserTaskSearchRequest()
            .filter(
                f ->
                    f.candidateGroup("unit-6")
                        .state(UserTaskState.CREATED)
                        .processInstanceKey(key)
                        .processInstanceVariables(Map.of("street", "\"展览路\"")))
            .send()
            .join()
            .items();
    assertThat(tasks).hasSize(1);
    long task = tasks.get(0).getUserTaskKey();
    assertThat(tasks.get(0).getName()).isEqualTo("Report");
    assertThat(client.newUserTaskVariableSearchRequest(task).send().join().items()).hasSize(1);

    client.newAssignUserTaskCommand(task).assignee("wang").send().join();
    assertThat(client.newUserTaskGetRequest(task).send().join().getAssignee()).isEqualTo("wang");
    client.newCompleteUserTaskCommand(task).variables(Map.of("settled", true)).send().join();
    assertThat(client.newUserTaskGetRequest(task).send().join().getState())
        .isEqualTo(UserTaskState.COMPLETED);
    assertThat(instance(key).getState()).isEqualTo(ProcessInstanceState.COMPLETED);
  }

  @Test
  void cancelsAnInstanceOnlyOnce() {
    deploy(oneJob("rest-cancel", "rest-cancel"), "cancel");
    long key = start("rest-cancel", Map.of());
    client.newCancelInstanceCommand(key).send().join();
    assertThat(instance(key).getState()).isEqualTo(ProcessInstanceState.TERMINATED);
    assertThatThrownBy(() -> client.newCancelInstanceCommand(key).send().join())
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.details().getStatus()).isEqualTo(404));
  }

  @Test
  void tellsAllMistakesOfAModel() {
    assertThatThrownBy(
            () ->
                client
                    .newDeployResourceCommand()
                    .addResourceStringUtf8("<no-bpmn/>", "broken.bpmn")
                    .send()
                    .join())
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.details().getStatus()).isEqualTo(400);
              assertThat(e.details().getDetail()).contains("broken.bpmn");
            });
  }

  @Test
  void setsVariablesFromOutside() {
    deploy(oneJob("rest-variables", "rest-variables"), "variables");
    long key = start("rest-variables", Map.of("n", 1));
    client.newSetVariablesCommand(key).variables(Map.of("n", 2)).send().join();
    assertThat(activate("rest-variables").getVariablesAsMap()).isEqualTo(Map.of("n", 2));
  }

  @Test
  void givesATaskItsForm() {
    String form =
        "{\"id\":\"rest-form\",\"type\":\"default\",\"components\":[],\"schemaVersion\":16}";
    DeploymentEvent deployed =
        client
            .newDeployResourceCommand()
            .addResourceStringUtf8(form, "rest.form")
            .addProcessModel(
                Bpmn.createExecutableProcess("rest-form-task")
                    .startEvent()
                    .userTask("ask", t -> t.zeebeUserTask().zeebeFormId("rest-form"))
                    .endEvent()
                    .done(),
                "form-task.bpmn")
            .send()
            .join();
    long key = start("rest-form-task", Map.of());
    long task =
        client
            .newUserTaskSearchRequest()
            .filter(f -> f.processInstanceKey(key))
            .send()
            .join()
            .singleItem()
            .getUserTaskKey();
    assertThat(client.newUserTaskGetFormRequest(task).send().join().getSchema()).isEqualTo(form);
    long formKey = deployed.getForm().get(0).getFormKey();
    assertThat(client.newResourceContentGetRequest(formKey).send().join()).isEqualTo(form);
    assertThat(client.newResourceGetRequest(formKey).send().join().getResourceName())
        .isEqualTo("rest.form");
  }
}
