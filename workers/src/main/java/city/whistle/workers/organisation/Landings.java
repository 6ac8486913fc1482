package city.whistle.workers.organisation;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.unit.UnitKind;
import city.whistle.workers.unit.UnitRef;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The body and the people of a sub-district that a case lands with. */
@Component
public class Landings {

  private final Bodies bodies;
  private final Rota rota;
  private final CityTime time;

  Landings(Bodies bodies, Rota rota, CityTime time) {
    this.bodies = bodies;
    this.rota = rota;
    this.time = time;
  }

  /**
   * As of now; empty where the owner is no sub-district, or has no such body.
   *
   * @param owner null for a case that isn't dispatched
   * @param categoryCode null for a case that has none
   */
  public Optional<Landing> of(UnitRef owner, String categoryCode) {
    if (owner == null || !UnitKind.STREET.wireName().equals(owner.kind())) {
      return Optional.empty();
    }
    return bodies
        .landing(owner.code(), categoryCode, time.today())
        .map(
            body ->
                new Landing(
                    body,
                    rota.inBodies(owner.code(), time.now()).getOrDefault(body.code(), List.of())));
  }
}
