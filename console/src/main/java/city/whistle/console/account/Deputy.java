package city.whistle.console.account;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * That somebody stands in for somebody else.
 *
 * @param personId who is away
 * @param deputyId who does his work, as himself
 * @param to the last day
 * @param endedAt when it was ended before its time; null where it wasn't
 */
public record Deputy(
    UUID id,
    String personId,
    String deputyId,
    LocalDate from,
    LocalDate to,
    String namedBy,
    OffsetDateTime endedAt) {

  public boolean isOver(LocalDate today) {
    return endedAt != null || to.isBefore(today);
  }
}
