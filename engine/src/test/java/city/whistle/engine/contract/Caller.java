package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ActivateJobsCommandStep1.ActivateJobsCommandStep3;
import io.camunda.client.api.command.DeployResourceCommandStep1;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.response.DeploymentEvent;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.ProcessBuilder;
import io.camunda.zeebe.model.bpmn.builder.ServiceTaskBuilder;
import io.camunda.zeebe.model.bpmn.builder.UserTaskBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Somebody who uses the engine through Camunda's client. Its names (processes, job types, messages)
 * are its own, so that tests on one engine don't meet.
 */
final class Caller {

  private static final Duration NO_LONG_POLL = Duration.ofMillis(-1);
  private static final Duration LONG_POLL = Duration.ofSeconds(1);
  private static final int MAX_POLLS = 60;
  private static final Duration LOCK = Duration.ofHours(12);

  private final CamundaClient client;
  private final boolean overRest;
  private final Management management;
  private final String prefix;

  /**
   * @param prefix how all names of this caller begin; letters, digits and hyphens
   */
  Caller(CamundaClient client, Management management, String prefix) {
    this.client = client;
    this.overRest = client.getConfiguration().preferRestOverGrpc();
    this.management = management;
    this.prefix = prefix;
  }

  CamundaClient client() {
    return client;
  }

  /** Id of the process that the test is about. */
  String id() {
    return prefix;
  }

  /** A name that only this caller uses. */
  String id(String name) {
    return prefix + "-" + name;
  }

  ProcessBuilder process() {
    return Bpmn.createExecutableProcess(prefix);
  }

  ProcessBuilder process(String name) {
    return Bpmn.createExecutableProcess(id(name));
  }

  /** A process of one service task, {@code Work}, whose jobs have the type {@code work}. */
  BpmnModelInstance oneJob() {
    return oneJob(task -> {});
  }

  BpmnModelInstance oneJob(Consumer<ServiceTaskBuilder> more) {
    return process()
        .startEvent()
        .serviceTask(
            "Work",
            task -> {
              task.zeebeJobType(id("work"));
              more.accept(task);
            })
        .endEvent()
        .done();
  }

  /** A process of one user task, {@code Ask}. */
  BpmnModelInstance oneTask() {
    return oneTask(task -> {});
  }

  BpmnModelInstance oneTask(Consumer<UserTaskBuilder> more) {
    return process()
        .startEvent()
        .userTask(
            "Ask",
            task -> {
              task.zeebeUserTask();
              more.accept(task);
            })
        .endEvent()
        .done();
  }

  DeploymentEvent deploy(BpmnModelInstance... models) {
    DeployResourceCommandStep1 command = client.newDeployResourceCommand();
    DeployResourceCommandStep1.DeployResourceCommandStep2 filled = null;
    for (int i = 0; i < models.length; i++) {
      String name = prefix + "-" + i + ".bpmn";
      filled =
          filled == null
              ? command.addProcessModel(models[i], name)
              : filled.addProcessModel(models[i], name);
    }
    return filled.send().join();
  }

  DeploymentEvent deploy(String name, String text) {
    return client
        .newDeployResourceCommand()
        .addResourceBytes(text.getBytes(StandardCharsets.UTF_8), name)
        .send()
        .join();
  }

  Instance start() {
    return start(Map.of());
  }

  Instance start(Map<String, Object> variables) {
    return start(prefix, variables);
  }

  Instance start(String processId, Map<String, Object> variables) {
    return new Instance(
        client,
        client
            .newCreateInstanceCommand()
            .bpmnProcessId(processId)
            .latestVersion()
            .variables(variables)
            .send()
            .join()
            .getProcessInstanceKey());
  }

  /** All instances of the process, oldest first. */
  List<Instance> instances(String processId) {
    return client
        .newProcessInstanceSearchRequest()
        .filter(f -> f.processDefinitionId(processId))
        .send()
        .join()
        .items()
        .stream()
        .map(found -> new Instance(client, found.getProcessInstanceKey()))
        .toList();
  }

  /** Locks all jobs that can be had. */
  List<ActivatedJob> jobs(String type) {
    ActivateJobsCommandStep3 command =
        client.newActivateJobsCommand().jobType(id(type)).maxJobsToActivate(100).timeout(LOCK);
    return (overRest ? command : command.requestTimeout(NO_LONG_POLL)).send().join().getJobs();
  }

  /** The only job that can be had; a busy engine may need more than one poll to give it. */
  ActivatedJob job(String type) {
    List<ActivatedJob> jobs = jobs(type);
    if (jobs.isEmpty()) {
      return awaitJob(type);
    }
    assertThat(jobs).as("jobs of type " + type).hasSize(1);
    return jobs.get(0);
  }

  /** The job, for which a command still under way may have to be waited for. */
  ActivatedJob awaitJob(String type) {
    List<ActivatedJob> jobs = List.of();
    for (int poll = 0; poll < MAX_POLLS && jobs.isEmpty(); poll++) {
      jobs =
          client
              .newActivateJobsCommand()
              .jobType(id(type))
              .maxJobsToActivate(1)
              .timeout(LOCK)
              .requestTimeout(LONG_POLL)
              .send()
              .join()
              .getJobs();
    }
    assertThat(jobs).as("jobs of type " + type).hasSize(1);
    return jobs.get(0);
  }

  ActivatedJob complete(String type) {
    return complete(type, Map.of());
  }

  ActivatedJob complete(String type, Map<String, Object> variables) {
    ActivatedJob job = job(type);
    complete(job, variables);
    return job;
  }

  void complete(ActivatedJob job, Map<String, Object> variables) {
    client.newCompleteCommand(job).variables(variables).send().join();
  }

  void fail(ActivatedJob job, int retries) {
    client.newFailCommand(job).retries(retries).errorMessage("it broke").send().join();
  }

  void throwError(String type, String code, Map<String, Object> variables) {
    client.newThrowErrorCommand(job(type)).errorCode(code).variables(variables).send().join();
  }

  void publish(String name, String key, Map<String, Object> variables) {
    publish(name, key, variables, Duration.ofHours(1));
  }

  void publish(String name, String key, Map<String, Object> variables, Duration timeToLive) {
    client
        .newPublishMessageCommand()
        .messageName(id(name))
        .correlationKey(key)
        .timeToLive(timeToLive)
        .variables(variables)
        .send()
        .join();
  }

  void signal(String name, Map<String, Object> variables) {
    client.newBroadcastSignalCommand().signalName(id(name)).variables(variables).send().join();
  }

  void moveClock(Duration duration) {
    management.moveClock(duration);
  }

  /** Deletes everything, also what other callers deployed. */
  void purge() {
    management.purge();
  }

  UserTask userTask(Instance instance) {
    List<UserTask> tasks =
        client
            .newUserTaskSearchRequest()
            .filter(f -> f.processInstanceKey(instance.key()))
            .send()
            .join()
            .items();
    assertThat(tasks).hasSize(1);
    return tasks.get(0);
  }

  @Override
  public String toString() {
    return prefix;
  }
}
