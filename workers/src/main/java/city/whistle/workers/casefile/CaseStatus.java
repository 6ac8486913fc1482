package city.whistle.workers.casefile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a case is; its wire name is the lower-case name. */
public enum CaseStatus {
  RECEIVED,
  REGISTERED,
  ANSWERED,
  DISPATCHED,
  SUSPENDED,
  /** It follows another about the same matter. */
  MERGED,
  WITHDRAWN,
  CLOSED;

  /** Whether nothing more happens to the case. */
  public boolean isFinal() {
    return this == ANSWERED || this == WITHDRAWN || this == CLOSED;
  }

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<CaseStatus> of(String wireName) {
    return Arrays.stream(values()).filter(status -> status.wireName().equals(wireName)).findFirst();
  }
}
