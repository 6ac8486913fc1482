package city.whistle.workers.lane;

import java.time.LocalDate;

/**
 * A post that somebody holds in a lane.
 *
 * @param personId the account; who that is, the accounts know
 * @param from the first day
 * @param to the first day on which it is held no more; null without an end
 */
public record PostHeld(Post post, String personId, LocalDate from, LocalDate to) {

  public boolean isHeldOn(LocalDate day) {
    return !day.isBefore(from) && (to == null || day.isBefore(to));
  }

  boolean overlaps(PostHeld other) {
    return (to == null || other.from.isBefore(to)) && (other.to == null || from.isBefore(other.to));
  }
}
