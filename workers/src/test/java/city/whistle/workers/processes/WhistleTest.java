package city.whistle.workers.processes;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static io.camunda.process.test.api.assertions.ElementSelectors.byId;

import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.process.test.api.CamundaProcessTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

@CamundaProcessTest
class WhistleTest extends ProcessTest {

  private static final String NO_ACTIONS = "{meeting: {present: ['fire'], actions: []}}";

  @Test
  void summonsTheUnitsOnceTheStreetsLeadApproves() {
    ProcessInstanceEvent whistle = blown("publicDemand");

    complete("ApproveWhistle", "{approved: true}");
    report();
    complete(
        "HoldMeeting", "{meeting: {present: ['fire'], actions: [{what: '通电', unit: 'fire'}]}}");
    complete("FollowActions", "{actionResult: {done: true}}");
    complete("ReleaseUnits");
    score();

    assertThat(whistle)
        .isCompleted()
        .hasCompletedElements("ApproveWhistle", "IssueWhistle", "FollowActions", "RecordWhistle")
        .hasNotActivatedElements("ApproveAfterwards", "RecordRefusal")
        .hasVariableSatisfies(
            "reports",
            List.class,
            reports -> Assertions.assertThat(units((List<?>) reports)).containsExactly("fire"))
        .hasVariable("whistleResult", Map.of("units", 1));
  }

  @Test
  void endsWithARecordWhenItIsRefused() {
    ProcessInstanceEvent whistle = blown("keyWork");

    complete("ApproveWhistle", "{approved: false, approvalNote: '单位不对'}");

    assertThat(whistle)
        .isCompleted()
        .hasCompletedElements("RecordRefusal", "WhistleRefused")
        .hasVariable("approvalNote", "单位不对")
        .hasNotActivatedElements("IssueWhistle", "JointWork");
  }

  @Test
  void goesAheadInAnEmergencyAndIsApprovedAfterwards() {
    ProcessInstanceEvent whistle = blown("emergency");

    report();
    complete("HoldMeeting", NO_ACTIONS);
    complete("ReleaseUnits");
    complete("ApproveAfterwards", "{approved: true}");
    score();

    assertThat(whistle)
        .isCompleted()
        .hasCompletedElementsInOrder("IssueWhistle", "JointWork", "ApproveAfterwards")
        .hasNotActivatedElements("ApproveWhistle");
  }

  @Test
  void summonsOneMoreUnit() {
    ProcessInstanceEvent whistle = approved();

    publish("whistle.unitAdded", "whistle-1", "{unitCode: 'gas'}");
    report();
    report();
    complete("HoldMeeting", NO_ACTIONS);
    complete("ReleaseUnits");
    score();

    assertThat(whistle)
        .isCompleted()
        .hasCompletedElements("AddUnit", "SummonAddedUnit", "AddedUnitReleased")
        .hasVariableSatisfies(
            "reports",
            List.class,
            reports ->
                Assertions.assertThat(units((List<?>) reports))
                    .containsExactlyInAnyOrder("fire", "gas"));
  }

  @Test
  void showsWhoReleasesWhichUnitsAreDone() {
    ProcessInstanceEvent whistle = approved();
    assertThat(whistle).hasActiveElements("ReleaseUnits");

    publish("whistle.unitDone", "whistle-1", "{unitDone: 'fire'}");

    assertThat(whistle)
        .hasCompletedElements("UnitDone", "UnitNoted")
        .hasLocalVariable(byId("JointWork"), "doneUnits", List.of("fire"))
        .hasActiveElements("ReleaseUnits");
  }

  @Test
  void showsWhoReleasesWhichUnitsCannotDoTheirPart() {
    ProcessInstanceEvent whistle = approved();
    assertThat(whistle).hasActiveElements("ReleaseUnits");

    publish("whistle.unitDone", "whistle-1", "{unitDone: 'fire', unitResult: 'unable'}");

    assertThat(whistle)
        .hasCompletedElements("UnitNoted")
        .hasLocalVariable(byId("JointWork"), "doneUnits", List.of())
        .hasLocalVariable(byId("JointWork"), "unableUnits", List.of("fire"));
  }

  @Test
  void addsNoUnknownUnit() {
    workers.failOnce("whistle.addUnit", "UNKNOWN_UNIT");
    ProcessInstanceEvent whistle = approved();

    publish("whistle.unitAdded", "whistle-1", "{unitCode: 'weather'}");

    assertThat(whistle)
        .hasCompletedElements("AddingFailed", "UnitNotAdded")
        .hasNotActivatedElements("SummonAddedUnit")
        .hasActiveElements("HoldMeeting", "SummonUnit");
  }

  @Test
  void addsNoUnitAfterTheRelease() {
    workers.keepReleases();
    ProcessInstanceEvent whistle = approved();

    complete("HoldMeeting", NO_ACTIONS);
    complete("ReleaseUnits");
    assertThat(whistle).hasCompletedElements("ReleaseReports").hasActiveElements("SummonUnit");
    publish("whistle.unitAdded", "whistle-1", "{unitCode: 'gas'}");

    assertThat(whistle)
        .hasCompletedElements("RecordNotAdded", "UnitNotAdded")
        .hasNotActivatedElements("AddUnit");
  }

  @Test
  void releasesAUnitThatHasNotCome() {
    ProcessInstanceEvent whistle = approved();

    complete("HoldMeeting", NO_ACTIONS);
    complete("ReleaseUnits");
    score();

    assertThat(whistle).isCompleted().hasCompletedElements("ReleaseReports", "SummonUnit");
    called("department-report").isCompleted().hasCompletedElements("ReleasedEarly");
  }

  @Test
  void releasesBeforeAllIsDoneThatTheMeetingAgreedOn() {
    ProcessInstanceEvent whistle = approved();

    complete(
        "HoldMeeting", "{meeting: {present: ['fire'], actions: [{what: '通电', unit: 'fire'}]}}");
    assertThat(whistle).hasActiveElements("FollowActions", "ReleaseUnits");
    complete("ReleaseUnits");
    score();

    assertThat(whistle)
        .isCompleted()
        .hasCompletedElements("MeetingLeft")
        .hasTerminatedElements("FollowActions");
  }

  @Test
  void tellsTheBlowerWhatOfTheMeetingIsNotDoneYet() {
    ProcessInstanceEvent whistle = approved();
    complete(
        "HoldMeeting",
        "{meeting: {present: ['fire'], actions: [{what: '通电', unit: 'fire'}, {what: '验收', unit: 'fire'}]}}");

    complete("FollowActions", "{actionResult: {done: 'done'}}");

    assertThat(whistle)
        .hasActiveElements("ReleaseUnits", "FollowActions")
        .hasLocalVariableSatisfies(
            "JointWork", "doneActions", List.class, done -> Assertions.assertThat(done).hasSize(1));
  }

  @Test
  void callsNoActionDoneThatIsWordedAsAnotherOneOrThatItsUnitIsUnableTo() {
    ProcessInstanceEvent whistle = approved();
    complete(
        "HoldMeeting",
        "{meeting: {present: ['fire'], actions: [{what: '通电', unit: 'fire'}, {what: '通电', unit: 'gas'}]}}");

    complete("FollowActions", "{actionResult: {done: 'done'}}");
    assertThat(whistle)
        .hasLocalVariableSatisfies(
            "JointWork", "doneActions", List.class, done -> Assertions.assertThat(done).hasSize(1));
    complete("FollowActions", "{actionResult: {done: 'unable', note: '缺件'}}");

    assertThat(whistle)
        .hasActiveElements("ReleaseUnits")
        .hasLocalVariableSatisfies(
            "JointWork", "doneActions", List.class, done -> Assertions.assertThat(done).hasSize(1));
  }

  @Test
  void endsUnscoredWhenNobodyScoresInTime() {
    ProcessInstanceEvent whistle = approved();
    complete("ReleaseUnits");

    pass(assertThat(whistle), Duration.ofDays(10), "ScoreUnits", "ScoreWhistle");

    assertThat(whistle)
        .isCompleted()
        .hasCompletedElements("UnitsNotScored", "WhistleNotScored", "RecordWhistle");
  }

  @Test
  void goesOnUnapprovedWhenNobodyDecidesAfterwards() {
    ProcessInstanceEvent whistle = blown("emergency");
    complete("HoldMeeting", NO_ACTIONS);
    complete("ReleaseUnits");

    pass(assertThat(whistle), Duration.ofDays(10), "ApproveAfterwards");
    score();

    assertThat(whistle).isCompleted().hasCompletedElements("ApprovalLapsed", "RecordWhistle");
  }

  @Test
  void releasesEveryUnitWhenTheCaseIsOver() {
    ProcessInstanceEvent whistle = approved();

    publish("whistle.caseEnded", "whistle-1", "{}");
    score();

    assertThat(whistle)
        .isCompleted()
        .hasCompletedElements("CaseEnded", "ReleaseReports", "RecordWhistle")
        .hasTerminatedElements("ReleaseUnits", "HoldMeeting");
    called("department-report").isCompleted().hasCompletedElements("ReleasedEarly");
  }

  @Test
  void endsUndecidedWhenTheCaseIsOver() {
    ProcessInstanceEvent whistle = blown("publicDemand");

    assertThat(whistle).hasActiveElements("ApproveWhistle");
    publish("whistle.caseEnded", "whistle-1", "{}");

    assertThat(whistle)
        .isCompleted()
        .hasCompletedElements("CaseEndedBefore", "RecordEndedCase", "WhistleEndedWithCase")
        .hasNotActivatedElements("IssueWhistle", "RecordRefusal");
  }

  private static List<Object> units(List<?> reports) {
    return reports.stream().<Object>map(report -> ((Map<?, ?>) report).get("unitCode")).toList();
  }

  private ProcessInstanceEvent blown(String kind) {
    return start("whistle", "{whistle: {id: 'whistle-1', kind: '%s'}}".formatted(kind));
  }

  private ProcessInstanceEvent approved() {
    ProcessInstanceEvent whistle = blown("publicDemand");
    complete("ApproveWhistle", "{approved: true}");
    assertThat(whistle).hasActiveElements("HoldMeeting", "SummonUnit");
    return whistle;
  }

  private void report() {
    complete("SignSummons");
    complete("ReportOnSite", "{arrival: {place: '街道办', people: 2}}");
    complete("DoPart", "{part: {result: 'done'}}");
  }

  private void score() {
    complete("ScoreUnits", "{unitScores: [{unitCode: 'fire', onTime: 5}]}");
    complete("ScoreWhistle", "{whistleScore: {justified: 5}}");
  }
}
