package city.whistle.workers.theme;

import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.UUID;

/**
 * A month's theme, from the first proposals to its review.
 *
 * @param chooseUntil after that nobody chooses any more
 * @param name null until it is chosen, as are {@code chooseNote} and {@code chosenAt}
 * @param workUntil after that it is reviewed, whatever was done
 * @param reviewNote null until it was reviewed
 * @param outcome {@code reached}, {@code partly} or {@code continues} of one that was reviewed;
 *     {@code none} where people chose none, {@code notChosen} where nobody chose in time; null
 *     while it goes on
 */
public record Theme(
    UUID id,
    YearMonth month,
    long processInstanceKey,
    OffsetDateTime begunAt,
    OffsetDateTime chooseUntil,
    String name,
    String chooseNote,
    OffsetDateTime chosenAt,
    OffsetDateTime workUntil,
    String reviewNote,
    String outcome,
    OffsetDateTime closedAt) {

  public boolean isChosen() {
    return chosenAt != null;
  }

  public boolean isClosed() {
    return closedAt != null;
  }

  /** {@code choosing}, {@code working}, or its outcome. */
  public String state() {
    if (isClosed()) {
      return outcome;
    }
    return isChosen() ? "working" : "choosing";
  }
}
