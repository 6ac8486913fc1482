package city.whistle.workers.difference;

import city.whistle.workers.difference.EngineInventory.Instance;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Compares what goes on beside cases, whistles and supervisions, both ways. */
@Component
class BesideComparison {

  private static final int SUBJECTS_MAX = 50_000;
  private static final int AT_ONCE = 500;

  private final RegistrySubjects subjects;
  private final EngineInventory engine;
  private final Absence absence;
  private final Strays strays;
  private final Quiet quiet;

  BesideComparison(
      RegistrySubjects subjects,
      EngineInventory engine,
      Absence absence,
      Strays strays,
      Quiet quiet) {
    this.subjects = subjects;
    this.engine = engine;
    this.absence = absence;
    this.strays = strays;
    this.quiet = quiet;
  }

  void compare(Findings findings) {
    compare(
        subjects.openWhistles(SUBJECTS_MAX),
        "whistle",
        DifferenceKind.WHISTLE_WITHOUT_PROCESS,
        subjects::whistles,
        findings);
    compare(
        subjects.openSupervisions(SUBJECTS_MAX),
        "supervision",
        DifferenceKind.SUPERVISION_WITHOUT_PROCESS,
        subjects::supervisions,
        findings);
  }

  /** The process and the variable that has its subject are named alike. */
  private void compare(
      List<Subject> open,
      String process,
      DifferenceKind kind,
      Function<Collection<UUID>, List<Subject>> now,
      Findings findings) {
    Map<Instance, UUID> apart = new HashMap<>();
    AtWork atWork = AtWork.of(engine, process, process, apart::put);
    strays.compare(apart, now, findings);
    if (!atWork.isWhole() || open.size() == SUBJECTS_MAX) {
      findings.cutOff();
    }
    if (atWork.isWhole()) {
      List<Subject> missing = open.stream().filter(had -> !atWork.has(had.id())).toList();
      for (int from = 0; from < missing.size(); from += AT_ONCE) {
        List<Subject> some = missing.subList(from, Math.min(from + AT_ONCE, missing.size()));
        stillOpen(some, now).forEach(subject -> note(subject, kind, findings));
      }
    }
  }

  private static List<Subject> stillOpen(
      List<Subject> missing, Function<Collection<UUID>, List<Subject>> now) {
    Map<UUID, Subject> known =
        now.apply(missing.stream().map(Subject::id).toList()).stream()
            .collect(Collectors.toMap(Subject::id, Function.identity()));
    return missing.stream().filter(had -> had.equals(known.get(had.id()))).toList();
  }

  private void note(Subject subject, DifferenceKind kind, Findings findings) {
    if (!quiet.isQuiet(subject)) {
      findings.tooNew();
      return;
    }
    Object name = subject.number() == null ? subject.id() : subject.number();
    findings.add(
        new Difference(
            kind.id(name),
            kind,
            cause(subject),
            subject.caseId(),
            subject.number(),
            subject.instance(),
            null,
            null));
  }

  private DifferenceCause cause(Subject subject) {
    if (!subject.apart() || subject.number() == null) {
      return DifferenceCause.PROCESS_GONE;
    }
    Optional<Instance> instance =
        Optional.ofNullable(subject.instance()).map(key -> engine.find(List.of(key)).get(key));
    return absence
        .of(subject, instance.orElse(null), "whistle:")
        .orElse(DifferenceCause.PROCESS_GONE);
  }
}
