package city.whistle.workers.stuck;

import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.stuck.EngineView.Instances;
import city.whistle.workers.stuck.EngineView.Obstacle;
import city.whistle.workers.stuck.StuckCase.Cause;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A case and why it stands still as far as the registry tells.
 *
 * @param instances its process and all that it called; null where none runs
 * @param unanswerable a task of it that nobody can do, since its form can't be answered; null where
 *     there is none
 */
record Looked(CaseFile file, Instances instances, Obstacle unanswerable, List<Cause> causes) {

  boolean runs() {
    return instances != null;
  }

  boolean isHindered() {
    return runs() && (!instances.hindered().isEmpty() || unanswerable != null);
  }

  Set<StuckReason> reasons() {
    Set<StuckReason> reasons = EnumSet.noneOf(StuckReason.class);
    causes.forEach(cause -> reasons.add(StuckReason.of(cause.why()).orElseThrow()));
    if (runs()) {
      reasons.add(isHindered() ? StuckReason.INCIDENT : StuckReason.WAITING);
    }
    return reasons;
  }

  boolean isOne(Set<StuckReason> wanted) {
    return !Collections.disjoint(reasons(), wanted);
  }
}
