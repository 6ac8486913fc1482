package city.whistle.workers.notification.delivery;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a message stands. The wire name is the lower-case name. */
public enum NotificationState {
  /** For its time or its turn. */
  WAITING,
  /** Settings name no way for it. */
  UNROUTED,
  /** A server took it over. */
  SENT,
  /** It must not be sent, or there is nowhere to send it. */
  DROPPED,
  /** It was given up; a person must decide. */
  DEAD;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<NotificationState> of(String wireName) {
    return Arrays.stream(values()).filter(state -> state.wireName().equals(wireName)).findFirst();
  }
}
