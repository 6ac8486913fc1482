package city.whistle.workers.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.workers.RecordingEngine;
import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.SteppedClock;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseStatus;
import city.whistle.workers.dispatch.DispatchCaseWorker;
import city.whistle.workers.job.TestJob;
import city.whistle.workers.outbox.EngineCall.CancelProcess;
import city.whistle.workers.outbox.EngineCall.RetryProcess;
import city.whistle.workers.outbox.EngineCall.StartProcess;
import city.whistle.workers.outbox.OutboxSender;
import city.whistle.workers.timeline.Timeline;
import city.whistle.workers.timeline.TimelineEntry;
import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@RegistryTest
class StuckApiTest {

  private static final String WHO = "{\"officer\": \"supervisor-1\", \"reason\": \"误撤销\"}";

  @Autowired private MockMvc api;
  @Autowired private Registry registry;
  @Autowired private SteppedClock clock;
  @Autowired private RecordingEngine engine;
  @Autowired private OutboxSender outbox;
  @Autowired private DispatchCaseWorker dispatch;
  @Autowired private Timeline timeline;
  @Autowired private JdbcClient jdbc;

  /** Other tests' cases came at other times. */
  private String day;

  @BeforeEach
  void beginADay() {
    clock.add(Duration.ofDays(20));
    day = "from=" + clock.instant() + "&to=" + clock.instant().plusSeconds(60);
  }

  @AfterEach
  void comeUp() {
    engine.comeUp();
  }

  @Test
  void saysForWhomACaseWaits() throws Exception {
    CaseFile file = registry.dispatched();

    stuck("waiting")
        .andExpect(jsonPath("$.items[*].number", contains(file.number())))
        .andExpect(jsonPath("$.items[0].stuck[0].why").value("waiting"))
        .andExpect(jsonPath("$.items[0].stuck[0].since").isNotEmpty())
        .andExpect(jsonPath("$.items[0].waitsFor[0].groups", contains("street:110102009")));
    stuck("overdue,incident,nobody").andExpect(jsonPath("$.items").isEmpty());
  }

  @Test
  void saysWhichLimitHasPassed() throws Exception {
    CaseFile file = registry.dispatched();
    clock.add(Duration.ofHours(2));
    stuck("overdue")
        .andExpect(jsonPath("$.items[0].stuck[0].detail").value("signBy"))
        .andExpect(
            jsonPath(
                "$.items[0].stuck[0].since",
                startsWith(file.limits().signBy().toLocalDateTime().toString())));

    clock.add(Duration.ofDays(8));
    stuck("overdue").andExpect(jsonPath("$.items[0].stuck[0].detail").value("settleBy"));
  }

  @Test
  void showsACaseThatNobodyDidAnythingAboutForAWeek() throws Exception {
    CaseFile file = registry.dispatched();
    clock.add(Duration.ofDays(6));
    stuck("idle").andExpect(jsonPath("$.items").isEmpty());

    clock.add(Duration.ofDays(2));
    timeline.append(file.id(), "system", "UnitReminded", "");
    timeline.append(file.id(), "resident", "CaseUrged", "");
    timeline.append(file.id(), "supervisor-1", "SupervisorUrged", "催");
    stuck("idle").andExpect(jsonPath("$.items[*].number", contains(file.number())));

    timeline.append(file.id(), "street-1", "ContactResident", "");
    stuck("idle").andExpect(jsonPath("$.items").isEmpty());
  }

  @Test
  void letsASuspendedCaseRest() throws Exception {
    CaseFile file = registry.dispatched();
    jdbc.sql(
            """
            with stopped as (insert into registry.suspension (id, case_id, cause, reason, suspended_at, settle_rest, warn_rest, until)
              values (gen_random_uuid(), :id, 'law', '', :now, 0, 0, :now))
            update registry.case_file set status = 'suspended' where id = :id\
            """)
        .param("id", file.id())
        .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .update();
    clock.add(Duration.ofDays(30));

    stuck("idle,overdue").andExpect(jsonPath("$.items").isEmpty());
  }

  @Test
  void showsAnIncident() throws Exception {
    CaseFile file = running();
    engine.hinder(file.processInstanceKey());

    stuck("incident")
        .andExpect(jsonPath("$.items[*].number", contains(file.number())))
        .andExpect(jsonPath("$.items[0].stuck[0].detail").value("RegisterCase: JOB_NO_RETRIES"));
    stuck("waiting").andExpect(jsonPath("$.items").isEmpty());
  }

  @Test
  void showsACaseThatNeverBegan() throws Exception {
    CaseFile file = registry.opened();
    stuck("nobody").andExpect(jsonPath("$.items").isEmpty());

    clock.add(Duration.ofMinutes(6));
    stuck("nobody")
        .andExpect(jsonPath("$.items[*].number", contains(file.number())))
        .andExpect(jsonPath("$.items[0].stuck[0].detail").value("notBegun"));
  }

  @Test
  void showsACaseThatCameWhileTheClockWasAheadAndNeverBegan() throws Exception {
    CaseFile file = registry.opened();
    clock.add(Duration.ofDays(-10));

    stuck("nobody").andExpect(jsonPath("$.items[*].number", contains(file.number())));
  }

  @Test
  void goesThroughAllPageByPage() throws Exception {
    List<String> numbers =
        List.of(
            registry.dispatched().number(),
            registry.dispatched().number(),
            registry.dispatched().number());

    String page = stuck("waiting&limit=2").andReturn().getResponse().getContentAsString();
    String next =
        stuck("waiting&limit=2&cursor=" + JsonPath.read(page, "$.cursor"))
            .andExpect(jsonPath("$.cursor").doesNotExist())
            .andReturn()
            .getResponse()
            .getContentAsString();

    assertThat(JsonPath.<List<String>>read(page, "$.items[*].number"))
        .hasSize(2)
        .doesNotContainAnyElementsOf(JsonPath.<List<String>>read(next, "$.items[*].number"))
        .isSubsetOf(numbers);
  }

  @ParameterizedTest
  @ValueSource(strings = {"late", "overdue,overdue", "", ",", "waiting,x"})
  void refusesAReasonThatIsNone(String reasons) throws Exception {
    stuck(reasons)
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.errors[*].field", contains("stuck")));
  }

  @Test
  void saysThatTheEngineIsAway() throws Exception {
    running();
    engine.goDown();

    stuck("waiting").andExpect(status().isServiceUnavailable());
  }

  @Test
  void hearsNoWishForACaseThatWasCancelledUntilItIsStartedAnew() throws Exception {
    CaseFile file = running();
    engine.end(file.processInstanceKey(), file.receivedAt());
    stuck("nobody")
        .andExpect(jsonPath("$.items[*].number", contains(file.number())))
        .andExpect(jsonPath("$.items[0].stuck[0].detail").value("processEnded"));
    send(file, "/urge", "{}").andExpect(status().isConflict());

    send(file, "/restart", WHO).andExpect(status().isAccepted());

    send(file, "/restart", WHO).andExpect(status().isConflict());
    send(file, "/urge", "{}").andExpect(status().isAccepted());
    assertThat(registry.steps(file.id())).contains("CaseRestarted");
  }

  @Test
  void takesTheCaseUpWithItsOwnerRoundAndLimits() throws Exception {
    CaseFile file = running();
    engine.end(file.processInstanceKey(), file.receivedAt());
    clock.add(Duration.ofHours(30));
    send(file, "/restart", WHO);
    outbox.sendDue();
    StartProcess start = restarted(file);
    int told = registry.notifications(file.id()).size();

    dispatch.dispatchCase(TestJob.of("case.dispatch", withLimit(start)).in(4711));

    CaseFile now = registry.file(file.id());
    assertThat(start.before()).isEqualTo("DecideLimit");
    assertThat(now.limits()).isEqualTo(file.limits());
    assertThat(now.owner()).isEqualTo(file.owner());
    assertThat(now.processInstanceKey()).isEqualTo(4711);
    assertThat(now.status()).isEqualTo(CaseStatus.DISPATCHED);
    assertThat(registry.notifications(file.id())).hasSize(told);
  }

  @Test
  void startsNothingAnewThatRuns() throws Exception {
    send(running(), "/restart", WHO).andExpect(status().isConflict());
    send(registry.opened(), "/restart", WHO).andExpect(status().isConflict());
  }

  @Test
  void triesAgainWhatFailedAndSaysWhoWantedItAndWhy() throws Exception {
    CaseFile file = running();
    engine.hinder(file.processInstanceKey());

    send(file, "/repair", WHO)
        .andExpect(status().isAccepted())
        .andExpect(jsonPath("$.repairing[0].element").value("RegisterCase"));
    outbox.sendDue();

    assertThat(engine.calls()).contains(new RetryProcess(file.processInstanceKey()));
    assertThat(registry.lastLine(file.id()))
        .extracting(TimelineEntry::who, TimelineEntry::what, TimelineEntry::why)
        .containsExactly("supervisor-1", "CaseRepaired", "误撤销");
  }

  @Test
  void beginsAnewWhereTryingAgainIsOfNoUse() throws Exception {
    CaseFile file = running();
    engine.hinder(file.processInstanceKey());

    send(file, "/repair", "{\"officer\": \"supervisor-1\", \"reason\": \"误\", \"anew\": true}")
        .andExpect(status().isAccepted());
    outbox.sendDue();

    assertThat(engine.calls()).contains(new CancelProcess(file.processInstanceKey()));
    assertThat(restarted(file).before()).isEqualTo("DecideLimit");
  }

  @Test
  void beginsAnewWhatIsStillTriedAgainByItself() throws Exception {
    CaseFile file = running();
    engine.retry(file.processInstanceKey());

    send(file, "/repair", WHO)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.detail", containsString("\"anew\": true")));
    send(file, "/repair", "{\"officer\": \"supervisor-1\", \"reason\": \"误\", \"anew\": true}")
        .andExpect(status().isAccepted())
        .andExpect(jsonPath("$.repairing[0].kind").value("JOB_RETRIED"));
    outbox.sendDue();

    assertThat(engine.calls()).contains(new CancelProcess(file.processInstanceKey()));
  }

  @Test
  void repairsNothingThatGoesOn() throws Exception {
    send(running(), "/repair", WHO).andExpect(status().isConflict());
    send(registry.opened(), "/repair", WHO).andExpect(status().isConflict());
  }

  private CaseFile running() {
    return registry.dispatched();
  }

  private static Map<String, Object> withLimit(StartProcess start) {
    Map<String, Object> variables = new java.util.HashMap<>(start.variables());
    variables.put("timeLimit", Registry.SEVEN_DAYS);
    return variables;
  }

  private StartProcess restarted(CaseFile file) {
    return engine.calls().stream()
        .filter(StartProcess.class::isInstance)
        .map(StartProcess.class::cast)
        .filter(start -> start.before() != null)
        .filter(start -> start.variables().get("caseId").equals(file.id().toString()))
        .findFirst()
        .orElseThrow();
  }

  private ResultActions stuck(String reasons) throws Exception {
    return api.perform(
        get(URI.create("/api/cases?" + day + "&stuck=" + reasons))
            .header("X-API-Key", CaseApiTest.KEY));
  }

  private ResultActions send(CaseFile file, String call, String body) throws Exception {
    return api.perform(
        post("/api/cases/" + file.number() + call)
            .header("X-API-Key", CaseApiTest.KEY)
            .contentType(MediaType.APPLICATION_JSON)
            .content(body));
  }
}
