package city.whistle.workers.lives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.succession.Succession;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Units end on a day; what they had open doesn't. */
class AbolishedUnitTest extends LifeTest {

  private static final String CO_HANDLING =
      "{outcome: 'coHandlers', coHandlers: [{unitCode: '%s', what: '配合供电', dueWithin: 'P7D'}]}";

  @Autowired private Succession succession;

  @Test
  void leavesACaseToTheSuccessorWhereItStands() {
    CaseFile file = inHandOf("110102001");
    abolishTomorrow("110102001", "110102003");
    midnightPasses();

    CaseFile passed = now(file);
    assertThat(passed.owner().code()).isEqualTo("110102003");
    assertThat(passed.limits()).isEqualTo(file.limits());
    assertThat(groups(file, "HandleCase")).containsExactly("street:110102003");
    assertThat(told(file)).contains("unit:110102003 caseInherited", "resident ownerChanged");
    staff.complete(file, "HandleCase", "{outcome: 'settled'}");
    assertThat(groups(file, "ReplyResident")).containsExactly("street:110102003");
  }

  @Test
  void leavesACaseThatNobodyInheritsToTheDispatchers() {
    CaseFile file = inHandOf("110102007");
    abolishTomorrow("110102007", null);
    midnightPasses();

    assertThat(staff.open(file)).containsExactly("ConsultDispatch");
    assertThat(told(file)).contains("hotline caseInherited");
    staff.complete(file, "ConsultDispatch", "{unitCode: '110102009', level: '7d'}");
    assertThat(now(file).owner().code()).isEqualTo("110102009");
    assertThat(groups(file, "SignCase")).containsExactly("street:110102009");
  }

  @Test
  void runsTheClocksOfASuspendedCaseThatNobodyInherits() {
    CaseFile file = inHandOf("110102018");
    staff.complete(
        file,
        "HandleCase",
        "{outcome: 'suspension', suspensionRequest: {cause: 'season', reason: '冬季停工', residentTold: true}}");
    staff.complete(file, "ApproveSuspension", "{suspensionApproved: true}");
    abolishTomorrow("110102018", null);
    midnightPasses();

    assertThat(lines(file, "ClocksResumed")).containsExactly("ownerGone");
    assertThat(staff.open(file)).containsExactly("ConsultDispatch");
  }

  /** Between the whistle and its approval; one has a successor, the other none. */
  @Test
  void callsTheSuccessorOfAUnitThatWasBlownFor() {
    CaseFile file = complained();
    signed(file);
    staff.complete(
        file,
        "HandleCase",
        """
        {outcome: 'whistle', whistleRequest:
          {kind: 'publicDemand', reason: '供电', place: '展览路街道办', units: ['traffic', 'drainage']}}
        """);
    abolishTomorrow("traffic", "housing");
    abolishTomorrow("drainage", null);
    midnightPasses();
    staff.complete(file, "ApproveWhistle", "{approved: true}");

    assertThat(groups(file, "SignSummons")).containsExactly("department:housing");
    assertThat(staff.open(file)).containsOnlyOnce("SignSummons");
    assertThat(lines(file, "UnitAbolished")).hasSize(2);
    assertThat(told(file)).contains("unit:housing summoned", "unit:110102009 requestRefused");
  }

  /** It was called itself, and for whom it took over: it comes once. */
  @Test
  void leavesAnHeirOneSummonsOfAWhistle() {
    CaseFile file = complained();
    signed(file);
    staff.complete(
        file,
        "HandleCase",
        """
        {outcome: 'whistle', whistleRequest:
          {kind: 'publicDemand', reason: '供电', place: '展览路街道办', units: ['%s', '%s']}}
        """
            .formatted("sports", "veterans"));
    staff.complete(file, "ApproveWhistle", "{approved: true}");
    abolishTomorrow("veterans", "sports");
    midnightPasses();

    assertThat(staff.open(file)).containsOnlyOnce("SignSummons");
    assertThat(groups(file, "SignSummons")).containsExactly("department:sports");
    assertThat(lines(file, "SummonsesJoined")).hasSize(1);
    assertThat(staff.shown(file, "ReleaseUnits", "doneUnits")).contains("veterans");
  }

  /** What waited for a unit that is no more doesn't meet the next one. */
  @Test
  void disturbsNoOwnerThatCameMeanwhile() {
    CaseFile file = inHandOf("110102010");
    staff.complete(
        file, "HandleCase", "{outcome: 'objection', objectionRequest: {reason: '不在辖区'}}");
    abolishTomorrow("110102010", null);
    staff.complete(
        file, "ReviewObjection", "{upheld: true, unitCode: '110102009', level: '7d', final: true}");
    midnightPasses();

    assertThat(staff.open(file)).containsExactly("SignCase");
    assertThat(now(file).owner().code()).isEqualTo("110102009");
  }

  @Test
  void followsAChainOfSuccessors() {
    CaseFile file = inHandOf("110102011");
    abolishTomorrow("110102011", "110102012");
    midnightPasses();
    abolishTomorrow("110102012", "110102013");
    midnightPasses();

    assertThat(now(file).owner().code()).isEqualTo("110102013");
    assertThat(groups(file, "HandleCase")).containsExactly("street:110102013");
  }

  /** First a successor, and then nobody: the round that began under the first name is heard. */
  @Test
  void comesToTheDispatchersAfterASuccessorThatEndedToo() {
    CaseFile file = inHandOf("110102014");
    abolishTomorrow("110102014", "110102015");
    midnightPasses();
    abolishTomorrow("110102015", null);
    midnightPasses();

    assertThat(staff.open(file)).containsExactly("ConsultDispatch");
  }

  @Test
  void leavesWhatAnotherUnitHadToDoForTheOwnerToItsSuccessor() {
    CaseFile file = complained();
    signed(file);
    staff.complete(file, "HandleCase", CO_HANDLING.formatted("xidu-estate"));
    abolishTomorrow("xidu-estate", "tianchuang-estate");
    midnightPasses();

    assertThat(groups(file, "CoHandle")).containsExactly("enterprise:tianchuang-estate");
    assertThat(lines(file, "TaskHandedOver")).containsExactly("CoHandle");
    assertThat(groups(file, "HandleCase")).containsExactly(STREET);
  }

  @Test
  void finishesWhatItHadDoneBefore() {
    CaseFile file = inHandOf("110102016");
    staff.complete(file, "HandleCase", "{outcome: 'settled'}");
    staff.complete(file, "ReplyResident", "{reply: {text: '已通电', channel: 'phone'}}");
    abolishTomorrow("110102016", "110102017");
    midnightPasses();
    staff.complete(
        file,
        "CallResident",
        "{answered: true, contacted: true, settled: 'settled', satisfied: 'satisfied'}");

    assertThat(now(file).status().isFinal()).isTrue();
  }

  @Test
  void listsWhatItLeft() throws Exception {
    CaseFile inherited = inHandOf("110105001");
    CaseFile orphaned = inHandOf("110105002");
    abolishTomorrow("110105001", "110105003");
    abolishTomorrow("110105002", null);
    midnightPasses();

    assertThat(list("110105001")).contains(inherited.number(), "\"to\":\"110105003\"");
    assertThat(list("110105002")).contains(orphaned.number()).doesNotContain("\"to\"");
  }

  private String list(String unit) throws Exception {
    return http.perform(get("/api/successions?unit=" + unit).header("X-API-Key", HOTLINE_KEY))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  private CaseFile inHandOf(String street) {
    CaseFile file =
        complained(
            body ->
                body.withObject("/place")
                    .put("districtCode", street.substring(0, 6))
                    .put("streetCode", street));
    assertThat(file.owner().code()).isEqualTo(street);
    signed(file);
    return now(file);
  }

  private void abolishTomorrow(String code, String successor) {
    LocalDate tomorrow = staff.now().toLocalDate().plusDays(1);
    jdbc.sql(
            "update registry.unit set valid_to = ?, successor_code = ? where code = ? and valid_to is"
                + " null")
        .params(tomorrow, successor, code)
        .update();
    succession.look();
    staff.quiet();
  }

  private void midnightPasses() {
    pass(Duration.ofDays(1));
    succession.look();
    staff.quiet();
    succession.look();
    staff.quiet();
  }

  private List<String> groups(CaseFile file, String element) {
    return staff.task(file, element).getCandidateGroups();
  }
}
