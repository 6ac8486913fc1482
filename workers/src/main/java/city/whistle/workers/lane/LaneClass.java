package city.whistle.workers.lane;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a lane was made to be, by the city's plan. */
public enum LaneClass {
  /** 精品 */
  FINE,
  /** 优美 */
  BEAUTIFUL,
  /** 达标 */
  STANDARD;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<LaneClass> of(String wireName) {
    return Arrays.stream(values()).filter(one -> one.wireName().equals(wireName)).findFirst();
  }
}
