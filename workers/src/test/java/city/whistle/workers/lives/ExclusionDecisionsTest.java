package city.whistle.workers.lives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.processes.Json;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.UserTask;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Requests that a case be left out: decided by two at once, by one after another, by nobody. */
class ExclusionDecisionsTest extends LifeTest {

  /** In a thread of its own. */
  private static final Executor BESIDE = task -> new Thread(task).start();

  private static final String DECISION = "{exclusionGranted: %s, exclusionNote: '%s'}";

  @Test
  void takesOneOfTwoDecisionsAtTheSameMoment() throws Exception {
    CaseFile file = asked();
    UserTask task = deciding(file);
    assign(task, "he-has-two-windows");

    List<Boolean> taken =
        Stream.of("true", "false")
            .map(
                granted ->
                    CompletableFuture.supplyAsync(
                        () -> isTaken(task, DECISION.formatted(granted, granted)), BESIDE))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    staff.quiet();

    assertThat(taken).containsExactlyInAnyOrder(true, false);
    String decided = taken.get(0) ? "granted" : "refused";
    assertThat(request(file)).containsEntry("state", decided);
    assertThat(request(file)).containsEntry("reason", taken.get(0) ? "true" : "false");
    assertThat(lines(file, "ExclusionDecided")).containsExactly(decided);
    assertThat(told(file)).containsOnlyOnce("unit:110102009 exclusionDecided");
  }

  /** Who was told that his answer is incomplete has not decided. */
  @Test
  void keepsWhoDecidedAndNotWhoseAnswerWasDenied() throws Exception {
    CaseFile file = asked();
    UserTask task = deciding(file);
    assign(task, "he-first");
    assertThatThrownBy(() -> staff.complete(task, "{exclusionGranted: true}"))
        .hasMessageContaining("denied by a task listener");

    assign(task, "he-second");
    staff.complete(task, DECISION.formatted("false", "证据不足"));

    assertThat(request(file)).containsEntry("decided_by", "he-second");
  }

  @Test
  void remindsOfWhatNobodyDecidesWhileTheMonthIsPublishedAndRefusesItOnceItIsFinal()
      throws Exception {
    CaseFile file = asked();
    String month = request(file).get("month").toString().substring(0, 7);
    // its figures are computed by themselves in the evening of the 19th
    passUntil(YearMonth.parse(month).atDay(20));
    UserTask checking = checking(month);
    assign(checking, "she-checks");
    staff.complete(checking, "{outcome: 'publish'}");
    look();

    assertThat(lines(file, "DecidersReminded")).containsExactly("decideExclusion");
    assertThat(lines(file, "TaskOverdue"))
        .filteredOn("DecideExclusion"::equals)
        .hasSizeGreaterThan(1);
    assertThat(request(file)).containsEntry("state", "asked");
    assertThat(deciding(file)).isNotNull();

    passDays(14);
    assertThat(request(file)).containsEntry("state", "refusedByRule");
    assertThat(staff.tasks(file, filter -> filter.elementId("DecideExclusion"))).isEmpty();
    assertThat(lines(file, "ExclusionDecided")).containsExactly("refusedByRule");
    assertThat(told(file)).containsOnlyOnce("unit:110102009 exclusionDecided");
  }

  private boolean isTaken(UserTask task, String decision) {
    try {
      client
          .newCompleteUserTaskCommand(task.getUserTaskKey())
          .variables(Json.members(decision))
          .send()
          .join();
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  /** Closed, and its owner wants it left out. */
  private CaseFile asked() throws Exception {
    CaseFile file = inHand();
    replied(file);
    staff.complete(
        file,
        "CallResident",
        "{answered: true, contacted: true, settled: 'settled', satisfied: 'satisfied'}");
    http.perform(
            post("/api/exclusions")
                .header("X-API-Key", HOTLINE_KEY)
                .contentType("application/json")
                .content(
                    """
                    {"caseNumber": "%s", "ground": "legalChannel", "evidence": "法院受理通知"}\
                    """
                        .formatted(file.number())))
        .andExpect(status().isCreated());
    staff.quiet();
    return file;
  }

  private UserTask deciding(CaseFile file) {
    String id = request(file).get("id").toString();
    return client
        .newUserTaskSearchRequest()
        .filter(
            task ->
                task.elementId("DecideExclusion")
                    .state(UserTaskState.CREATED)
                    .processInstanceVariables(
                        List.of(
                            variable ->
                                variable
                                    .name("exclusion")
                                    .value(value -> value.like("*\"" + id + "\"*")))))
        .send()
        .join()
        .items()
        .get(0);
  }

  private UserTask checking(String month) {
    return client
        .newUserTaskSearchRequest()
        .filter(
            task ->
                task.elementId("CheckRates")
                    .state(UserTaskState.CREATED)
                    .processInstanceVariables(
                        List.of(
                            variable ->
                                variable
                                    .name("assessment")
                                    .value(value -> value.like("*\"" + month + "\"*")))))
        .send()
        .join()
        .items()
        .get(0);
  }

  private void assign(UserTask task, String person) {
    client.newAssignUserTaskCommand(task.getUserTaskKey()).assignee(person).send().join();
    staff.quiet();
  }

  private void passUntil(LocalDate day) {
    while (staff.now().toLocalDate().isBefore(day)) {
      pass(Duration.ofDays(Math.min(3, ChronoUnit.DAYS.between(staff.now().toLocalDate(), day))));
    }
  }

  private Map<String, Object> request(CaseFile file) {
    return jdbc.sql("select * from registry.assessment_request where case_id = ?")
        .param(file.id())
        .query()
        .singleRow();
  }
}
