package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import java.time.Duration;
import java.util.Map;

/** Incidents of jobs and errors, and what goes on around an incident. */
class IncidentsTest {

  private static void deployWork(Caller caller) {
    caller.deploy(caller.oneJob(t -> t.zeebeJobRetries("1")));
  }

  @OnEveryTarget
  void aJobWithoutRetries(Caller caller) {
    deployWork(caller);
    Instance instance = caller.start();
    ActivatedJob job = caller.job("work");
    caller.fail(job, 0);
    var incident = instance.incident(IncidentErrorType.JOB_NO_RETRIES, "Work");
    assertThat(incident.getErrorMessage()).isEqualTo("it broke");
    assertThat(incident.getJobKey()).isEqualTo(job.getKey());
    assertThat(instance.elements())
        .filteredOn(element -> element.getElementId().equals("Work"))
        .allSatisfy(element -> assertThat(element.getIncident()).isTrue());
    assertThat(caller.jobs("work")).isEmpty();
    caller.client().newUpdateRetriesCommand(job).retries(2).send().join();
    assertThat(caller.jobs("work")).isEmpty();
    instance.repair(Map.of());
    assertThat(instance.incidents()).isEmpty();
    assertThat(caller.complete("work").getRetries()).isEqualTo(2);
    instance.isCompleted();
    assertThat(
            caller
                .client()
                .newIncidentGetRequest(incident.getIncidentKey())
                .send()
                .join()
                .getState())
        .isEqualTo(IncidentState.RESOLVED);
  }

  @OnEveryTarget
  void anUncaughtErrorOfAJob(Caller caller) {
    deployWork(caller);
    Instance instance = caller.start();
    caller.throwError("work", "E1", Map.of());
    assertThat(instance.incident(IncidentErrorType.UNHANDLED_ERROR_EVENT, "Work").getErrorMessage())
        .contains("E1");
    instance.repair(Map.of());
    caller.complete("work");
    instance.isCompleted();
  }

  @OnEveryTarget
  void anIncidentIsResolvedOnce(Caller caller) {
    deployWork(caller);
    Instance instance = caller.start();
    caller.throwError("work", "E1", Map.of());
    long key = instance.incidents().get(0).getIncidentKey();
    instance.repair(Map.of());
    Refusal.NOT_FOUND.of(
        () -> caller.client().newResolveIncidentCommand(key).send().join(), String.valueOf(key));
  }

  @OnEveryTarget
  void anIncidentEndsWithItsInstance(Caller caller) {
    deployWork(caller);
    Instance instance = caller.start();
    caller.throwError("work", "E1", Map.of());
    long key = instance.incidents().get(0).getIncidentKey();
    instance.cancel();
    assertThat(instance.state()).isEqualTo(ProcessInstanceState.TERMINATED);
    assertThat(instance.incidents()).isEmpty();
    Refusal.NOT_FOUND.of(() -> caller.client().newResolveIncidentCommand(key).send().join());
  }

  @OnEveryTarget
  void aStoppedSubProcessHasOneIncidentWhateverRunsInItMeanwhile(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .subProcess(
                "Inner",
                s -> {
                  s.embeddedSubProcess()
                      .eventSubProcess("Handler")
                      .startEvent("Happened")
                      .interrupting(false)
                      .signal(caller.id("alarm"))
                      .endEvent("Handled");
                  s.zeebeOutputExpression("assert(x, x != null)", "y")
                      .embeddedSubProcess()
                      .startEvent()
                      .endEvent();
                })
            .endEvent()
            .done());
    Instance instance = caller.start();
    long key = instance.incident(IncidentErrorType.IO_MAPPING_ERROR, "Inner").getIncidentKey();
    caller.signal("alarm", Map.of());
    assertThat(instance.completed()).contains("Handled");
    assertThat(instance.incident(IncidentErrorType.IO_MAPPING_ERROR, "Inner").getIncidentKey())
        .isEqualTo(key);
    instance.setVariables(instance.key(), Map.of("x", 1), false);
    caller.signal("alarm", Map.of());
    instance.isCompleted();
  }

  @OnEveryTarget
  void aStoppedEventTakesNoOther(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .intermediateCatchEvent(
                "Wait",
                e ->
                    e.signal(caller.id("go"))
                        .zeebeOutputExpression("assert(x, x != null) + n", "y"))
            .endEvent()
            .done());
    Instance instance = caller.start();
    caller.signal("go", Map.of("n", 1));
    caller.signal("go", Map.of("n", 2));
    instance.incident(IncidentErrorType.IO_MAPPING_ERROR, "Wait");
    instance.repair(Map.of("x", 10));
    instance.isCompleted();
    assertThat(instance.variables()).containsEntry("y", "11");
  }

  @OnEveryTarget
  void aStoppedActivityIsStillInterruptedByItsEvents(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .serviceTask(
                "Work",
                t ->
                    t.zeebeJobType(caller.id("work"))
                        .zeebeOutputExpression("assert(x, x != null)", "y"))
            .boundaryEvent("Late", b -> b.timerWithDuration("PT1H"))
            .endEvent("GivenUp")
            .moveToActivity("Work")
            .endEvent()
            .done());
    Instance instance = caller.start();
    caller.complete("work");
    instance.incident(IncidentErrorType.IO_MAPPING_ERROR, "Work");
    caller.moveClock(Duration.ofHours(1));
    instance.isCompleted();
    assertThat(instance.completed()).contains("GivenUp");
  }

  @OnEveryTarget
  void anErrorEndEventIsTriedAgainWhenItsIncidentIsResolved(Caller caller) {
    caller.deploy(caller.process().startEvent().endEvent("Broken", e -> e.error("E1")).done());
    Instance instance = caller.start();
    long first =
        instance.incident(IncidentErrorType.UNHANDLED_ERROR_EVENT, "Broken").getIncidentKey();
    instance.repair(Map.of());
    assertThat(
            instance.incident(IncidentErrorType.UNHANDLED_ERROR_EVENT, "Broken").getIncidentKey())
        .isNotEqualTo(first);
    instance.cancel();
  }
}
