package city.whistle.workers.summons;

import city.whistle.workers.outbox.EngineCall.PublishMessage;
import java.util.Map;

/** How who blew a whistle sees, at the task to release the units, what each says of its part. */
public final class UnitAnswers {

  /** Nothing is left for the unit to do; as {@code done}, {@code partly} and {@code unable}. */
  public static final String PASSED_ON = "passedOn";

  private UnitAnswers() {}

  /**
   * @param result what the unit says of its part
   */
  public static PublishMessage toWhoReleases(String whistleId, String unitCode, String result) {
    return PublishMessage.momentary(
        "whistle.unitDone", whistleId, Map.of("unitDone", unitCode, "unitResult", result));
  }
}
