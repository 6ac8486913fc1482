package city.whistle.workers.callback;

import city.whistle.workers.casefile.ResidentAnswer;
import java.util.Set;

/** Takes the three answers as they are agreed; a valid answer has all of them. */
final class AnswerReader {

  private static final String WRONG_NUMBER = "wrongNumber";

  static final Set<String> SETTLED = Set.of("settled", "partly", "not");
  static final Set<String> SATISFIED = Set.of("satisfied", "basically", "not");

  private AnswerReader() {}

  /**
   * @throws IllegalArgumentException where the resident answered and a question has no agreed value
   */
  static ResidentAnswer read(
      Boolean answered, Boolean contacted, String settled, String satisfied) {
    if (!Boolean.TRUE.equals(answered)) {
      return ResidentAnswer.NONE;
    }
    if (contacted == null || !in(SETTLED, settled) || !in(SATISFIED, satisfied)) {
      throw new IllegalArgumentException(
          "an answer has contacted true or false, settled one of "
              + SETTLED
              + ", satisfied one of "
              + SATISFIED);
    }
    return new ResidentAnswer(true, contacted, settled, satisfied);
  }

  private static boolean in(Set<String> values, String value) {
    return value != null && values.contains(value);
  }

  /**
   * @param noAnswer as the form of a call says why there was no answer; null where it didn't ask
   */
  static boolean isWrongNumber(String noAnswer) {
    return WRONG_NUMBER.equals(noAnswer);
  }
}
