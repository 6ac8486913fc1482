package city.whistle.console.whistles;

import city.whistle.workers.summons.SummonsState;
import java.time.OffsetDateTime;

/** How far a summoned unit is, in one word. */
final class Called {

  private Called() {}

  static WhistlesPage.Called of(SummonsState unit, OffsetDateTime now) {
    if (unit.arrivedAt() == null) {
      return notThere(unit, now);
    }
    boolean late = Boolean.TRUE.equals(unit.late()) || unit.arrivedAt().isAfter(unit.arriveBy());
    return hasAnswered(unit)
        ? called(unit, unit.result(), unit.doneAt(), late)
        : called(unit, "arrived", unit.arrivedAt(), late);
  }

  private static WhistlesPage.Called notThere(SummonsState unit, OffsetDateTime now) {
    if (unit.releasedAt() != null) {
      boolean absent = Boolean.TRUE.equals(unit.absent());
      return called(unit, absent ? "absent" : "released", unit.releasedAt(), absent);
    }
    if (hasAnswered(unit)) {
      return called(unit, unit.result(), unit.doneAt(), false);
    }
    if (unit.arriveBy().isBefore(now)) {
      return called(unit, "lateToArrive", unit.arriveBy(), true);
    }
    if (unit.signedAt() != null) {
      return called(unit, "signed", unit.arriveBy(), false);
    }
    return unit.signBy().isBefore(now)
        ? called(unit, "lateToSign", unit.signBy(), true)
        : called(unit, "called", unit.signBy(), false);
  }

  private static boolean hasAnswered(SummonsState unit) {
    return unit.doneAt() != null && unit.result() != null;
  }

  private static WhistlesPage.Called called(
      SummonsState unit, String state, OffsetDateTime at, boolean late) {
    return new WhistlesPage.Called(unit.name(), state, at, late);
  }
}
