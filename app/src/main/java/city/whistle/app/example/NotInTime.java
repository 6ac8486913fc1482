package city.whistle.app.example;

import java.time.Duration;

/** Something that had to come didn't, within its bound; the message says what. */
public final class NotInTime extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotInTime(String what, Duration bound) {
    super("Waited %d seconds for %s, and it did not come.".formatted(bound.toSeconds(), what));
  }
}
