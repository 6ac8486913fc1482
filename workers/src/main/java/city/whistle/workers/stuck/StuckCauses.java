package city.whistle.workers.stuck;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseStatus;
import city.whistle.workers.stuck.EngineView.Instances;
import city.whistle.workers.stuck.EngineView.Obstacle;
import city.whistle.workers.stuck.EngineView.Wait;
import city.whistle.workers.stuck.StuckCase.Cause;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Why a case stands still, by what the registry and the engine say of it. */
@Component
class StuckCauses {

  /** A process begins within seconds; one that has not after this time never will by itself. */
  private static final Duration BEGINS_WITHIN = Duration.ofMinutes(5);

  private static final String SIGNED = "SignCase";
  private static final String CONTACTED = "ContactResident";

  /** The steps whose limits are not the one to settle. */
  static final List<String> FIRST_STEPS = List.of(SIGNED, CONTACTED);

  private final StuckSettings settings;
  private final CityTime time;

  StuckCauses(StuckSettings settings, CityTime time) {
    this.settings = settings;
    this.time = time;
  }

  /** Whether the case's process goes on at the engine. */
  static boolean runs(CaseFile file, Instances instances) {
    return instances != null && instances.endedAt() == null && instances.mayBeOf(file.number());
  }

  /**
   * What can be said without asking the engine about the case's elements.
   *
   * @param instances null where the engine knows no process of the case
   * @param last when something was last done for the case; null where nothing was
   * @param done how often each of {@link #FIRST_STEPS} was done
   */
  List<Cause> of(
      CaseFile file, Instances instances, OffsetDateTime last, Map<String, Integer> done) {
    return Stream.of(overdue(file, done), nobody(file, instances), idle(file, last))
        .flatMap(Optional::stream)
        .toList();
  }

  /** While a case is suspended, its limits rest. */
  private Optional<Cause> overdue(CaseFile file, Map<String, Integer> done) {
    if (file.status() == CaseStatus.SUSPENDED) {
      return Optional.empty();
    }
    if (passed(file.limits().settleBy())) {
      return Optional.of(cause(StuckReason.OVERDUE, file.limits().settleBy(), "settleBy"));
    }
    if (passed(file.limits().signBy()) && missing(file, SIGNED, done)) {
      return Optional.of(cause(StuckReason.OVERDUE, file.limits().signBy(), "signBy"));
    }
    return file.about().hasResident()
            && passed(file.limits().contactBy())
            && missing(file, CONTACTED, done)
        ? Optional.of(cause(StuckReason.OVERDUE, file.limits().contactBy(), "contactBy"))
        : Optional.empty();
  }

  private Optional<Cause> idle(CaseFile file, OffsetDateTime last) {
    OffsetDateTime since = last == null ? file.receivedAt() : last;
    return file.status() != CaseStatus.SUSPENDED && passed(since.plus(settings.idleAfter()))
        ? Optional.of(cause(StuckReason.IDLE, since, "noStep"))
        : Optional.empty();
  }

  private boolean passed(OffsetDateTime limit) {
    return limit != null && limit.isBefore(time.now());
  }

  private static boolean missing(CaseFile file, String step, Map<String, Integer> done) {
    return done.getOrDefault(step, 0) < Math.max(file.round(), 1);
  }

  /** That no process runs for the case, though one should. */
  Optional<Cause> nobody(CaseFile file, Instances instances) {
    if (instances != null && instances.mayBeOf(file.number())) {
      return instances.endedAt() == null
          ? Optional.empty()
          : Optional.of(cause(StuckReason.NOBODY, instances.endedAt(), "processEnded"));
    }
    Duration age = Duration.between(file.receivedAt(), time.now()).abs();
    boolean fresh = age.compareTo(BEGINS_WITHIN) < 0;
    return fresh
        ? Optional.empty()
        : Optional.of(
            cause(
                StuckReason.NOBODY,
                file.receivedAt(),
                file.processInstanceKey() == null ? "notBegun" : "processUnknown"));
  }

  static Cause incident(Obstacle first) {
    return cause(StuckReason.INCIDENT, first.since(), first.element() + ": " + first.kind());
  }

  /** Without a task it waits for a message, a time or a worker. */
  static Cause waiting(List<Wait> open) {
    return open.isEmpty()
        ? cause(StuckReason.WAITING, null, "event")
        : cause(StuckReason.WAITING, open.get(0).since(), open.get(0).element());
  }

  private static Cause cause(StuckReason reason, OffsetDateTime since, String detail) {
    return new Cause(reason.wireName(), since, detail);
  }
}
