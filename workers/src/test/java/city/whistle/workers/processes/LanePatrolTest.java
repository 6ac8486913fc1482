package city.whistle.workers.processes;

import static io.camunda.process.test.api.CamundaAssert.assertThat;

import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.process.test.api.CamundaProcessTest;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

@CamundaProcessTest
class LanePatrolTest extends ProcessTest {

  private static final String WHISTLE =
      """
      {patrolResult: 'whistle', whistleRequest: {kind: 'publicDemand', reason: '占道',
        place: '胡同口', units: ['fire']}}
      """;

  @Test
  void isOverWhereItWasSettledAtOnce() {
    ProcessInstanceEvent patrol = reported();

    complete("AssessPatrol", "{patrolResult: 'settled'}");

    assertThat(patrol)
        .isCompleted()
        .hasCompletedElements("TellChief", "SettlePatrol", "PatrolSettled");
  }

  @Test
  void isToldAgainWhereTheChiefIsSilent() {
    ProcessInstanceEvent patrol = reported();

    pass(assertThat(patrol), Duration.ofDays(2), "AssessPatrol");

    assertThat(patrol).hasCompletedElements("ChiefSilent").hasActiveElements("AssessPatrol");
    Assertions.assertThat(workers.jobs("patrol.tell")).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void isJudgedByTheChiefWhenItsCaseHasEnded() {
    ProcessInstanceEvent patrol = reported();

    complete("AssessPatrol", "{patrolResult: 'case'}");
    assertThat(patrol).hasActiveElements("PatrolCaseEnded");
    publish("patrol.caseEnded", "patrol-1", "{}");
    complete("JudgeWork", "{judgement: {mark: 4}}");

    assertThat(patrol).isCompleted().hasCompletedElements("RecordJudgement", "PatrolJudged");
  }

  @Test
  void isJudgedByTheChiefWhenItsWhistleHasEnded() {
    ProcessInstanceEvent patrol = reported();

    complete("AssessPatrol", WHISTLE);
    complete("ApproveWhistle", "{approved: true}");
    complete("SignSummons");
    complete("ReportOnSite", "{arrival: {place: '胡同口', rank: 'division', people: 1}}");
    complete("HoldMeeting", "{meeting: {present: ['fire'], actions: []}}");
    complete("DoPart", "{part: {result: 'done', note: '已清理'}}");
    complete("ReleaseUnits");
    complete("ScoreUnits", "{unitScores: []}");
    complete("ScoreWhistle", "{whistleScore: {justified: 5}}");
    complete("JudgeWork", "{judgement: {mark: 5}}");

    assertThat(patrol).isCompleted().hasCompletedElements("BlowPatrolWhistle", "PatrolJudged");
  }

  @Test
  void comesBackToTheChiefWhereItsWhistleIsRefused() {
    ProcessInstanceEvent patrol = reported();
    workers.answer("whistle.record", "{whistleResult: {units: 0, reported: 0, refused: '单位不对'}}");

    complete("AssessPatrol", WHISTLE);
    complete("ApproveWhistle", "{approved: false, approvalNote: '单位不对'}");

    assertThat(patrol).hasActiveElements("AssessPatrol").hasCompletedElements("BlowPatrolWhistle");
  }

  @Test
  void comesBackToTheChiefWhereItsWhistleIsInvalid() {
    workers.failOnce("patrol.whistle", "WHISTLE_INVALID");
    ProcessInstanceEvent patrol = reported();

    complete("AssessPatrol", WHISTLE);

    assertThat(patrol).hasCompletedElements("WhistleRefused").hasActiveElements("AssessPatrol");
  }

  @Test
  void isToldAgainWhereNobodySaysWhatBecomesOfIt() {
    ProcessInstanceEvent patrol = reported();

    complete("AssessPatrol");

    assertThat(patrol).hasActiveElements("AssessPatrol");
    complete("AssessPatrol", "{patrolResult: 'settled'}");
    assertThat(patrol).isCompleted();
  }

  private ProcessInstanceEvent reported() {
    return start("lane-patrol", "{patrol: {id: 'patrol-1'}}");
  }
}
