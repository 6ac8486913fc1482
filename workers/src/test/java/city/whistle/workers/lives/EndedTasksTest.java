package city.whistle.workers.lives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.processes.Json;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What ends before anybody has done it leaves a line, and whoever had it hears of that. */
class EndedTasksTest extends LifeTest {

  private static final String CO_HANDLER =
      "{outcome: 'coHandlers', coHandlers: [{unitCode: 'housing', what: '到场', dueWithin: 'P2D'}]}";
  private static final String OBJECTION =
      "{outcome: 'objection', objectionRequest: {reason: '不属本街道'}}";
  private static final String WHISTLE =
      """
      {outcome: 'whistle', whistleRequest:
        {kind: 'publicDemand', reason: '供电', place: '展览路街道办', units: ['water', 'gas']}}
      """;

  @Test
  void tellsCoHandlersThatTheyAreAskedAndThatTheReplyEndsIt() {
    CaseFile file = inHand();
    staff.complete(file, "HandleCase", CO_HANDLER);
    assertThat(told(file)).contains("unit:housing coHandling");

    staff.complete(file, "HandleCase", OBJECTION);
    replied(file);

    assertThat(lines(file, "TaskEnded")).containsExactlyInAnyOrder("CoHandle", "ReviewObjection");
    assertThat(details(file, "TaskEnded")).anyMatch(said -> said.contains("housing"));
    assertThat(told(file)).contains("unit:housing taskEnded", "hotline taskEnded");
  }

  @Test
  void keepsWhatCoHandlersDidForTheCall() {
    CaseFile file = inHand();
    staff.complete(file, "HandleCase", CO_HANDLER);
    staff.complete(file, "CoHandle", "{coResult: {result: 'done', reason: '已到场'}}");
    replied(file);

    assertThat(staff.shown(file, "CallResident", "coResults")).contains("已到场");
    assertThat(lines(file, "TaskEnded")).isEmpty();

    staff.complete(file, "CallResident", "{answered: false, noAnswer: 'wrongNumber'}");
    pass(Duration.ofHours(5));
    assertThat(staff.open(file)).as("nobody dials it again").isEmpty();
    assertThat(lines(file, "CallbackLinkSent")).containsExactly("web");
  }

  @Test
  void tellsCoHandlersThatTheCaseBeginsAnew() throws Exception {
    CaseFile file = inHand();
    staff.complete(file, "HandleCase", CO_HANDLER);

    client.newCancelInstanceCommand(now(file).processInstanceKey()).send().join();
    staff.quiet();
    restart(file);

    assertThat(lines(file, "TaskEnded")).contains("CoHandle", "HandleCase");
    assertThat(told(file)).contains("unit:housing taskEnded");
    assertOpen(file, "SignCase");
  }

  @Test
  void tellsTheOwnerThatTheResidentsWordAtTheLimitWasEnough() {
    CaseFile file = inHand();
    pass(Duration.ofDays(15).plusHours(1));

    staff.complete(
        file,
        "CallResident",
        "{answered: true, contacted: true, settled: 'settled', satisfied: 'satisfied'}");

    assertThat(lines(file, "TaskEnded")).contains("HandleCase");
    assertThat(told(file)).contains("unit:110102009 taskEnded");
  }

  /** The absence stays: that a unit didn't come isn't mended by its release. */
  @Test
  void supervisesEachAbsentUnitOnceAndNothingThatIsOver() {
    CaseFile file = inHand();
    staff.complete(file, "HandleCase", WHISTLE);
    staff.complete(file, "ApproveWhistle", "{approved: true}");
    passDays(9);

    assertThat(open(file))
        .containsExactlyInAnyOrder(
            "absence water district:110102",
            "absence gas district:110102",
            "taskOverdue 110102009 district:110102",
            "taskOverdue 110102 supervisor",
            "taskOverdue null supervisor-lead");

    staff.complete(file, "ReleaseUnits", "{releaseConfirmed: true}");

    assertThat(open(file))
        .as("the meeting that nobody held is over; that the district does nothing is not")
        .containsExactlyInAnyOrder(
            "absence water district:110102",
            "absence gas district:110102",
            "taskOverdue 110102 supervisor",
            "taskOverdue null supervisor-lead");
    assertThat(lines(file, "ReportRecorded")).containsExactly("absent", "absent");
    assertThat(lines(file, "TaskEnded")).contains("SignSummons", "HoldMeeting");

    staff.tasks(file, task -> task.elementId("Supervise")).stream()
        .filter(task -> staff.shown(task, "cause").contains("absence"))
        .forEach(task -> staff.complete(task, "{supervisionNote: '请说明'}"));
    assertThat(open(file)).as("the district has done its part").isEmpty();
  }

  @Test
  void saysThatUnitsReleasedBeforeTheyHadToComeDidNotCome() throws Exception {
    CaseFile file = inHand();
    staff.complete(file, "HandleCase", WHISTLE);
    staff.complete(file, "ApproveWhistle", "{approved: true}");
    String number =
        jdbc.sql("select number from registry.whistle where case_id = ?")
            .param(file.id())
            .query(String.class)
            .single();
    http.perform(
            post("/api/whistles/" + number + "/units")
                .header("X-API-Key", HOTLINE_KEY)
                .contentType("application/json")
                .content("{\"unitCode\": \"drainage\"}"))
        .andExpect(status().isAccepted());
    staff.quiet();

    staff.complete(file, "ReleaseUnits", "{releaseConfirmed: true}");

    assertThat(lines(file, "ReportRecorded")).containsExactly("notCome", "notCome", "notCome");
    assertThat(told(file)).contains("unit:drainage released").doesNotContain("unit:gas taskEnded");
    assertThat(open(file)).isEmpty();
  }

  /** Cause, unit and group of the case's open supervisions. */
  private List<String> open(CaseFile file) {
    return staff.tasks(file, task -> task.bpmnProcessId("supervision")).stream()
        .map(
            task ->
                staff.shown(task, "cause").replace("\"", "")
                    + " "
                    + Json.tree(staff.shown(task, "owner")).path("code").asText("null")
                    + " "
                    + task.getCandidateGroups().get(0))
        .toList();
  }
}
