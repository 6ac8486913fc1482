package city.whistle.workers.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/**
 * The city's time: every date that the registry writes or counts is in this zone, to the
 * millisecond.
 */
@Component
public class CityTime {

  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final Clock clock;

  public CityTime(Clock clock) {
    this.clock = clock;
  }

  public OffsetDateTime now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS).atZone(ZONE).toOffsetDateTime();
  }

  public LocalDate today() {
    return now().toLocalDate();
  }

  /**
   * The same instant with the city's offset; null stays null, as the database's empty columns do.
   */
  public static OffsetDateTime inCity(OffsetDateTime time) {
    return time == null ? null : time.atZoneSameInstant(ZONE).toOffsetDateTime();
  }

  /** As people are told it: day, hour and minute, by the time's own offset. */
  public static String toTheMinute(OffsetDateTime time) {
    return MINUTE.format(time);
  }
}
