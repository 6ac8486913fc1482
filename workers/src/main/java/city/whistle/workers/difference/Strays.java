package city.whistle.workers.difference;

import city.whistle.workers.difference.EngineInventory.Instance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds processes that work on nothing: their subject is unknown, over, or another's. */
@Component
class Strays {

  private static final int AT_ONCE = 500;

  private final Quiet quiet;

  Strays(Quiet quiet) {
    this.quiet = quiet;
  }

  /**
   * @param subjectOf of each running instance that no other called; null where it has none
   * @param registry finds subjects by their ids
   */
  void compare(
      Map<Instance, UUID> subjectOf,
      Function<Collection<UUID>, List<Subject>> registry,
      Findings findings) {
    List<Instance> instances = new ArrayList<>(subjectOf.keySet());
    for (int from = 0; from < instances.size(); from += AT_ONCE) {
      List<Instance> some = instances.subList(from, Math.min(from + AT_ONCE, instances.size()));
      Map<UUID, Subject> known =
          registry
              .apply(some.stream().map(subjectOf::get).filter(Objects::nonNull).toList())
              .stream()
              .collect(Collectors.toMap(Subject::id, Function.identity()));
      some.forEach(instance -> compare(instance, known.get(subjectOf.get(instance)), findings));
    }
  }

  /**
   * @param subject null where the registry knows none
   */
  void compare(Instance instance, Subject subject, Findings findings) {
    cause(instance, subject).ifPresent(cause -> note(instance, subject, cause, findings));
  }

  private static Optional<DifferenceCause> cause(Instance instance, Subject subject) {
    if (subject == null) {
      return Optional.of(DifferenceCause.SUBJECT_UNKNOWN);
    }
    if (subject.isOver()) {
      return Optional.of(DifferenceCause.SUBJECT_OVER);
    }
    return Optional.ofNullable(subject.instance())
        .filter(key -> key != instance.key())
        .map(other -> DifferenceCause.OTHER_PROCESS);
  }

  private void note(Instance instance, Subject subject, DifferenceCause cause, Findings findings) {
    if (!quiet.isPast(instance.startedAt()) || subject != null && !quiet.isQuiet(subject)) {
      findings.tooNew();
      return;
    }
    DifferenceKind kind = DifferenceKind.PROCESS_WITHOUT_SUBJECT;
    findings.add(
        new Difference(
            kind.id(instance.key()),
            kind,
            cause,
            subject == null ? null : subject.caseId(),
            subject == null ? null : subject.number(),
            instance.key(),
            null,
            subject == null ? instance.startedAt() : subject.overAt()));
  }
}
