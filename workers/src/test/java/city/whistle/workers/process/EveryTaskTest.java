package city.whistle.workers.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.whistle.workers.answer.AnswersOf;
import city.whistle.workers.answer.ModelTasks;
import city.whistle.workers.answer.ModelTasks.ModelTask;
import city.whistle.workers.answer.StockVariables;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.job.TestJob;
import city.whistle.workers.timeline.TimelineEntry;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.UserTask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;

/**
 * Each user task of the models, alone in a process of its own, with the real listener: nonsense
 * comes back with a sentence and changes nothing, a right answer completes it.
 */
class EveryTaskTest extends EngineWithWorkers {

  private static final String PROCESS =
      """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">
        <process id="alone-%1$s" isExecutable="true">
          <startEvent id="Start"><outgoing>In</outgoing></startEvent>
          <sequenceFlow id="In" sourceRef="Start" targetRef="%1$s"/>
          %2$s
          <sequenceFlow id="Out" sourceRef="%1$s" targetRef="End"/>
          <endEvent id="End"><incoming>Out</incoming></endEvent>
        </process>
      </definitions>
      """;

  @Autowired private CityTime time;

  private String caseId;
  private AnswersOf answers;

  @BeforeEach
  void deploy() throws IOException {
    answers = new AnswersOf(time);
    caseId = registry.dispatched().id().toString();
    DeployResourceCommandStep2 deployment = null;
    for (Resource form : ModelTasks.forms()) {
      deployment =
          (deployment == null ? client.newDeployResourceCommand() : deployment)
              .addResourceBytes(form.getContentAsByteArray(), form.getFilename());
    }
    for (ModelTask task : ModelTasks.all()) {
      deployment =
          deployment.addResourceBytes(
              PROCESS.formatted(task.id(), task.xml()).getBytes(StandardCharsets.UTF_8),
              "alone-" + task.id() + ".bpmn");
    }
    deployment.send().join();
  }

  @Test
  void refusesNonsenseWithASentenceAndTakesARightAnswer() {
    for (ModelTask task : ModelTasks.all()) {
      UserTask open = opened(task);
      for (JsonNode wrong : answers.wrong(task, shown(task))) {
        assertThat(refusal(open, wrong)).as(task.id() + brief(wrong)).contains("。", ".");
        assertThat(now(open))
            .as(task.id() + brief(wrong))
            .extracting(UserTask::getState, UserTask::getAssignee)
            .containsExactly(UserTaskState.CREATED, "staff-1");
      }
      complete(open, right(task));
      assertThat(now(open).getState()).as(task.id()).isEqualTo(UserTaskState.COMPLETED);
    }
    assertThat(
            client
                .newIncidentSearchRequest()
                .filter(f -> f.state(IncidentState.ACTIVE))
                .send()
                .join()
                .items())
        .isEmpty();
  }

  @Test
  void asksWhoeverDecidesForSomebodyToClaimItFirst() {
    for (ModelTask task : ModelTasks.all()) {
      if (!task.xml().contains("assessment.recordDecider")) {
        continue;
      }
      UserTask open = unclaimed(task);

      assertThat(refusal(open, right(task))).as(task.id()).contains("认领", "Claim");
      assertThat(now(open).getState()).as(task.id()).isEqualTo(UserTaskState.CREATED);
    }
  }

  @Test
  void writesNoLineIntoAnotherCase() {
    UUID other = registry.dispatched().id();
    UserTask open = opened(task("SignCase"));
    List<TimelineEntry> lines = registry.lines(other);

    assertThat(refusal(open, json(Map.of("caseId", other)))).contains("caseId");

    assertThat(registry.lines(other)).isEqualTo(lines);
  }

  private static ModelTask task(String id) {
    return ModelTasks.all().stream().filter(task -> task.id().equals(id)).findFirst().orElseThrow();
  }

  private UserTask opened(ModelTask task) {
    UserTask open = unclaimed(task);
    client.newAssignUserTaskCommand(open.getUserTaskKey()).assignee("staff-1").send().join();
    return open;
  }

  private UserTask unclaimed(ModelTask task) {
    long instance =
        client
            .newCreateInstanceCommand()
            .bpmnProcessId("alone-" + task.id())
            .latestVersion()
            .variables(StockVariables.at(time.now(), caseId))
            .send()
            .join()
            .getProcessInstanceKey();
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                client
                    .newUserTaskSearchRequest()
                    .filter(f -> f.processInstanceKey(instance).state(UserTaskState.CREATED))
                    .send()
                    .join()
                    .items(),
            tasks -> !tasks.isEmpty())
        .get(0);
  }

  /** A case that is named must be one that there is. */
  private ObjectNode right(ModelTask task) {
    ObjectNode answer = answers.right(task, shown(task)).deepCopy();
    if (answer.at("/reply/linkedCase").isTextual()) {
      answer.withObjectProperty("reply").put("linkedCase", registry.opened().number());
    }
    return answer;
  }

  private ObjectNode shown(ModelTask task) {
    return StockVariables.shownBy(task, StockVariables.at(time.now(), caseId));
  }

  private String refusal(UserTask task, JsonNode answer) {
    try {
      complete(task, answer);
      return "taken";
    } catch (ProblemException e) {
      return e.details().getDetail();
    }
  }

  private void complete(UserTask task, JsonNode answer) {
    client
        .newCompleteUserTaskCommand(task.getUserTaskKey())
        .variables((Object) answer)
        .send()
        .join();
  }

  private UserTask now(UserTask task) {
    return client.newUserTaskGetRequest(task.getUserTaskKey()).send().join();
  }

  private static JsonNode json(Object value) {
    return TestJob.JSON.valueToTree(value);
  }

  private static String brief(JsonNode answer) {
    String text = answer.toString();
    return " " + text.substring(0, Math.min(100, text.length()));
  }
}
