package city.whistle.workers.taskwatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class TaskPlanTest {

  private static final OffsetDateTime BEGAN = OffsetDateTime.parse("2026-03-27T10:00:00+08:00");
  private static final OffsetDateTime DUE = BEGAN.plusHours(10);

  @Test
  void remindsWhenItsShareOfTheTimeIsUsedUp() {
    TaskPlan plan = plan(null);

    assertThat(plan.remindsAt(BEGAN.plusHours(8).minusSeconds(1))).isFalse();
    assertThat(plan.remindsAt(BEGAN.plusHours(8))).isTrue();
    assertThat(plan.after(BEGAN)).isEqualTo(BEGAN.plusHours(8));
  }

  @Test
  void remindsNobodyOfWhatIsOverdue() {
    assertThat(plan(null).remindsAt(DUE)).isFalse();
  }

  @Test
  void announcesNothingThatWasLateWhenItBegan() {
    TaskPlan plan = TaskPlan.of(limit(null), BEGAN, BEGAN.minusDays(1));

    assertThat(plan.remindAt()).isNull();
    assertThat(plan.timesOverdue(BEGAN)).isEqualTo(2);
  }

  @Test
  void isOverdueFromItsDueDateAndOnceMoreAfterEachPeriod() {
    TaskPlan plan = plan(null);

    assertThat(plan.timesOverdue(DUE.minusSeconds(1))).isZero();
    assertThat(plan.timesOverdue(DUE)).isEqualTo(1);
    assertThat(plan.timesOverdue(DUE.plusDays(1).minusSeconds(1))).isEqualTo(1);
    assertThat(plan.timesOverdue(DUE.plusDays(1))).isEqualTo(2);
    assertThat(plan.after(DUE)).isEqualTo(DUE.plusDays(1));
  }

  @Test
  void leavesTheDueDateToTheModelThatEscalatesThere() {
    TaskPlan plan = plan("SignOverdue");

    assertThat(plan.timesOverdue(DUE)).isZero();
    assertThat(plan.after(DUE)).isEqualTo(DUE.plusDays(1));
    assertThat(plan.timesOverdue(DUE.plusDays(1))).isEqualTo(1);
  }

  /** An application that was away for a year says once what came meanwhile. */
  @Test
  void countsThePeriodsThatPassedUnseen() {
    assertThat(plan(null).timesOverdue(DUE.plus(Duration.ofDays(365)))).isEqualTo(366);
  }

  private static TaskPlan plan(String escalatedBy) {
    return TaskPlan.of(limit(escalatedBy), BEGAN, DUE);
  }

  private static TaskLimit limit(String escalatedBy) {
    return new TaskLimit(
        "complaint-case", "SignCase", "PT10H", null, 0.8, "P1D", escalatedBy, "supervisor");
  }
}
