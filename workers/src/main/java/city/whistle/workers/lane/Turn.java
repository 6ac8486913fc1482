package city.whistle.workers.lane;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One time that something is to be done in a lane.
 *
 * @param first its first day
 * @param end the first day after it
 */
public record Turn(String rhythm, LocalDate first, LocalDate end, State state) {

  /** What became of it. */
  public enum State {
    DONE,
    /** Done, but said after its time. */
    REPORTED_LATE,
    /** Not yet, and there is time. */
    DUE,
    MISSED;

    public String wireName() {
      return this == REPORTED_LATE ? "reportedLate" : name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The turns of one rhythm from the one of the day {@code from} to the one of today, the earliest
   * first.
   *
   * @param working the working days of that time
   */
  static List<Turn> of(
      LanePolicy.Rhythm rhythm,
      LocalDate from,
      LocalDate today,
      Set<LocalDate> working,
      List<Visit> visits) {
    List<Turn> turns = new ArrayList<>();
    LocalDate first = rhythm.every().firstDay(from);
    while (!first.isAfter(today)) {
      LocalDate end = rhythm.every().next(first);
      LocalDate begins = first.isBefore(from) ? from : first;
      if (!rhythm.workingDaysOnly() || begins.datesUntil(end).anyMatch(working::contains)) {
        turns.add(
            new Turn(rhythm.code(), first, end, state(rhythm.code(), first, end, today, visits)));
      }
      first = end;
    }
    return turns;
  }

  private static State state(
      String rhythm, LocalDate first, LocalDate end, LocalDate today, List<Visit> visits) {
    List<Visit> within =
        visits.stream()
            .filter(visit -> visit.rhythm().equals(rhythm))
            .filter(visit -> !visit.on().isBefore(first) && visit.on().isBefore(end))
            .toList();
    if (within.isEmpty()) {
      return today.isBefore(end) ? State.DUE : State.MISSED;
    }
    return within.stream().anyMatch(visit -> visit.reportedOn().isBefore(end))
        ? State.DONE
        : State.REPORTED_LATE;
  }
}
