package city.whistle.console.tasks;

import static city.whistle.console.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import city.whistle.console.ConsoleTest;
import city.whistle.console.People;
import city.whistle.console.account.Person;
import city.whistle.console.account.Role;
import city.whistle.console.layout.Message;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskListenerEventType;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A task is sent while the program changes something of it. */
@ConsoleTest
class ChangingTaskTest {

  private static final String LISTENER = "changing-task.updating";

  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired CamundaClient client;

  private Person handler;
  private long key;

  @BeforeEach
  void beginTask() {
    handler = people.with(Role.HANDLER);
    client
        .newDeployResourceCommand()
        .addProcessModel(
            Bpmn.createExecutableProcess("changing-task")
                .startEvent()
                .userTask(
                    "Wait",
                    task ->
                        task.zeebeUserTask()
                            .zeebeCandidateGroups("street:" + People.STREET)
                            .zeebeTaskListener(
                                listener ->
                                    listener
                                        .eventType(ZeebeTaskListenerEventType.updating)
                                        .type(LISTENER)))
                .endEvent()
                .done(),
            "changing-task.bpmn")
        .send()
        .join();
    long instance =
        client
            .newCreateInstanceCommand()
            .bpmnProcessId("changing-task")
            .latestVersion()
            .send()
            .join()
            .getProcessInstanceKey();
    key =
        await()
            .until(
                () ->
                    client
                        .newUserTaskSearchRequest()
                        .filter(f -> f.processInstanceKey(instance))
                        .send()
                        .join()
                        .items(),
                found -> !found.isEmpty())
            .get(0)
            .getUserTaskKey();
  }

  @Test
  void saysThatItIsBeingChangedKeepsWhatWasFilledInAndTakesItAfterwards() throws Exception {
    // it answers when the listener is through, or gives up waiting for it
    client.newUpdateUserTaskCommand(key).priority(7).send();
    ActivatedJob listener = listener();

    send("{\"note\": \"kept all the same\"}")
        .andExpect(redirectedUrl("/tasks/" + key))
        .andExpect(flash().attribute("notice", Message.of("task.refused.busy")));
    mvc.perform(get("/tasks/{key}", key).with(as(handler)))
        .andExpect(
            content()
                .string(allOf(containsString("task-form"), containsString("kept all the same"))));

    client.newCompleteCommand(listener.getKey()).send().join();
    await()
        .until(
            () -> client.newUserTaskGetRequest(key).send().join().getState(),
            UserTaskState.CREATED::equals);
    send("{}").andExpect(redirectedUrl("/tasks/" + key + "/done"));
  }

  @Test
  void goesOnWhereTheDraftTookTheTaskAMomentBefore() throws Exception {
    client.newAssignUserTaskCommand(key).assignee(handler.id()).send().join();

    send("{}").andExpect(redirectedUrl("/tasks/" + key + "/done"));
    UserTask done = client.newUserTaskGetRequest(key).send().join();
    assertThat(done.getAssignee()).isEqualTo(handler.id());
  }

  private ActivatedJob listener() {
    return await()
        .until(
            () ->
                client
                    .newActivateJobsCommand()
                    .jobType(LISTENER)
                    .maxJobsToActivate(1)
                    .send()
                    .join()
                    .getJobs(),
            (List<ActivatedJob> found) -> !found.isEmpty())
        .get(0);
  }

  private ResultActions send(String values) throws Exception {
    return mvc.perform(
        post("/tasks/{key}/complete", key).param("values", values).with(as(handler)).with(csrf()));
  }
}
