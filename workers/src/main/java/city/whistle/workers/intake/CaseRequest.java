package city.whistle.workers.intake;

import city.whistle.workers.catalogue.Category;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * What the hotline recorded, checked. Carries personal data: never logged, never a variable.
 *
 * @param externalId the hotline's own number of the case
 * @param accusedUnit the unit that a report is about; null if it names none
 * @param photos how many the client says will follow
 * @param categoryCode of the third level; null if the agent found none
 * @param emergencyOverruled whether the agent says that it is no emergency, though its category is
 *     one
 */
public record CaseRequest(
    String externalId,
    String channel,
    String kind,
    String title,
    String content,
    String categoryCode,
    Place place,
    Resident resident,
    boolean confidential,
    OffsetDateTime occurredAt,
    String accusedUnit,
    int photos,
    Signals signals,
    boolean emergencyOverruled) {

  /** Where it is; only the district is always known. */
  public record Place(
      String districtCode, String streetCode, String address, Double latitude, Double longitude) {}

  /**
   * Who says it; everything may be null.
   *
   * @param language in which he is written to, {@code zh} or {@code en}
   */
  public record Resident(String name, String phone, String email, String language) {

    /** Whether anything says who it is, or how to reach him. */
    boolean isNamed() {
      return name != null || phone != null || email != null;
    }
  }

  /** The signals with what the category says; whether it is an emergency, the agent knows best. */
  Signals signalsIn(Optional<Category> category) {
    Signals all = category.map(signals::with).orElse(signals);
    return emergencyOverruled ? all.withoutEmergency() : all;
  }

  /** Shows nothing of its content. */
  @Override
  public String toString() {
    return "CaseRequest[" + externalId + "]";
  }
}
