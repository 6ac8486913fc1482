package city.whistle.workers.whistle;

import city.whistle.workers.organisation.CentreParty;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * A joint enforcement action.
 *
 * @param parties whom the centre had when the whistle was issued, and whom it lacked
 * @param outcome left out until it is written down
 * @param deeds what each unit did, as who blew wrote it down
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JointActionRecord(List<CentreParty> parties, Found outcome, List<Deed> deeds) {

  /**
   * What was found.
   *
   * @param own what the sub-district's own team did; left out for nothing
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Found(String found, String own, OffsetDateTime recordedAt) {}

  /**
   * What a unit did.
   *
   * @param unit its code
   */
  public record Deed(String unit, String did) {}
}
