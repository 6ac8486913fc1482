package city.whistle.workers.api;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.organisation.Bodies;
import city.whistle.workers.organisation.Body;
import city.whistle.workers.organisation.CentreParty;
import city.whistle.workers.organisation.EnforcementCentres;
import city.whistle.workers.organisation.OnDuty;
import city.whistle.workers.organisation.Rota;
import city.whistle.workers.organisation.Takeover;
import city.whistle.workers.organisation.UnitHistory;
import city.whistle.workers.organisation.UnitHistory.Stage;
import city.whistle.workers.request.StorableText;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A unit with all that it was, its bodies, and who is on duty. */
@Component
class UnitDetails {

  private static final String STREET = "street";

  private final UnitHistory history;
  private final Bodies bodies;
  private final Rota rota;
  private final EnforcementCentres centres;
  private final CityTime time;

  UnitDetails(
      UnitHistory history, Bodies bodies, Rota rota, EnforcementCentres centres, CityTime time) {
    this.history = history;
    this.bodies = bodies;
    this.rota = rota;
    this.centres = centres;
    this.time = time;
  }

  /**
   * Empty where there never was such a unit.
   *
   * @param at of bodies, centre and people on duty; null for now
   */
  Optional<View> of(String code, OffsetDateTime at) {
    List<Stage> stages = StorableText.holds(code) ? history.stages(code) : List.of();
    return stages.isEmpty() ? Optional.empty() : Optional.of(view(code, stages, at));
  }

  private View view(String code, List<Stage> stages, OffsetDateTime asked) {
    OffsetDateTime at = asked == null ? time.now() : CityTime.inCity(asked);
    Optional<Stage> then =
        stages.stream().filter(stage -> holds(stage, at.toLocalDate())).findFirst();
    boolean street = then.filter(stage -> stage.kind().equals(STREET)).isPresent();
    return new View(
        code,
        then.isPresent(),
        stages,
        history.takeovers(code),
        at,
        street ? bodies(code, at) : null,
        street ? centres.at(code, at) : null);
  }

  private static boolean holds(Stage stage, LocalDate day) {
    return !stage.from().isAfter(day) && (stage.to() == null || stage.to().isAfter(day));
  }

  private List<BodyView> bodies(String street, OffsetDateTime at) {
    Map<String, List<OnDuty>> onDuty = rota.inBodies(street, at);
    return bodies.of(street, at.toLocalDate()).stream()
        .map(body -> new BodyView(body, onDuty.getOrDefault(body.code(), List.of())))
        .toList();
  }

  /**
   * A unit.
   *
   * @param exists whether there is one of that code at the time
   * @param history all that it was, the first first
   * @param takeovers who took over from it, and from whom it did
   * @param bodies of a sub-district or township; left out for others, as is {@code centre}
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record View(
      String code,
      boolean exists,
      List<Stage> history,
      List<Takeover> takeovers,
      OffsetDateTime at,
      List<BodyView> bodies,
      List<CentreParty> centre) {}

  /** A body with whoever is on duty; nobody where the rota has none at that hour. */
  record BodyView(@JsonUnwrapped Body body, List<OnDuty> onDuty) {}
}
