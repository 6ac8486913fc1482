package city.whistle.engine.contract.fault;

import static city.whistle.engine.contract.fault.Persistent.ask;
import static city.whistle.engine.contract.fault.Persistent.tryTo;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.client.api.search.enums.MessageSubscriptionState;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.Incident;
import io.camunda.client.api.search.response.MessageSubscription;
import io.camunda.client.api.search.response.UserTask;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** One who deploys, starts instances and does all that any instance waits for. */
final class User implements AutoCloseable {

  private static final int FIRST_RETRIES = 3;
  private static final Duration LOCK = Duration.ofMinutes(10);
  private static final Duration KEPT = Duration.ofHours(1);

  private final CamundaClient client;
  private final Set<Long> created = ConcurrentHashMap.newKeySet();
  private final Set<Long> completed = ConcurrentHashMap.newKeySet();

  User(CamundaClient client) {
    this.client = client;
  }

  /** Keys of the instances that the engine said it had created. */
  Set<Long> created() {
    return created;
  }

  /** Keys of the jobs that the engine said were completed. */
  Set<Long> completed() {
    return completed;
  }

  /** A process, a decision and a form that nobody had before. */
  void deploySomethingNew() {
    String id = "fault-" + UUID.randomUUID();
    ask(
        () ->
            client
                .newDeployResourceCommand()
                .addResourceStringUtf8(
                    "{\"id\":\"%s\",\"components\":[]}".formatted(id), id + ".form")
                .addResourceStringUtf8(Models.rule().replace("fault-", id + "-"), id + ".dmn")
                .addProcessModel(Models.another(id), id + ".bpmn"));
  }

  long start(String processId) {
    String caseId = UUID.randomUUID().toString();
    long key =
        ask(() ->
                client
                    .newCreateInstanceCommand()
                    .bpmnProcessId(processId)
                    .latestVersion()
                    .variables(Map.of("caseId", caseId, "n", 1)))
            .getProcessInstanceKey();
    created.add(key);
    return key;
  }

  /** A message that nobody waits for and that is kept for a while. */
  void publishToNobody() {
    publish(UUID.randomUUID().toString(), UUID.randomUUID().toString());
  }

  private void publish(String correlationKey, String id) {
    tryTo(
        () ->
            client
                .newPublishMessageCommand()
                .messageName(Models.MESSAGE)
                .correlationKey(correlationKey)
                .messageId(id)
                .timeToLive(KEPT));
  }

  /** Works at whatever there is until the instance is completed. */
  void driveToItsEnd(long instance) {
    while (state(instance) == ProcessInstanceState.ACTIVE) {
      drive();
    }
  }

  private ProcessInstanceState state(long instance) {
    return ask(() -> client.newProcessInstanceGetRequest(instance)).getState();
  }

  /** Whether any instance is still open. */
  boolean isAnyOpen() {
    return !ask(() ->
            client
                .newProcessInstanceSearchRequest()
                .filter(f -> f.state(ProcessInstanceState.ACTIVE)))
        .items()
        .isEmpty();
  }

  /** Gives each open instance what it waits for. */
  void drive() {
    jobs();
    ask(() ->
            client
                .newMessageSubscriptionSearchRequest()
                .filter(f -> f.messageSubscriptionState(MessageSubscriptionState.CREATED)))
        .items()
        .forEach(this::answer);
    ask(() -> client.newUserTaskSearchRequest().filter(f -> f.state(UserTaskState.CREATED)))
        .items()
        .forEach(this::answer);
    ask(() -> client.newIncidentSearchRequest().filter(f -> f.state(IncidentState.ACTIVE)))
        .items()
        .forEach(this::repair);
  }

  private void jobs() {
    ask(() ->
            client
                .newActivateJobsCommand()
                .jobType(Models.JOB)
                .maxJobsToActivate(20)
                .timeout(LOCK)
                .requestTimeout(Duration.ofMillis(20)))
        .getJobs()
        .forEach(this::work);
  }

  /** Fails each job once. */
  private void work(ActivatedJob job) {
    if (job.getRetries() == FIRST_RETRIES) {
      tryTo(() -> client.newFailCommand(job).retries(0).variables(Map.of("tried", true)));
    } else if (tryTo(() -> client.newCompleteCommand(job).variables(Map.of("m", 2))).isPresent()) {
      completed.add(job.getKey());
    }
  }

  private void answer(MessageSubscription waiting) {
    publish(waiting.getCorrelationKey(), String.valueOf(waiting.getMessageSubscriptionKey()));
  }

  private void answer(UserTask task) {
    tryTo(() -> client.newAssignUserTaskCommand(task.getUserTaskKey()).assignee("ann"));
    tryTo(() -> client.newCompleteUserTaskCommand(task.getUserTaskKey()).variable("answer", 1));
  }

  private void repair(Incident incident) {
    tryTo(() -> client.newUpdateRetriesCommand(incident.getJobKey()).retries(1));
    tryTo(() -> client.newResolveIncidentCommand(incident.getIncidentKey()));
  }

  void evaluate() {
    ask(
        () ->
            client.newEvaluateDecisionCommand().decisionId("fault-rule").variables(Map.of("n", 4)));
  }

  void deploy() {
    ask(
        () ->
            client
                .newDeployResourceCommand()
                .addProcessModel(Models.main(), "main.bpmn")
                .addProcessModel(Models.timed(), "timed.bpmn")
                .addProcessModel(Models.large(), "large.bpmn")
                .addResourceStringUtf8(Models.rule(), "rule.dmn"));
  }

  @Override
  public void close() {
    client.close();
  }
}
