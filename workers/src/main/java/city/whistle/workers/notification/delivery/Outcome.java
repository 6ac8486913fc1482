package city.whistle.workers.notification.delivery;

import java.time.Duration;

/** What became of an attempt. A code is short and never quotes what the server said. */
sealed interface Outcome {

  /** The server has taken it over. */
  record Delivered() implements Outcome {}

  /** This message will never be taken. */
  record Refused(String code) implements Outcome {}

  /** This message was not taken now; another may be. */
  record Postponed(String code) implements Outcome {}

  /**
   * The server doesn't answer, or doesn't take anything now.
   *
   * @param pause how long it asks to be left alone; null where it doesn't say
   */
  record Unreachable(String code, Duration pause) implements Outcome {}
}
