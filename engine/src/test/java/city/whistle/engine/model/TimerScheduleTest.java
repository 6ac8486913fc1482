package city.whistle.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.engine.expression.EvaluationException;
import city.whistle.engine.model.EventDefinition.Timer.Kind;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimerScheduleTest {

  /** A Saturday. */
  private static final Instant NOW = Instant.parse("2026-01-31T01:00:00Z");

  private static TimerSchedule schedule(Kind kind, Object value) {
    return TimerSchedule.of(kind, value, NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-01T09:00:00+08:00, 2026-02-01T01:00:00Z",
    "2026-02-01T09:00:00@Asia/Shanghai, 2026-02-01T01:00:00Z",
    "2020-01-01T00:00:00Z, 2020-01-01T00:00:00Z",
  })
  void dateFiresOnceAtThatInstant(String date, Instant due) {
    assertThat(schedule(Kind.DATE, date)).isEqualTo(new TimerSchedule(due, 0, null));
  }

  @ParameterizedTest
  @CsvSource({"PT15M, PT15M", "P1D, P1D", "P1DT1H, PT25H", "PT0S, PT0S", "-PT5M, PT0S"})
  void durationFiresOnceAfterItOrAtOnce(String duration, Duration wait) {
    assertThat(schedule(Kind.DURATION, duration))
        .isEqualTo(new TimerSchedule(NOW.plus(wait), 0, null));
  }

  @Test
  void cycleWithCountFiresAsOftenAsItSays() {
    assertThat(schedule(Kind.CYCLE, "R3/PT1H"))
        .isEqualTo(new TimerSchedule(NOW.plusSeconds(3600), 2, "R3/PT1H"));
    assertThat(schedule(Kind.CYCLE, "R1/PT1H"))
        .isEqualTo(new TimerSchedule(NOW.plusSeconds(3600), 0, null));
  }

  @Test
  void cycleWithoutCountFiresWithoutEnd() {
    assertThat(schedule(Kind.CYCLE, "R/PT1H").repetitions()).isEqualTo(TimerSchedule.INFINITE);
  }

  @Test
  void cycleWithStartBeginsThere() {
    assertThat(schedule(Kind.CYCLE, "R2/2026-03-01T00:00:00Z/P1D"))
        .isEqualTo(
            new TimerSchedule(
                Instant.parse("2026-03-01T00:00:00Z"), 1, "R2/2026-03-01T00:00:00Z/P1D"));
  }

  @Test
  void cycleMayBeginAtATimeAsFeelWritesItWithItsZone() {
    assertThat(schedule(Kind.CYCLE, "R2/2026-03-01T08:00:00@Asia/Shanghai/P1D"))
        .isEqualTo(
            new TimerSchedule(
                Instant.parse("2026-03-01T00:00:00Z"), 1, "R2/2026-03-01T08:00:00+08:00/P1D"));
  }

  @Test
  void cronCycleFiresAtItsTimesInUtc() {
    assertThat(schedule(Kind.CYCLE, "0 0 9-17 * * MON-FRI"))
        .isEqualTo(
            new TimerSchedule(
                Instant.parse("2026-02-02T09:00:00Z"),
                TimerSchedule.INFINITE,
                "0 0 9-17 * * MON-FRI"));
  }

  @Test
  void nextTimeFollowsTheDueTimeNotTheMomentOfFiring() {
    Instant firedLate = NOW.plusSeconds(5);

    assertThat(TimerSchedule.next("R3/PT1H", NOW, firedLate)).contains(NOW.plusSeconds(3600));
    assertThat(TimerSchedule.next("0 0 * * * *", NOW, firedLate))
        .contains(Instant.parse("2026-01-31T02:00:00Z"));
  }

  @Test
  void missedTimesOfACycleAreLeftOut() {
    Instant muchLater = NOW.plus(Duration.ofHours(10));

    assertThat(TimerSchedule.next("R/PT1H", NOW, muchLater)).contains(muchLater.plusSeconds(3600));
    assertThat(TimerSchedule.next("0 30 * * * *", NOW, muchLater))
        .contains(muchLater.plusSeconds(1800));
  }

  @ParameterizedTest
  @CsvSource({
    "DATE, 2026-01-31",
    "DATE, 2026-01-31T09:00:00",
    "DATE, PT1H",
    "DURATION, 15 minutes",
    "DURATION, R3/PT1H",
    "CYCLE, PT1H",
    "CYCLE, R0/PT1H",
    "CYCLE, Rx/PT1H",
    "CYCLE, 0 0 25 * * *",
    "CYCLE, every day",
  })
  void refusesTextOfAnotherShape(Kind kind, String text) {
    assertThatThrownBy(() -> schedule(kind, text))
        .isInstanceOf(EvaluationException.class)
        .hasMessageStartingWith("Invalid timer " + kind.name().toLowerCase(java.util.Locale.ROOT))
        .hasMessageContaining(text);
  }

  @Test
  void refusesValuesThatAreNoText() {
    assertThatThrownBy(() -> schedule(Kind.DURATION, 5L)).isInstanceOf(EvaluationException.class);
    assertThatThrownBy(() -> schedule(Kind.DATE, null)).isInstanceOf(EvaluationException.class);
  }
}
