package city.whistle.workers.stuck;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a case stands still; the wire name is the lower-case name. */
public enum StuckReason {
  /** A limit has passed: to settle, to sign or to make contact. */
  OVERDUE,
  /** The engine can't go on with it. */
  INCIDENT,
  /** No process works on it: it was never begun, was cancelled, or is lost. */
  NOBODY,
  /** Nothing was done for days, whatever its limits; one that is suspended may rest. */
  IDLE,
  /** It waits for people, for a message or for a time. */
  WAITING;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<StuckReason> of(String wireName) {
    return Arrays.stream(values()).filter(reason -> reason.wireName().equals(wireName)).findFirst();
  }
}
