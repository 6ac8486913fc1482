package city.whistle.console.casepage;

import city.whistle.console.casepage.CasePage.Action;
import city.whistle.console.casepage.CasePage.Joint;
import city.whistle.console.casepage.CasePage.JointParty;
import city.whistle.console.casepage.CasePage.Minutes;
import city.whistle.console.casepage.CasePage.Summoned;
import city.whistle.console.casepage.CasePage.WhistleBox;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.organisation.OnDuty;
import city.whistle.workers.summons.SummonsState;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.Units;
import city.whistle.workers.whistle.JointActionRecord;
import city.whistle.workers.whistle.MeetingMinutes;
import city.whistle.workers.whistle.WhistleState;
import city.whistle.workers.whistle.WhistleViews;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The whistles of a case: who was called, signed, came when, and what was agreed. */
@Component
public class CaseWhistles {

  private final WhistleViews whistles;
  private final Units units;
  private final CityTime time;

  CaseWhistles(WhistleViews whistles, Units units, CityTime time) {
    this.whistles = whistles;
    this.units = units;
    this.time = time;
  }

  List<WhistleBox> of(UUID caseId) {
    return whistles.ofCase(caseId).stream().map(this::box).toList();
  }

  /** One of them as the page of a case shows it. */
  public WhistleBox box(WhistleViews.Shown shown) {
    WhistleState whistle = shown.state();
    return new WhistleBox(
        whistle.about().number(),
        whistle.about().kind(),
        whistle.word(),
        whistle.about().reason(),
        shown.summonses().stream().map(this::summoned).toList(),
        whistles.minutes(whistle.about().id()).map(this::minutes).orElse(null),
        whistles.jointAction(whistle.about().id()).map(this::joint).orElse(null));
  }

  private Summoned summoned(SummonsState summons) {
    OffsetDateTime now = time.now();
    boolean late = summons.arrivedAt() == null && now.isAfter(summons.arriveBy());
    return new Summoned(
        summons.name(),
        summons.signedAt(),
        summons.arrivedAt(),
        late && summons.releasedAt() == null ? summons.arriveBy() : null,
        summons.result(),
        summons.releasedAt() != null);
  }

  private Joint joint(JointActionRecord action) {
    JointActionRecord.Found outcome = action.outcome();
    return new Joint(
        action.parties().stream()
            .map(
                party ->
                    new JointParty(
                        party.role(),
                        party.name(),
                        party.onDuty().stream().map(OnDuty::person).toList(),
                        party.gap()))
            .toList(),
        outcome == null ? null : outcome.found(),
        outcome == null ? null : outcome.own(),
        action.deeds().stream()
            .map(deed -> new Action(deed.did(), units.name(deed.unit()), null))
            .toList());
  }

  private Minutes minutes(MeetingMinutes minutes) {
    return new Minutes(
        minutes.agreed(),
        minutes.dissent(),
        minutes.actions().stream()
            .map(
                action ->
                    new Action(
                        action.what(),
                        units.orFormer(action.unit()).map(Unit::name).orElse(null),
                        action.result()))
            .toList());
  }
}
