package city.whistle.workers.assessment.policy;

import java.util.List;

/**
 * What a unit may ask for, and who decides.
 *
 * @param decider the candidate group that decides
 * @param decideWithin ISO 8601 duration within which it decides
 * @param askWithin ISO 8601 duration after which nobody may ask any more; null where the month's
 *     end says so
 * @param basis {@code calendar} or {@code working}
 * @param grounds what can be named as the reason
 */
public record Asking(
    String decider, String decideWithin, String askWithin, String basis, List<Ground> grounds) {

  /** A reason that counts. */
  public record Ground(String code, String name, String nameEn) {}

  /** Whether the list has this ground. */
  public boolean knows(String ground) {
    return grounds.stream().anyMatch(known -> known.code().equals(ground));
  }
}
