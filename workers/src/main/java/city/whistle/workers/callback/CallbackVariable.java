package city.whistle.workers.callback;

import java.util.UUID;

/**
 * Variable {@code callback}: one attempt to reach the resident.
 *
 * @param channel {@code phone}, {@code sms} or {@code web}; {@code answered} where the resident
 *     answered already, {@code none} where there is none
 * @param call which call by telephone it is or follows, from 1; 0 where none was made
 * @param calls how many calls there are at most
 * @param answerWithin ISO 8601 duration, as is {@code nextAttemptIn}; both null where nothing is
 *     awaited
 */
record CallbackVariable(
    UUID id,
    String channel,
    int attempt,
    int maxAttempts,
    int call,
    int calls,
    String answerWithin,
    String nextAttemptIn) {

  /** Nobody to ask. */
  static CallbackVariable none(UUID id, int attempt) {
    return new CallbackVariable(id, "none", attempt, attempt, 0, 0, null, null);
  }

  /** Nothing to ask: the resident has answered this callback by its link. */
  static CallbackVariable answered(UUID id, int attempt, int maxAttempts) {
    return new CallbackVariable(id, "answered", attempt, maxAttempts, 0, 0, null, null);
  }
}
