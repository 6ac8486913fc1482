package city.whistle.workers.difference;

import city.whistle.workers.difference.EngineInventory.Instance;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says why nothing works on a subject of the registry, as far as the engine can tell. */
@Component
class Absence {

  private final EngineInventory engine;
  private final RegistrySubjects subjects;

  Absence(EngineInventory engine, RegistrySubjects subjects) {
    this.engine = engine;
    this.subjects = subjects;
  }

  /**
   * Why the subject's own process doesn't work on it; empty where it does.
   *
   * @param instance under the key that the subject has; null where the engine doesn't know it
   * @param tag before the subject's number
   */
  Optional<DifferenceCause> of(Subject subject, Instance instance, String tag) {
    if (instance == null) {
      return Optional.of(subject.instance() == null ? notBegun(subject) : gone(subject));
    }
    if (!instance.tagged(tag).map(subject.number()::equals).orElse(true)) {
      return Optional.of(DifferenceCause.KEY_GIVEN_ANEW);
    }
    if (instance.runs()) {
      return Optional.empty();
    }
    return Optional.of(
        instance.cancelled() ? DifferenceCause.CANCELLED : DifferenceCause.COMPLETED);
  }

  private DifferenceCause notBegun(Subject subject) {
    return subjects.startWaits(subject.id())
        ? DifferenceCause.START_WAITS
        : DifferenceCause.NOT_BEGUN;
  }

  private DifferenceCause gone(Subject subject) {
    Optional<OffsetDateTime> oldest = engine.oldest();
    return oldest.filter(began -> began.isBefore(subject.since())).isPresent()
        ? DifferenceCause.ENGINE_OLDER
        : DifferenceCause.ENGINE_EMPTIED;
  }
}
