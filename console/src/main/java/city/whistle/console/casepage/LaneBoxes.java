package city.whistle.console.casepage;

import city.whistle.console.access.Access;
import city.whistle.console.access.LaneAccess;
import city.whistle.console.account.Person;
import city.whistle.console.casepage.CasePage.LaneBox;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.lane.CaseLanes;
import city.whistle.workers.lane.Lane;
import city.whistle.workers.lane.LaneJudgements;
import city.whistle.workers.lane.LaneJudgements.Judgement;
import city.whistle.workers.lane.LaneJudgements.Mark;
import city.whistle.workers.request.StorableText;
import city.whistle.workers.resident.Redaction;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The lane of a case, and how its chief judges the work on it: one of his four duties. What a
 * patrol opened is judged in the patrol's process, as a task.
 */
@Component
class LaneBoxes {

  private final Access access;
  private final LaneAccess laneAccess;
  private final CaseLanes lanes;
  private final LaneJudgements judgements;

  LaneBoxes(Access access, LaneAccess laneAccess, CaseLanes lanes, LaneJudgements judgements) {
    this.access = access;
    this.laneAccess = laneAccess;
    this.lanes = lanes;
    this.judgements = judgements;
  }

  /** Null where the case is in no lane. */
  LaneBox of(Person person, CaseFile file) {
    return lanes.of(file.id()).map(lane -> box(person, file, lane)).orElse(null);
  }

  private LaneBox box(Person person, CaseFile file, Lane lane) {
    Optional<Judgement> judged = judgements.of(file.id());
    return new LaneBox(
        lane.id(),
        lane.name(),
        laneAccess.sees(person, lane),
        judged.map(one -> one.mark().mark()).orElse(null),
        judged.map(one -> one.mark().note()).orElse(null),
        judged.isEmpty()
            && file.closedAt() != null
            && file.owner() != null
            && file.about().hasResident()
            && laneAccess.isChief(person, lane));
  }

  /** The lane of a case that the person may know of; empty where there is none. */
  Optional<LaneBox> judged(Person person, String number) {
    return access.seen(person, number).map(file -> of(person, file));
  }

  /** False where it was judged before. */
  boolean judge(Person person, String number, int mark, String note) {
    CaseFile file = access.seen(person, number).orElseThrow();
    String kept = note.isEmpty() || !StorableText.holds(note) ? null : Redaction.of(note);
    return judgements.add(
        file.id(),
        lanes.of(file.id()).orElseThrow().id(),
        file.owner().code(),
        person.id(),
        new Mark(mark, kept));
  }
}
