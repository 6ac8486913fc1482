package city.whistle.workers.processes;

import static io.camunda.process.test.api.CamundaAssert.assertThat;

import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.process.test.api.CamundaProcessTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

@CamundaProcessTest
class ComplaintHandlingTest extends ComplaintTest {

  private static final List<String> SIX =
      List.of("sasac", "power", "xidu", "tianchuang", "huachen", "tianchuang-property");

  /** Nobody complained, so nobody is contacted, called back, or waited for. */
  @Test
  void contactsAndCallsBackNobodyOfWhatAPatrolFound() {
    ProcessInstanceEvent complaint = patrolled();

    complete("SignCase");
    reply();

    assertThat(complaint)
        .isCompleted()
        .hasCompletedElements("SignCase", "HandleCase", "ReplyResident", "ArchiveCase")
        .hasNotActivatedElements("ContactResident");
    called("callback").isCompleted().hasCompletedElements("NobodyToAsk");
  }

  @Test
  void missesNoContactOfWhatAPatrolFound() {
    ProcessInstanceEvent complaint = patrolled();

    pass(assertThat(complaint), Duration.ofDays(1), "SignCase", "LimitsChanged");

    assertThat(complaint)
        .hasCompletedElements("SignOverdue", "ContactOverdueUnsigned", "NobodyToContact")
        .hasActiveElements("SignCase")
        .hasNotActivatedElements("SuperviseContact");
  }

  private ProcessInstanceEvent patrolled() {
    workers.answer(
        "case.register",
        StubAnswers.registered("help", "{}").replace("channel: 'phone'", "channel: 'patrol'"));
    workers.answer(
        "callback.plan",
        job -> Json.members("{callback: {id: 'callback-1', channel: 'none', attempt: 1}}"));
    return complained();
  }

  @Test
  void summonsSixUnitsByAWhistleAndSettlesTheCase() {
    ProcessInstanceEvent complaint = inHand();

    complete("HandleCase", whistle());
    assertThat(complaint).hasCompletedElements("AskForWhistle").hasActiveElements("HandleCase");
    complete("ApproveWhistle", "{approved: true}");
    SIX.forEach(unit -> complete("SignSummons"));
    SIX.forEach(unit -> complete("ReportOnSite", "{arrival: {place: '街道办', people: 2}}"));
    SIX.forEach(unit -> complete("DoPart", "{part: {result: 'done'}}"));
    complete("HoldMeeting", "{meeting: {agreed: '搁置争议', actions: []}}");
    complete("ReleaseUnits");
    complete("ScoreUnits", "{unitScores: []}");
    complete("ScoreWhistle", "{whistleScore: {justified: 5}}");
    settle();

    assertThat(complaint)
        .isCompleted()
        .hasCompletedElement("BlowWhistle", 1)
        .hasCompletedElement("HandleCase", 2)
        .hasVariable("whistleResult", Map.of("units", 6));
    called("whistle").isCompleted().hasVariable("caseId", CASE_ID);
  }

  @Test
  void goesBackToTheOwnerWhereTheWhistleIsInvalid() {
    workers.failOnce("whistle.ask", "UNKNOWN_UNIT");
    ProcessInstanceEvent complaint = inHand();

    complete("HandleCase", whistle());

    assertThat(complaint)
        .hasCompletedElements("WhistleInvalid")
        .hasTerminatedElements("AskForWhistle")
        .hasNotActivatedElements("BlowWhistle")
        .hasActiveElements("HandleCase")
        .hasVariable("refusal", refusal("UNKNOWN_UNIT"));
  }

  @Test
  void letsAWhistleOutliveTheReplyAndEndWithTheCase() {
    ProcessInstanceEvent complaint = inHand();
    complete("HandleCase", whistle());
    complete("ApproveWhistle", "{approved: true}");
    called("whistle").hasActiveElements("ReleaseUnits");
    reply();
    assertThat(complaint).hasActiveElements("CallBack", "BlowWhistle");

    publish("case.withdrawn", CASE_ID, "{}");
    complete("ScoreUnits", "{unitScores: []}");
    complete("ScoreWhistle", "{whistleScore: {justified: 5}}");

    assertThat(complaint).isCompleted().hasCompletedElements("BlowWhistle", "ArchiveCase");
    called("whistle").isCompleted().hasCompletedElements("CaseEnded", "RecordWhistle");
  }

  @Test
  void letsCoHandlersWorkAndHandsTheirResultsToTheOwner() {
    ProcessInstanceEvent complaint = inHand();

    complete(
        "HandleCase",
        """
        {outcome: 'coHandlers',
         coHandlers: [{unitCode: 'fire', dueWithin: 'P1D'},
                      {unitCode: 'gas'}]}
        """);
    complete("CoHandle", "{coResult: {result: 'done'}}");
    complete("CoHandle", "{coResult: {result: 'done'}}");

    assertThat(complaint)
        .hasCompletedElements("CoHandle")
        .hasActiveElements("HandleCase")
        .hasVariableSatisfies("coResults", List.class, ComplaintHandlingTest::areOfBothUnits);
  }

  @Test
  void showsWhatOneCoHandlerDidWhileTheOtherIsStillAtIt() {
    ProcessInstanceEvent complaint = inHand();
    complete(
        "HandleCase",
        """
        {outcome: 'coHandlers',
         coHandlers: [{unitCode: 'fire', dueWithin: 'P1D'},
                      {unitCode: 'gas', dueWithin: 'P1D'}]}
        """);
    assertThat(complaint).hasActiveElement("CoHandle", 2);

    complete("CoHandle", "{coResult: {result: 'done'}}");

    assertThat(complaint)
        .hasActiveElement("CoHandle", 1)
        .hasLocalVariableSatisfies(
            "Handling", "coHandling", List.class, left -> Assertions.assertThat(left).hasSize(1))
        .hasVariableSatisfies(
            "coResults", List.class, results -> Assertions.assertThat(results).hasSize(1));
  }

  @Test
  void remindsACoHandlerThatIsLateByItsOwnClock() {
    ProcessInstanceEvent complaint = inHand();

    complete(
        "HandleCase",
        """
        {outcome: 'coHandlers',
         coHandlers: [{unitCode: 'fire', dueWithin: 'PT1H'},
                      {unitCode: 'gas', dueWithin: 'P2D'}]}
        """);
    pass(assertThat(complaint), Duration.ofHours(1), "CoHandle");

    assertThat(complaint)
        .hasCompletedElement("CoHandleOverdue", 1)
        .hasCompletedElements("SuperviseCoHandler", "CoHandlerSupervised")
        .hasActiveElements("CoHandle");
    called("supervision")
        .isCompleted()
        .hasVariable("cause", "coHandleOverdue")
        .hasVariable("owner", Map.of("code", "fire", "name", "消防", "kind", "department"));
  }

  @Test
  void asksTheDistrictForItsOpinion() {
    ProcessInstanceEvent complaint = inHand();

    complete("HandleCase", "{outcome: 'raise', opinionRequest: {question: '由谁出资？'}}");
    complete("GiveOpinion", "{opinion: {text: '由产权单位出资'}}");

    assertThat(complaint)
        .hasCompletedElements("GiveOpinion")
        .hasActiveElements("HandleCase")
        .hasVariable("opinion", Map.of("text", "由产权单位出资"));
  }

  /** Article 14: the owner gives an interim report and goes on. */
  @Test
  void givesAnInterimReportAndGoesOn() {
    ProcessInstanceEvent complaint = inHand();
    complete("HandleCase", "{outcome: 'interim', interim: {text: '正在采购备件'}}");
    assertThat(complaint)
        .hasCompletedElements("RecordInterim", "InterimReplied")
        .hasActiveElements("HandleCase")
        .hasNotActivatedElements("CaseReplied")
        .hasVariable("interim", null);
    settle();
    assertThat(complaint).isCompleted();
  }

  @Test
  void asksAgainForAnInterimReportWithoutText() {
    workers.failOnce("case.recordReply", "REPLY_MISSING");
    ProcessInstanceEvent complaint = inHand();
    complete("HandleCase", "{outcome: 'interim'}");
    assertThat(complaint)
        .hasCompletedElements("InterimMissing")
        .hasActiveElements("HandleCase")
        .hasVariable("refusal", refusal("REPLY_MISSING"));
  }

  @Test
  void asksTheOwnerAgainForAnOutcomeThatNobodyOffers() {
    ProcessInstanceEvent complaint = inHand();
    complete("HandleCase", "{outcome: 'closed'}");
    assertThat(complaint)
        .hasCompletedElement("HandleCase", 1)
        .hasActiveElements("HandleCase")
        .hasVariableSatisfies(
            "refusal",
            Map.class,
            refusal -> Assertions.assertThat(refusal.get("code")).isEqualTo("OUTCOME_UNKNOWN"));
  }

  /** Whoever doesn't act locks nobody out. */
  @Test
  void letsTheOwnerReplyWhileOthersOweTheirPart() {
    ProcessInstanceEvent complaint = inHand();
    complete(
        "HandleCase",
        "{outcome: 'coHandlers', coHandlers: [{unitCode: 'fire', dueWithin: 'P1D'}]}");
    complete("HandleCase", "{outcome: 'raise', opinionRequest: {question: '由谁出资？'}}");
    complete("HandleCase", "{outcome: 'extension', extensionRequest: {days: 7, reason: '备件'}}");
    assertThat(complaint)
        .hasActiveElements("CoHandle", "GiveOpinion", "ApproveExtension", "HandleCase")
        .hasLocalVariable("Handling", "opinionPending", true);
    settle();
    assertThat(complaint)
        .isCompleted()
        .hasTerminatedElements("CoHandle", "GiveOpinion", "ApproveExtension");
  }

  @Test
  void letsNoTaskRewriteTheCase() {
    ProcessInstanceEvent complaint = complained();
    complete("SignCase", "{caseId: 'case-2', owner: {code: 'me'}}");
    complete("ContactResident", "{contactResult: 'reached', limits: {settleBy: '2099-01-01'}}");
    assertThat(complaint)
        .hasActiveElements("HandleCase")
        .hasVariable("caseId", CASE_ID)
        .hasVariable("owner", Json.members(StubAnswers.OWNER))
        .hasVariableSatisfies(
            "limits",
            Map.class,
            limits -> Assertions.assertThat(limits.get("settleBy")).isNotEqualTo("2099-01-01"));
  }

  private static void areOfBothUnits(List<?> results) {
    Assertions.assertThat(results)
        .extracting(result -> ((Map<?, ?>) result).get("name"))
        .isEqualTo(List.of("消防", "燃气"));
  }

  private static String whistle() {
    return """
    {outcome: 'whistle',
     whistleRequest: {kind: 'publicDemand', crossDistrict: false, units: ['%s']}}
    """
        .formatted(String.join("', '", SIX));
  }
}
