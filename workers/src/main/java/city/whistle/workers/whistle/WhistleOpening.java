package city.whistle.workers.whistle;

import city.whistle.workers.unit.UnitRef;
import java.util.List;
import org.springframework.stereotype.Component;

/** Registers whistles that other processes blow for a sub-district, without a case. */
@Component
public class WhistleOpening {

  private final Whistles whistles;
  private final WhistleDrafts drafts;

  WhistleOpening(Whistles whistles, WhistleDrafts drafts) {
    this.whistles = whistles;
    this.drafts = drafts;
  }

  /**
   * Registers the whistle in the caller's transaction; its process takes it up by its id.
   *
   * @throws io.camunda.client.exception.BpmnError with a sentence for who blows, where it can't be
   *     blown so
   */
  public WhistleVariable open(UnitRef street, Asked asked) {
    return whistles.insert(
        drafts.of(
            null,
            street,
            asked == null
                ? null
                : new WhistleDrafts.Asked(
                    asked.kind(),
                    asked.reason(),
                    asked.place(),
                    asked.units(),
                    asked.crossDistrict())));
  }

  /** What is asked for, redacted. */
  public record Asked(
      String kind, String reason, String place, List<String> units, Boolean crossDistrict) {}
}
