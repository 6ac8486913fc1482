package city.whistle.engine.contract.kill;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.response.ActivatedJob;
import io.grpc.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * What callers and workers do to the process of {@link KillTest}: one creates instances, one
 * publishes the message that each waits for, others complete its jobs and drop some on the way.
 */
final class Users {

  private static final int CONFLICT = 409;
  private static final Duration LOCK = Duration.ofHours(1);

  private final Acknowledged acknowledged;

  Users(Acknowledged acknowledged) {
    this.acknowledged = acknowledged;
  }

  void create(CamundaClient client) {
    String caseId = UUID.randomUUID().toString();
    acknowledged.asked.add(caseId);
    acknowledged.created(
        client
            .newCreateInstanceCommand()
            .bpmnProcessId(KillTest.PROCESS)
            .latestVersion()
            .variables(Map.of("caseId", caseId))
            .send()
            .join()
            .getProcessInstanceKey());
  }

  /** Publishes for each case that has no message yet; asked again, the engine keeps one. */
  void publish(CamundaClient client) {
    for (String caseId : acknowledged.asked) {
      if (!acknowledged.messages.contains(caseId)) {
        publish(client, caseId);
        acknowledged.published(caseId);
      }
    }
  }

  private static void publish(CamundaClient client, String caseId) {
    try {
      client
          .newPublishMessageCommand()
          .messageName(KillTest.MESSAGE)
          .correlationKey(caseId)
          .messageId(caseId)
          .timeToLive(LOCK)
          .send()
          .join();
    } catch (ClientException e) {
      if (!isAlreadyThere(e)) {
        throw e;
      }
    }
  }

  private static boolean isAlreadyThere(ClientException e) {
    return e instanceof ProblemException problem && problem.code() == CONFLICT
        || e instanceof ClientStatusException status
            && status.getStatusCode() == Status.Code.ALREADY_EXISTS;
  }

  /** Completes some jobs and forgets others, which stay locked. */
  void work(CamundaClient client, Random random) {
    for (ActivatedJob job : jobs(client)) {
      if (random.nextInt(5) > 0) {
        complete(client, job);
      }
    }
  }

  /**
   * @return whether there was anything to do
   */
  boolean workThoroughly(CamundaClient client) {
    List<ActivatedJob> jobs = jobs(client);
    jobs.forEach(job -> complete(client, job));
    return !jobs.isEmpty();
  }

  private static List<ActivatedJob> jobs(CamundaClient client) {
    return client
        .newActivateJobsCommand()
        .jobType(KillTest.JOB)
        .maxJobsToActivate(20)
        .timeout(LOCK)
        .requestTimeout(Duration.ofMillis(500))
        .send()
        .join()
        .getJobs();
  }

  private void complete(CamundaClient client, ActivatedJob job) {
    client.newCompleteCommand(job).send().join();
    acknowledged.completed(job.getKey());
  }
}
