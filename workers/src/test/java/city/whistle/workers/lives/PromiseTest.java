package city.whistle.workers.lives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.processes.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The resident's promise runs from the call, the owner's clocks from the dispatch. */
class PromiseTest extends LifeTest {

  @Test
  void promisesTheAnswerFromTheCall() throws Exception {
    CaseFile file = complained();

    assertThat(now(file).promise().answerBy()).isEqualTo(file.receivedAt().plusDays(15));
    assertThat(shown(file).at("/promise/answerBy").isTextual()).isTrue();
    assertThat(shown(file).at("/promise/movedAt").isMissingNode()).isTrue();
    assertThat(shown(file).at("/limits/settleBy").isTextual()).isTrue();
  }

  @Test
  void promisesNothingWhileTheClocksStandStill() throws Exception {
    CaseFile file = inHand();
    staff.complete(
        file,
        "HandleCase",
        "{outcome: 'suspension', suspensionRequest: {cause: 'season', reason: '冬季停工', residentTold: true}}");
    staff.complete(file, "ApproveSuspension", "{suspensionApproved: true}");
    pass(Duration.ofDays(20));
    assertThat(shown(file).at("/promise").isMissingNode()).isTrue();

    replied(file);
    assertThat(shown(file).at("/promise/answerBy").asText())
        .isEqualTo(shown(file).at("/limits/settleBy").asText());
  }

  @Test
  void leavesTheOwnerItsWholeTimeAfterALongConsultation() throws Exception {
    CaseFile file = complained(body -> body.remove("categoryCode"));
    pass(Duration.ofHours(10));
    staff.complete(file, "ConsultDispatch", "{unitCode: '110102009', level: '24h'}");

    CaseFile dispatched = now(file);
    assertThat(dispatched.limits().signBy()).isAfter(staff.now());
    assertThat(dispatched.limits().settleBy()).isAfter(file.receivedAt().plusHours(34));
    assertThat(dispatched.promise().answerBy()).isEqualTo(dispatched.limits().settleBy());
    assertThat(shown(file).at("/promise/movedAt").isMissingNode()).as("the first one").isTrue();
    assertThat(shown(file).at("/level").asText()).isEqualTo("24h");
    assertThat(staff.shown(file, "SignCase", "case")).contains("\"level\":\"24h\"");
    assertThat(told(file)).contains("resident promiseMoved");
  }

  @Test
  void movesWithAnUpheldObjectionAndTheResidentIsTold() {
    CaseFile file = inHand();
    pass(Duration.ofHours(12));
    staff.complete(
        file, "HandleCase", "{outcome: 'objection', objectionRequest: {reason: '不在辖区'}}");
    staff.complete(
        file, "ReviewObjection", "{upheld: true, unitCode: 'xicheng-power', level: '15d'}");

    assertThat(now(file).promise().answerBy()).isEqualTo(now(file).limits().settleBy());
    assertThat(now(file).promise().movedAt()).isNotNull();
    assertThat(told(file)).contains("resident ownerChanged");
  }

  @Test
  void saysByWhichLevelTheNewOwnerHasIt() throws Exception {
    CaseFile file = inHand();
    staff.complete(
        file, "HandleCase", "{outcome: 'objection', objectionRequest: {reason: '不在辖区'}}");
    staff.complete(
        file, "ReviewObjection", "{upheld: true, unitCode: 'xicheng-power', level: '2h'}");

    assertThat(shown(file).at("/level").asText()).isEqualTo("2h");
    assertThat(staff.shown(file, "SignCase", "case")).contains("\"level\":\"2h\"");
  }

  /** A faster unit doesn't make a promise that nobody gave. */
  @Test
  void staysWhereTheNewOwnerHasLessTime() {
    CaseFile file = inHand();
    staff.complete(
        file, "HandleCase", "{outcome: 'objection', objectionRequest: {reason: '不在辖区'}}");
    staff.complete(
        file, "ReviewObjection", "{upheld: true, unitCode: 'xicheng-power', level: '24h'}");

    assertThat(now(file).promise().answerBy()).isEqualTo(file.receivedAt().plusDays(15));
  }

  @Test
  void movesWithAnExtension() {
    CaseFile file = inHand();
    staff.complete(
        file,
        "HandleCase",
        "{outcome: 'extension', extensionRequest: {days: 3, reason: '等待材料', residentTold: true}}");
    staff.complete(file, "ApproveExtension", "{extensionApproved: true}");

    assertThat(now(file).promise().answerBy()).isEqualTo(now(file).limits().settleBy());
    assertThat(now(file).promise().movedAt()).isNotNull();
  }

  private JsonNode shown(CaseFile file) throws Exception {
    return Json.tree(
        http.perform(get("/api/cases/" + file.number()).header("X-API-Key", HOTLINE_KEY))
            .andReturn()
            .getResponse()
            .getContentAsString());
  }
}
