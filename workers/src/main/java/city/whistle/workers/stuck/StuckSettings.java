package city.whistle.workers.stuck;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a case is said to stand still. Settings under {@code whistle.supervision}.
 *
 * @param idleAfter after so long without anybody who did something, somebody should look, whatever
 *     the limits say
 */
@ConfigurationProperties("whistle.supervision")
public record StuckSettings(@DefaultValue("P7D") Duration idleAfter) {

  private static final Duration SHORTEST = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofDays(365);

  /**
   * @throws IllegalArgumentException where a time can't be meant
   */
  public StuckSettings {
    if (idleAfter.compareTo(SHORTEST) < 0 || idleAfter.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "whistle.supervision.idle-after must be from an hour to a year, such as P7D, not "
              + idleAfter);
    }
  }
}
