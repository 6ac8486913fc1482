package city.whistle.workers.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.whistle.engine.test.EngineUnderTest;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.outbox.EngineCall.RetryProcess;
import city.whistle.workers.outbox.EngineCalls;
import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.response.Incident;
import io.camunda.client.api.search.response.Job;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What does not go as it should, with real workers on the real engine. */
class WorkerFailuresTest extends EngineWithWorkers {

  private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
  private static final Duration SECOND_WAIT = Duration.ofSeconds(20);

  @Autowired private EngineCalls engine;
  @Autowired private JdbcClient jdbc;

  @Test
  void triesAgainByItselfWhenTheDatabaseFailed() {
    CaseFile file = registry.opened();
    await().atMost(PATIENCE).until(() -> registry.file(file.id()).owner() != null);

    rename("notification", "notification_away");
    urge(file);
    Job failed = failedJob("case.recordEvent", 2);
    rename("notification_away", "notification");
    EngineUnderTest.get().increaseTime(FIRST_WAIT);

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(registry.notifications(file.id())).contains("unit:110102009 urged"));
    assertThat(failed.getErrorMessage()).contains("database").doesNotContain("notification");
    assertThat(incidents()).isEmpty();
  }

  @Test
  void letsASupervisorRepairABugAndGoOn() {
    CaseFile file = registry.opened();
    ProcessInstanceEvent supervision =
        client
            .newCreateInstanceCommand()
            .bpmnProcessId("supervision")
            .latestVersion()
            .variables(
                Map.of("caseId", file.id().toString(), "cause", "signOverdue", "owner", "nobody"))
            .send()
            .join();
    failedJob("supervision.remind", 2);
    EngineUnderTest.get().increaseTime(FIRST_WAIT);
    failedJob("supervision.remind", 1);
    EngineUnderTest.get().increaseTime(SECOND_WAIT);
    Incident incident =
        await().atMost(PATIENCE).until(this::incidents, found -> !found.isEmpty()).get(0);

    assertThat(incident.getErrorMessage()).contains("owner").doesNotContain("nobody");
    repair(supervision, incident);

    await()
        .atMost(PATIENCE)
        .until(() -> state(supervision), ProcessInstanceState.COMPLETED::equals);
    assertThat(registry.steps(file.id())).containsOnlyOnce("UnitReminded", "SupervisionRecorded");
  }

  private void urge(CaseFile file) {
    client
        .newPublishMessageCommand()
        .messageName("case.urged")
        .correlationKey(file.id().toString())
        .send()
        .join();
  }

  /** Waits until a job of the type has failed and so many retries are left. */
  private Job failedJob(String type, int retries) {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                client
                    .newJobSearchRequest()
                    .filter(job -> job.type(type).retries(retries))
                    .send()
                    .join()
                    .items(),
            jobs -> !jobs.isEmpty())
        .get(0);
  }

  private List<Incident> incidents() {
    return client
        .newIncidentSearchRequest()
        .filter(incident -> incident.state(IncidentState.ACTIVE))
        .send()
        .join()
        .items();
  }

  private void repair(ProcessInstanceEvent process, Incident incident) {
    client
        .newSetVariablesCommand(process.getProcessInstanceKey())
        .variables(Map.of("owner", Map.of("code", "110102009", "name", "展览路街道", "kind", "street")))
        .send()
        .join();
    engine.make("repair", new RetryProcess(incident.getProcessInstanceKey()));
  }

  private ProcessInstanceState state(ProcessInstanceEvent process) {
    return client
        .newProcessInstanceGetRequest(process.getProcessInstanceKey())
        .send()
        .join()
        .getState();
  }

  private void rename(String table, String to) {
    jdbc.sql("alter table registry." + table + " rename to " + to).update();
  }
}
