package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.client.api.search.enums.JobKind;
import io.camunda.client.api.search.enums.JobState;
import io.camunda.client.api.search.response.Job;
import io.camunda.client.api.worker.JobWorker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Jobs as workers get them, and what workers do with them. */
class JobsTest {

  private static final long PATIENCE_SECONDS = 30;

  private static Job shown(Caller caller, Instance instance) {
    return caller
        .client()
        .newJobSearchRequest()
        .filter(f -> f.processInstanceKey(instance.key()))
        .send()
        .join()
        .singleItem();
  }

  /** What a worker of Camunda's client gets while instances are started. */
  private static List<Long> worked(Caller caller, boolean streaming) throws InterruptedException {
    caller.deploy(caller.oneJob());
    List<Long> started = new ArrayList<>();
    started.add(caller.start().key());
    BlockingQueue<Long> done = new LinkedBlockingQueue<>();
    try (JobWorker worker =
        caller
            .client()
            .newWorker()
            .jobType(caller.id("work"))
            .handler(
                (client, job) -> {
                  client.newCompleteCommand(job).send().join();
                  done.add(job.getProcessInstanceKey());
                })
            .streamEnabled(streaming)
            .open()) {
      started.add(caller.start().key());
      started.add(caller.start().key());
      List<Long> got = new ArrayList<>();
      for (int i = 0; i < started.size(); i++) {
        got.add(done.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
      }
      assertThat(worker.isOpen()).isTrue();
      assertThat(got).containsExactlyInAnyOrderElementsOf(started);
      return got;
    }
  }

  @OnEveryTarget
  void aWorkerThatPollsGetsWhatIsThereAndWhatComes(Caller caller) throws InterruptedException {
    worked(caller, false).forEach(key -> new Instance(caller.client(), key).isCompleted());
  }

  @OnEveryTarget
  void aWorkerThatStreamsGetsWhatIsThereAndWhatComes(Caller caller) throws InterruptedException {
    worked(caller, true).forEach(key -> new Instance(caller.client(), key).isCompleted());
  }

  @OnEveryTarget
  void aPollWaitsForAJobThatComes(Caller caller) {
    caller.deploy(caller.oneJob());
    var poll =
        caller
            .client()
            .newActivateJobsCommand()
            .jobType(caller.id("work"))
            .maxJobsToActivate(1)
            .requestTimeout(Duration.ofSeconds(PATIENCE_SECONDS))
            .send();
    Instance instance = caller.start();
    List<ActivatedJob> jobs = new ArrayList<>(poll.join().getJobs());
    if (jobs.isEmpty()) {
      jobs.add(caller.awaitJob("work"));
    }
    assertThat(jobs)
        .singleElement()
        .satisfies(job -> assertThat(job.getProcessInstanceKey()).isEqualTo(instance.key()));
  }

  @OnEveryTarget
  void aPollGetsNoMoreThanItAsksForOldestFirst(Caller caller) {
    caller.deploy(caller.oneJob());
    List<Long> started = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      started.add(caller.start().key());
    }
    assertThat(some(caller, 2)).isEqualTo(started.subList(0, 2));
    assertThat(some(caller, 10)).isEqualTo(started.subList(2, 5));
  }

  private static List<Long> some(Caller caller, int jobs) {
    return caller
        .client()
        .newActivateJobsCommand()
        .jobType(caller.id("work"))
        .maxJobsToActivate(jobs)
        .requestTimeout(Duration.ofSeconds(PATIENCE_SECONDS))
        .send()
        .join()
        .getJobs()
        .stream()
        .map(ActivatedJob::getProcessInstanceKey)
        .toList();
  }

  @OnEveryTarget
  void aJobIsShownFromItsCreationToItsEnd(Caller caller) {
    caller.deploy(caller.oneJob());
    Instance instance = caller.start();
    Job created = shown(caller, instance);
    assertThat(created.getState()).isEqualTo(JobState.CREATED);
    assertThat(created.getKind()).isEqualTo(JobKind.BPMN_ELEMENT);
    assertThat(created.getElementId()).isEqualTo("Work");
    assertThat(created.getRetries()).isEqualTo(3);
    ActivatedJob job = caller.job("work");
    assertThat(shown(caller, instance).getDeadline()).isNull();
    caller.fail(job, 2);
    Job failed = shown(caller, instance);
    assertThat(failed.getState()).isEqualTo(JobState.FAILED);
    assertThat(failed.getErrorMessage()).isEqualTo("it broke");
    assertThat(failed.hasFailedWithRetriesLeft()).isTrue();
    caller.complete("work");
    Job done = shown(caller, instance);
    assertThat(done.getState()).isEqualTo(JobState.COMPLETED);
    assertThat(done.getEndTime()).isNotNull();
  }

  @OnEveryTarget
  void theJobOfACancelledInstanceIsCanceled(Caller caller) {
    caller.deploy(caller.oneJob());
    Instance instance = caller.start();
    ActivatedJob job = caller.job("work");
    instance.cancel();
    assertThat(shown(caller, instance).getState()).isEqualTo(JobState.CANCELED);
    Refusal.NOT_FOUND.of(() -> caller.complete(job, Map.of()));
  }

  @OnEveryTarget
  void aFailedJobWithRetriesAndNoBackOffComesAgainAtOnce(Caller caller) {
    caller.deploy(caller.oneJob());
    caller.start();
    caller.fail(caller.job("work"), 1);
    assertThat(caller.job("work").getRetries()).isEqualTo(1);
  }

  @OnEveryTarget
  void retriesAndTimeoutAreUpdatedTogether(Caller caller) {
    caller.deploy(caller.oneJob());
    Instance instance = caller.start();
    ActivatedJob job = caller.job("work");
    caller
        .client()
        .newUpdateJobCommand(job.getKey())
        .update(7, Duration.ofHours(24).toMillis())
        .send()
        .join();
    assertThat(shown(caller, instance).getRetries()).isEqualTo(7);
    caller.moveClock(Duration.ofHours(23));
    assertThat(caller.jobs("work")).isEmpty();
    caller.moveClock(Duration.ofHours(1));
    assertThat(caller.complete("work").getRetries()).isEqualTo(7);
    Refusal.NOT_FOUND.of(
        () -> caller.client().newUpdateRetriesCommand(job).retries(1).send().join());
  }

  @OnEveryTarget
  void retriesAreAtLeastOne(Caller caller) {
    caller.deploy(caller.oneJob());
    caller.start();
    ActivatedJob job = caller.job("work");
    Refusal.INVALID_ARGUMENT.of(
        () -> caller.client().newUpdateRetriesCommand(job).retries(0).send().join(), "retries");
  }

  @OnEveryTarget
  void aTimeoutIsOnlyChangedOfAJobThatSomebodyHas(Caller caller) {
    caller.deploy(caller.oneJob());
    Instance instance = caller.start();
    long key = shown(caller, instance).getJobKey();
    Refusal.FAILED_PRECONDITION.of(
        () ->
            caller
                .client()
                .newUpdateTimeoutCommand(key)
                .timeout(Duration.ofHours(1))
                .send()
                .join());
  }

  @OnEveryTarget
  void aWorkersErrorCarriesVariablesToItsEvent(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .serviceTask("Work", t -> t.zeebeJobType(caller.id("work")))
            .boundaryEvent("Broken", b -> b.error("E1"))
            .endEvent("Mended")
            .moveToActivity("Work")
            .endEvent()
            .done());
    Instance instance = caller.start();
    caller.throwError("work", "E1", Map.of("reason", "rust"));
    instance.isCompleted();
    assertThat(instance.completed()).contains("Broken", "Mended");
    assertThat(instance.variables()).containsEntry("reason", "\"rust\"");
    assertThat(shown(caller, instance).getState()).isEqualTo(JobState.ERROR_THROWN);
    assertThat(shown(caller, instance).getErrorCode()).isEqualTo("E1");
  }

  @OnEveryTarget
  void aJobWhoseVariablesNobodyCanBeGivenIsAnIncidentUntilTheyAreSmaller(Caller caller) {
    caller.deploy(caller.oneJob());
    Instance instance = caller.start(Map.of("n", 1));
    String large = "x".repeat(1_500_000);
    for (int i = 0; i < 3; i++) {
      instance.setVariables(instance.key(), Map.of("large" + i, large), false);
    }
    assertThat(caller.jobs("work")).isEmpty();
    instance.incident(IncidentErrorType.MESSAGE_SIZE_EXCEEDED, "Work");
    instance.repair(Map.of("large0", "", "large1", "", "large2", ""));
    caller.complete("work");
    instance.isCompleted();
  }

  @OnEveryTarget
  void aJobThatIsCreatedWithoutRetriesIsTriedOnce(Caller caller) {
    caller.deploy(caller.oneJob(t -> t.zeebeJobRetries("0")));
    Instance instance = caller.start();
    ActivatedJob job = caller.job("work");
    assertThat(instance.incidents()).isEmpty();
    caller.client().newFailCommand(job).retries(0).send().join();
    instance.incident(IncidentErrorType.JOB_NO_RETRIES, "Work");
    assertThat(caller.jobs("work")).isEmpty();
  }
}
