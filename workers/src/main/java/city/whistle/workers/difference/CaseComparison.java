package city.whistle.workers.difference;

import city.whistle.workers.difference.EngineInventory.Instance;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Goes along the open cases: has each a process that works on it? */
@Component
class CaseComparison {

  static final String TAG = "case:";

  private static final int AT_ONCE = 500;

  private final RegistrySubjects subjects;
  private final EngineInventory engine;
  private final Absence absence;
  private final Quiet quiet;

  CaseComparison(RegistrySubjects subjects, EngineInventory engine, Absence absence, Quiet quiet) {
    this.subjects = subjects;
    this.engine = engine;
    this.absence = absence;
    this.quiet = quiet;
  }

  void compare(Findings findings) {
    List<Subject> some;
    Subject last = null;
    do {
      some = subjects.openCases(last, AT_ONCE);
      compare(some, findings);
      last = some.isEmpty() ? null : some.get(some.size() - 1);
    } while (some.size() == AT_ONCE);
  }

  void compare(UUID caseId, Findings findings) {
    compare(
        subjects.theCase(caseId).filter(subject -> !subject.isOver()).stream().toList(), findings);
  }

  private void compare(List<Subject> some, Findings findings) {
    Map<Long, Instance> instances =
        engine.find(some.stream().map(Subject::instance).filter(Objects::nonNull).toList());
    some.forEach(subject -> compare(subject, of(subject, instances), findings));
  }

  /** Null where there is none, also for a case whose process has not begun. */
  private static Instance of(Subject subject, Map<Long, Instance> instances) {
    return subject.instance() == null ? null : instances.get(subject.instance());
  }

  private void compare(Subject subject, Instance instance, Findings findings) {
    absence
        .of(subject, instance, TAG)
        .filter(cause -> isAsItWas(subject, findings))
        .ifPresent(cause -> findings.add(difference(subject, cause, instance)));
  }

  /** The engine was asked later than the registry: a case may have ended between the two. */
  private boolean isAsItWas(Subject subject, Findings findings) {
    if (!subjects.theCase(subject.id()).filter(subject::equals).isPresent()) {
      return false;
    }
    if (!quiet.isQuiet(subject)) {
      findings.tooNew();
      return false;
    }
    return true;
  }

  private static Difference difference(Subject subject, DifferenceCause cause, Instance instance) {
    DifferenceKind kind = DifferenceKind.CASE_WITHOUT_PROCESS;
    return new Difference(
        kind.id(subject.number()),
        kind,
        cause,
        subject.id(),
        subject.number(),
        subject.instance(),
        null,
        instance == null || instance.runs() ? null : instance.endedAt());
  }
}
