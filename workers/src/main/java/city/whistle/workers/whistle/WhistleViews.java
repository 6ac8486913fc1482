package city.whistle.workers.whistle;

import city.whistle.workers.access.Caller;
import city.whistle.workers.access.CaseRights;
import city.whistle.workers.outbox.EngineCall.PublishMessage;
import city.whistle.workers.outbox.Outbox;
import city.whistle.workers.request.FieldProblem;
import city.whistle.workers.request.InvalidRequest;
import city.whistle.workers.summons.SummonsState;
import city.whistle.workers.summons.Summonses;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.Units;
import city.whistle.workers.whistle.WhistleRequests.WhistleIsOver;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows whistles with their units, and has one unit more summoned. */
@Component
public class WhistleViews {

  private final Whistles whistles;
  private final Summonses summonses;
  private final CaseRights rights;
  private final Units units;
  private final Meetings meetings;
  private final JointActions actions;
  private final Outbox outbox;

  WhistleViews(
      Whistles whistles,
      Summonses summonses,
      CaseRights rights,
      Units units,
      Meetings meetings,
      JointActions actions,
      Outbox outbox) {
    this.whistles = whistles;
    this.summonses = summonses;
    this.rights = rights;
    this.units = units;
    this.meetings = meetings;
    this.actions = actions;
    this.outbox = outbox;
  }

  /** The whistle, if there is one and the caller may know of it. */
  public Optional<Shown> find(Caller caller, String number) {
    return whistles
        .state(number)
        .map(state -> new Shown(state, summonses.of(state.about().id())))
        .filter(
            shown ->
                rights.maySeeWhistle(
                    caller,
                    shown.state().about().streetCode(),
                    shown.summonses().stream().map(SummonsState::unit).toList()));
  }

  /** The whistles of a case that the caller sees, the last blown first. */
  public List<Shown> ofCase(UUID caseId) {
    return whistles.ofCase(caseId).stream()
        .map(state -> new Shown(state, summonses.of(state.about().id())))
        .toList();
  }

  /** The whistle's number; empty where there is none of that id. */
  public Optional<String> numberOf(UUID whistleId) {
    return whistles.find(whistleId).map(WhistleVariable::number);
  }

  /** What its meeting agreed; empty until the whistle is over. */
  public Optional<MeetingMinutes> minutes(UUID whistleId) {
    return meetings.of(whistleId);
  }

  /**
   * Who of the joint enforcement centre was called, and what came of it; empty for other whistles.
   */
  public Optional<JointActionRecord> jointAction(UUID whistleId) {
    return actions.of(whistleId);
  }

  /**
   * Asks the whistle's process to summon the unit, too.
   *
   * @return false where there is no such whistle for the caller
   * @throws InvalidRequest where there is no such unit, or it was summoned already
   * @throws WhistleIsOver where nobody is summoned any more
   * @throws city.whistle.workers.access.NotAllowed where another blew it
   */
  @Transactional
  public boolean addUnit(Caller caller, String number, String unitCode) {
    Optional<Shown> found = find(caller, number);
    found.ifPresent(shown -> add(caller, shown, unitCode));
    return found.isPresent();
  }

  private void add(Caller caller, Shown shown, String unitCode) {
    WhistleVariable whistle = shown.state().about();
    rights.requireWhistle(caller, whistle.streetCode());
    if (shown.isOver()) {
      throw new WhistleIsOver(whistle.number());
    }
    Unit unit = units.find(unitCode).orElseThrow(() -> wrong("must be the code of a unit"));
    Summonable.refused(unit, whistle.streetCode(), whistle.crossDistrict())
        .ifPresent(
            why -> {
              throw wrong(why.english);
            });
    if (shown.summonses().stream().anyMatch(summons -> summons.unit().equals(unitCode))) {
      throw wrong("is summoned already");
    }
    if (whistle.caseId() != null && rights.isAccused(unitCode, whistle.caseId())) {
      throw wrong("is what the case reports, and takes no part in it");
    }
    if (!whistles.addUnit(whistle.id(), unitCode)) {
      throw wrong("is summoned already");
    }
    outbox.add(
        PublishMessage.lasting(
            "whistle.unitAdded", whistle.id().toString(), Map.of("unitCode", unitCode)));
  }

  private static InvalidRequest wrong(String message) {
    return new InvalidRequest(List.of(new FieldProblem("unitCode", message)));
  }

  /** A whistle with all that it summoned, in the order of their codes. */
  public record Shown(WhistleState state, List<SummonsState> summonses) {

    /** Whether it has ended, or every unit was released and only scores are missing. */
    public boolean isOver() {
      return state.endedAt() != null
          || !summonses.isEmpty()
              && summonses.stream().allMatch(summons -> summons.releasedAt() != null);
    }
  }
}
