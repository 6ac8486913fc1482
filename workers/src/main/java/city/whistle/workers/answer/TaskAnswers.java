package city.whistle.workers.answer;

import city.whistle.workers.job.CompletionDenied;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.exception.CamundaError;
import io.camunda.client.exception.JobError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Looks at what a person sends with a task before the process does. The form that the task shows
 * says what is right; whatever it doesn't ask for, another case's id or a later limit among it, is
 * not taken.
 */
@Component
public class TaskAnswers {

  private final ShownTasks tasks;
  private final Feel feel;
  private final NamedCases cases;
  private final ObjectMapper json;

  TaskAnswers(ShownTasks tasks, Feel feel, NamedCases cases, ObjectMapper json) {
    this.cases = cases;
    this.tasks = tasks;
    this.feel = feel;
    this.json = json;
  }

  /**
   * @param listener the job of a task's completing listener, with all variables
   * @return where the answers to what was asked stand among them, part by part
   * @throws CompletionDenied with a sentence for the person, where the answer is not what the form
   *     asks for; nothing of it is kept
   */
  public List<List<String>> require(ActivatedJob listener) {
    ShownTask task = tasks.of(listener);
    ObjectNode sent = sent(listener);
    Form form = Form.of(task.form());
    List<Problem> problems = new ArrayList<>(foreign(form, task.variables(), sent));
    if (!problems.isEmpty() && listener.getRetries() > 1) {
      throw lookAgain(listener);
    }
    ObjectNode answered = sent.retain(form.variables());
    problems.addAll(AnswerCheck.problems(form, task.variables(), answered, feel, cases));
    if (!problems.isEmpty()) {
      throw new CompletionDenied(Sentences.of(problems));
    }
    return AnswerCheck.asked(form, task.variables(), answered, feel);
  }

  /**
   * What {@link #require} would find wrong, for the person who fills the form in. Nothing is sent.
   *
   * @param form the task's schema
   * @param shown all that the task sees
   * @param sent what the person sends
   * @return in the form's order; empty where nothing is wrong
   */
  public List<Wrong> wrong(JsonNode form, ObjectNode shown, ObjectNode sent) {
    Form asked = Form.of(form);
    ObjectNode both = shown.deepCopy();
    both.setAll(sent.deepCopy());
    List<Problem> problems = new ArrayList<>(foreign(asked, shown, both));
    ObjectNode answered = both.retain(asked.variables());
    problems.addAll(AnswerCheck.problems(asked, shown, answered, feel, cases));
    return problems.stream().map(Wrong::of).toList();
  }

  /**
   * What the process itself changed after the job was handed out looks like sent, too; a job that
   * comes again has it. It comes at once: an engine whose clock is pinned never ends a wait.
   */
  private static JobError lookAgain(ActivatedJob listener) {
    return CamundaError.jobError(
        "variables differ from what the task showed",
        null,
        listener.getRetries() - 1,
        Duration.ZERO);
  }

  /** The job has what the task saw with what was sent over it: what differs was sent. */
  private static List<Problem> foreign(Form form, ObjectNode shown, ObjectNode sent) {
    Set<String> asked = form.variables();
    return sent.properties().stream()
        .filter(variable -> !asked.contains(variable.getKey()))
        .filter(variable -> differs(variable.getValue(), shown.path(variable.getKey())))
        .map(variable -> Unasked.problem("", List.of(variable.getKey()), Fault.of("unknown")))
        .toList();
  }

  private static boolean differs(JsonNode sent, JsonNode shown) {
    boolean bothNothing = sent.isNull() && shown.isMissingNode();
    return !bothNothing && !sent.equals(shown);
  }

  private ObjectNode sent(ActivatedJob listener) {
    try {
      return json.readValue(listener.getVariables(), ObjectNode.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the engine's variables are no JSON object", e);
    }
  }
}
