package city.whistle.workers.intake;

import city.whistle.workers.catalogue.Category;

/**
 * Variable {@code signals}: reasons not to dispatch a case as usual (regulation of 2021, article
 * 11).
 *
 * @param emergencyLine 110, 119, 120 or 122; null unless {@code emergency}
 * @param repeatOf number of the case about the same matter, if there is no new fact; null for most
 */
public record Signals(
    boolean emergency,
    String emergencyLine,
    boolean legalChannel,
    String repeatOf,
    boolean secret,
    boolean beyondDuty,
    boolean unlawful) {

  static final Signals NONE = new Signals(false, null, false, null, false, false, false);

  Signals withoutEmergency() {
    return new Signals(false, null, legalChannel, repeatOf, secret, beyondDuty, unlawful);
  }

  /** These and what the category says. */
  Signals with(Category category) {
    String signal = category.signal();
    if (signal == null) {
      return this;
    }
    return new Signals(
        emergency || signal.equals("emergency"),
        emergencyLine != null ? emergencyLine : category.emergencyLine(),
        legalChannel || signal.equals("legalChannel"),
        repeatOf,
        secret || signal.equals("secret"),
        beyondDuty || signal.equals("beyondDuty"),
        unlawful || signal.equals("unlawful"));
  }
}
