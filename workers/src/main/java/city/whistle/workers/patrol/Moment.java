package city.whistle.workers.patrol;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** When a photo was taken: before something was settled, or after. */
public enum Moment {
  BEFORE,
  AFTER;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Moment> of(String wireName) {
    return Arrays.stream(values()).filter(one -> one.wireName().equals(wireName)).findFirst();
  }
}
