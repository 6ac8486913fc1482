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
class MonthlyAssessmentTest extends ProcessTest {

  private static final String APPEAL =
      "{appeal: {id: 'appeal-%d', decider: 'appeals', decideBy: '2040-01-01T00:00:00+08:00'}}";
  private static final Duration APPEALS_OPEN = Duration.ofDays(5);

  @Test
  void isPublishedAndBecomesFinalWhereNobodyAppeals() {
    ProcessInstanceEvent month = chosen();

    complete("CheckRates", "{outcome: 'publish'}");
    pass(assertThat(month), APPEALS_OPEN, "AppealsClose");

    assertThat(month)
        .isCompleted()
        .hasCompletedElements(
            "PeriodChosen", "ComputeRates", "PublishRanking", "WindowClosed", "FinalizeRanking");
  }

  @Test
  void isComputedAgainWhereTheCheckersWantIt() {
    ProcessInstanceEvent month = chosen();

    complete("CheckRates", "{outcome: 'computeAgain', checkNote: '再核'}");
    complete("CheckRates", "{outcome: 'publish'}");

    assertThat(month).hasActiveElements("AppealsClose").hasCompletedElement("ComputeRates", 2);
  }

  @Test
  void isCheckedAgainWhereCasesWereLeftOutMeanwhile() {
    workers.failOnce("assessment.publish", "RATES_STALE");
    ProcessInstanceEvent month = chosen();

    complete("CheckRates", "{outcome: 'publish'}");

    assertThat(month)
        .hasCompletedElements("RatesStale")
        .hasActiveElements("CheckRates")
        .hasVariable("refusal", ComplaintTest.refusal("RATES_STALE"));
  }

  @Test
  void isCountedAgainForEachAppealThatIsUpheld() {
    ProcessInstanceEvent month = published();

    publish("assessment.appealed", "assessment-1", APPEAL.formatted(1));
    complete("DecideAppeal", "{appealUpheld: true, appealNote: '回访有误'}");
    assertThat(month).hasCompletedElements("RankingRecounted");
    publish("assessment.appealed", "assessment-1", APPEAL.formatted(2));
    complete("DecideAppeal", "{appealUpheld: false, appealNote: '证据不足'}");

    assertThat(month).hasCompletedElements("AppealDismissed").hasActiveElements("AppealsClose");
    Assertions.assertThat(workers.jobs("assessment.recount"))
        .extracting(job -> ((Map<?, ?>) job.get("appeal")).get("id"))
        .isEqualTo(List.of("appeal-1"));
  }

  @Test
  void waitsForTheLastDecisionBeforeItIsFinal() {
    ProcessInstanceEvent month = published();
    publish("assessment.appealed", "assessment-1", APPEAL.formatted(1));

    pass(assertThat(month), APPEALS_OPEN, "AppealsClose", "DecideAppeal");
    assertThat(month).hasCompletedElements("WindowClosed").hasActiveElements("DecideAppeal");
    complete("DecideAppeal", "{appealUpheld: false, appealNote: '证据不足'}");

    assertThat(month).isCompleted().hasCompletedElements("RankingFinal");
  }

  @Test
  void letsNobodyJudgeHisOwnFigures() {
    workers.failOnce("appeal.record", "SAME_PEOPLE");
    ProcessInstanceEvent month = published();
    publish("assessment.appealed", "assessment-1", APPEAL.formatted(1));

    complete("DecideAppeal", "{appealUpheld: false, appealNote: '证据不足'}");

    assertThat(month).hasCompletedElements("SamePeople").hasActiveElements("DecideAppeal");
  }

  @Test
  void remindsOfAnAppealThatNobodyDecides() {
    ProcessInstanceEvent month = published();

    publish(
        "assessment.appealed",
        "assessment-1",
        "{appeal: {id: 'appeal-1', decider: 'appeals', decideBy: '2020-01-01T00:00:00+08:00'}}");

    assertThat(month)
        .hasCompletedElements("AppealOverdue", "RemindPanel", "PanelReminded")
        .hasActiveElements("DecideAppeal");
  }

  @Test
  void remindsCheckersThatAreLate() {
    ProcessInstanceEvent month = chosen();

    pass(assertThat(month), Duration.ofDays(2), "CheckRates");

    assertThat(month)
        .hasCompletedElements("CheckOverdue", "RemindCheckers", "CheckersReminded")
        .hasActiveElements("CheckRates");
    Assertions.assertThat(workers.headers("assessment.remind", "task"))
        .isEqualTo(List.of("checkRates"));
  }

  @Test
  void beginsByItselfWhenTheDataSayThatAPeriodHasEnded() {
    workers.answer(
        "assessment.begin", "{assessment: {id: 'assessment-1', month: '2026-04', due: true}}");
    workers.open();

    context.increaseTime(Duration.ofDays(1));

    called("monthly-assessment")
        .hasCompletedElements("PeriodEnded", "FindPeriod")
        .hasActiveElements("CheckRates");
  }

  @Test
  void endsAtOnceWhereNothingIsDue() {
    assertThat(start("monthly-assessment", "{}"))
        .isCompleted()
        .hasCompletedElements("NothingDue")
        .hasNotActivatedElements("ComputeRates");
  }

  private ProcessInstanceEvent chosen() {
    return start("monthly-assessment", "{month: '2026-04'}");
  }

  private ProcessInstanceEvent published() {
    ProcessInstanceEvent month = chosen();
    complete("CheckRates", "{outcome: 'publish'}");
    assertThat(month).hasActiveElements("AppealsClose");
    return month;
  }
}
