package city.whistle.workers.patrol;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a patrol's finding is. */
public enum PatrolState {
  /** Nothing was found. */
  CLEAN,
  /** The chief has to say what becomes of it. */
  REPORTED,
  SETTLED,
  /** A case was opened for it. */
  CASE,
  /** A whistle was blown for it. */
  WHISTLE,
  /** The case or whistle has ended, and the chief has judged the work. */
  JUDGED;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<PatrolState> of(String wireName) {
    return Arrays.stream(values()).filter(state -> state.wireName().equals(wireName)).findFirst();
  }
}
