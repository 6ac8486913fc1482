package city.whistle.workers.processes;

import static io.camunda.process.test.api.CamundaAssert.assertThat;

import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.process.test.api.CamundaProcessTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@CamundaProcessTest
class MonthlyThemeTest extends ProcessTest {

  private static final String CHOOSE = "{outcome: 'choose', chooseNote: '诉求集中'}";
  private static final Duration A_MONTH = Duration.ofDays(31);
  private static final Duration A_SEASON = Duration.ofDays(91);

  @ParameterizedTest
  @ValueSource(strings = {"reached", "partly", "continues"})
  void isWorkedOnByEachUnitAndReviewed(String review) {
    ProcessInstanceEvent month = chosen();
    complete("WorkOnTheme", "{outcome: 'done'}");
    complete("WorkOnTheme", "{outcome: 'done'}");

    complete("ReviewTheme", "{outcome: '%s', reviewNote: '复盘'}".formatted(review));

    assertThat(month)
        .isCompleted()
        .hasCompletedElement("UnitDone", 2)
        .hasCompletedElements("SumUpWork", "CloseTheme", "ThemeClosed");
  }

  @Test
  void comesBackToAUnitThatOnlyTellsHowFarItIs() {
    ProcessInstanceEvent month = chosen();

    complete("WorkOnTheme", "{outcome: 'progress'}");

    assertThat(month).hasCompletedElement("RecordWork", 1).hasActiveElement("WorkOnTheme", 2);
  }

  @Test
  void isReviewedWhenTheTimeIsOverWhoeverHasNotReported() {
    ProcessInstanceEvent month = chosen();
    complete("WorkOnTheme", "{outcome: 'done'}");

    pass(assertThat(month), A_SEASON, "WorkOnTheme");

    assertThat(month)
        .hasCompletedElements("WorkEnds", "SumUpWork")
        .hasTerminatedElements("ThemeWork")
        .hasActiveElements("ReviewTheme");
  }

  @Test
  void endsWithoutAThemeWhereNobodyChoosesAllMonth() {
    ProcessInstanceEvent month = start("monthly-theme", "{month: '2026-04'}");

    pass(assertThat(month), A_MONTH, "ChooseThemes");

    assertThat(month)
        .isCompleted()
        .hasCompletedElements("ChoosingOver", "CloseMonth", "MonthWithoutTheme");
  }

  @Test
  void endsWithoutAThemeWherePeopleChooseNone() {
    ProcessInstanceEvent month = start("monthly-theme", "{month: '2026-04'}");

    complete("ChooseThemes", "{outcome: 'none', chooseNote: '继续上月主题'}");

    assertThat(month)
        .isCompleted()
        .hasCompletedElements("CloseMonth")
        .hasNotActivatedElements("RecordThemes");
  }

  @Test
  void isChosenAgainWhereAUnitIsNoMore() {
    workers.failOnce("theme.choose", "THEME_INVALID");
    ProcessInstanceEvent month = start("monthly-theme", "{month: '2026-04'}");
    complete("ChooseThemes", CHOOSE);

    assertThat(month)
        .hasCompletedElements("ChoiceInvalid")
        .hasActiveElements("ChooseThemes")
        .hasVariable("refusal", ComplaintTest.refusal("THEME_INVALID"));
    complete("ChooseThemes", CHOOSE);

    assertThat(month).hasActiveElement("WorkOnTheme", 2);
  }

  @Test
  void asksAgainForADecisionThatNoFormOffers() {
    ProcessInstanceEvent month = start("monthly-theme", "{month: '2026-04'}");

    complete("ChooseThemes", "{outcome: 'later'}");

    assertThat(month).hasCompletedElement("ChooseThemes", 1).hasActiveElements("ChooseThemes");
  }

  @Test
  void isReviewedAgainWhereNoReviewIsSaid() {
    workers.failOnce("theme.close", "THEME_INVALID");
    ProcessInstanceEvent month = chosen();
    complete("WorkOnTheme", "{outcome: 'done'}");
    complete("WorkOnTheme", "{outcome: 'done'}");

    complete("ReviewTheme", "{outcome: 'well', reviewNote: '复盘'}");

    assertThat(month)
        .hasCompletedElements("ReviewInvalid")
        .hasActiveElements("ReviewTheme")
        .hasVariable("refusal", ComplaintTest.refusal("THEME_INVALID"));
  }

  @Test
  void isLookedForEachDayAndEndsAtOnceWhereNothingIsDue() {
    workers.open();

    context.increaseTime(Duration.ofDays(1));

    called("monthly-theme").isCompleted().hasCompletedElements("MonthBegins", "NothingDue");
  }

  private ProcessInstanceEvent chosen() {
    ProcessInstanceEvent month = start("monthly-theme", "{month: '2026-04'}");
    complete("ChooseThemes", CHOOSE);
    assertThat(month).hasActiveElement("WorkOnTheme", 2);
    return month;
  }
}
