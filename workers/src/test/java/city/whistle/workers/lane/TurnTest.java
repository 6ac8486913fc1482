package city.whistle.workers.lane;

import static city.whistle.workers.lane.Turn.State.DONE;
import static city.whistle.workers.lane.Turn.State.DUE;
import static city.whistle.workers.lane.Turn.State.MISSED;
import static city.whistle.workers.lane.Turn.State.REPORTED_LATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import city.whistle.workers.lane.LanePolicy.Rhythm;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TurnTest {

  /** A Wednesday. */
  private static final LocalDate TODAY = LocalDate.parse("2026-03-25");

  private static final Rhythm WALK = new Rhythm("walk", "日巡", "Daily walk", Every.DAY, true);
  private static final Rhythm CHECK = new Rhythm("check", "周查", "Weekly", Every.WEEK, true);
  private static final Rhythm ROLL =
      new Rhythm("rollCall", "季点名", "Quarterly", Every.QUARTER, false);

  @Test
  void isMissedOnceItsTimeIsOverAndDueBefore() {
    assertThat(states(WALK, "2026-03-24", visit("walk", "2026-03-23", "2026-03-23")))
        .containsExactly(MISSED, DUE);
  }

  @Test
  void isDoneByAVisitOfItsKindAlone() {
    assertThat(states(WALK, "2026-03-25", visit("check", "2026-03-25", "2026-03-25")))
        .containsExactly(DUE);
    assertThat(states(WALK, "2026-03-25", visit("walk", "2026-03-25", "2026-03-25")))
        .containsExactly(DONE);
  }

  @Test
  void saysWhatWasReportedAfterItsTime() {
    assertThat(states(WALK, "2026-03-24", visit("walk", "2026-03-24", "2026-03-25")))
        .containsExactly(REPORTED_LATE, DUE);
  }

  @Test
  void asksForNothingOnDaysOff() {
    assertThat(turns(WALK, "2026-03-20"))
        .extracting(Turn::first)
        .extracting(LocalDate::getDayOfMonth)
        .containsExactly(20, 23, 24, 25);
  }

  @Test
  void asksForNothingInAWeekOfHolidays() {
    LocalDate monday = LocalDate.parse("2026-03-16");
    Set<LocalDate> working =
        working().stream()
            .filter(day -> day.isAfter(monday.plusDays(6)))
            .collect(Collectors.toSet());

    assertThat(Turn.of(CHECK, monday, TODAY, working, List.of()))
        .extracting(Turn::first)
        .containsExactly(monday.plusDays(7));
  }

  @Test
  void beginsAWeekOnMondayAndAQuarterWithItsMonth() {
    assertThat(turns(CHECK, "2026-03-22"))
        .extracting(turn -> turn.first().getDayOfMonth())
        .containsExactly(23);
    assertThat(turns(ROLL, "2025-12-31"))
        .extracting(Turn::first, Turn::end)
        .contains(tuple(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-04-01")));
  }

  private static List<Turn.State> states(Rhythm rhythm, String from, Visit visit) {
    return Turn.of(rhythm, LocalDate.parse(from), TODAY, working(), List.of(visit)).stream()
        .map(Turn::state)
        .toList();
  }

  private static List<Turn> turns(Rhythm rhythm, String from) {
    return Turn.of(rhythm, LocalDate.parse(from), TODAY, working(), List.of());
  }

  private static Visit visit(String rhythm, String on, String reported) {
    return new Visit(rhythm, LocalDate.parse(on), LocalDate.parse(reported));
  }

  private static Set<LocalDate> working() {
    return LocalDate.parse("2025-12-01")
        .datesUntil(LocalDate.parse("2026-04-10"))
        .filter(day -> day.getDayOfWeek().getValue() < 6)
        .collect(Collectors.toSet());
  }
}
