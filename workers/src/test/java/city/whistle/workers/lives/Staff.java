package city.whistle.workers.lives;

import city.whistle.engine.test.EngineUnderTest;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.processes.Json;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.JobState;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.filter.UserTaskFilter;
import io.camunda.client.api.search.response.UserTask;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People at their desks: they find their tasks of a case, and do them. */
final class Staff {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration GLANCE = Duration.ofMillis(20);

  private final CamundaClient client;
  private final JdbcClient jdbc;

  Staff(CamundaClient client, JdbcClient jdbc) {
    this.client = client;
    this.jdbc = jdbc;
  }

  /**
   * Completes the newest open task of this element once it is there, and waits for what follows.
   */
  void complete(CaseFile file, String element, String variables) {
    complete(task(file, element), variables);
  }

  void complete(UserTask task, String variables) {
    client
        .newCompleteUserTaskCommand(task.getUserTaskKey())
        .variables(Json.members(variables))
        .send()
        .join();
    quiet();
  }

  /** As the city's clocks show it. */
  OffsetDateTime now() {
    return EngineUnderTest.get().clock().instant().atZone(CityTime.ZONE).toOffsetDateTime();
  }

  UserTask task(CaseFile file, String element) {
    List<UserTask> found =
        Awaitility.await(element)
            .atMost(PATIENCE)
            .pollInterval(GLANCE)
            .until(() -> tasks(file, task -> task.elementId(element)), list -> !list.isEmpty());
    return found.get(found.size() - 1);
  }

  /** Elements of the case's open tasks, oldest first. */
  List<String> open(CaseFile file) {
    return tasks(file, task -> {}).stream().map(UserTask::getElementId).toList();
  }

  /** A variable as a client sees it with the task, as JSON; empty where there is none. */
  String shown(CaseFile file, String element, String variable) {
    return shown(task(file, element), variable);
  }

  String shown(UserTask task, String variable) {
    return client
        .newUserTaskVariableSearchRequest(task.getUserTaskKey())
        .filter(filter -> filter.name(variable))
        .withFullValues()
        .send()
        .join()
        .items()
        .stream()
        .findFirst()
        .map(found -> found.getValue())
        .orElse("");
  }

  List<UserTask> tasks(CaseFile file, Consumer<UserTaskFilter> which) {
    return client
        .newUserTaskSearchRequest()
        .filter(
            task -> {
              task.state(UserTaskState.CREATED);
              task.processInstanceVariables(
                  List.of(
                      variable -> {
                        variable.name("caseId");
                        variable.value(value -> value.eq("\"" + file.id() + "\""));
                      }));
              which.accept(task);
            })
        .sort(sort -> sort.creationDate().asc())
        .page(page -> page.limit(200))
        .send()
        .join()
        .items();
  }

  /** Waits until workers and the outbox have nothing left to do. */
  void quiet() {
    Awaitility.await("a quiet moment")
        .atMost(PATIENCE)
        .pollInterval(GLANCE)
        .until(() -> isQuiet() && isQuiet());
  }

  private boolean isQuiet() {
    boolean sent =
        jdbc.sql("select count(*) from registry.outbox where sent_at is null")
                .query(Integer.class)
                .single()
            == 0;
    return sent
        && client
            .newJobSearchRequest()
            .filter(job -> job.state(JobState.CREATED))
            .page(page -> page.limit(1))
            .send()
            .join()
            .items()
            .isEmpty();
  }
}
