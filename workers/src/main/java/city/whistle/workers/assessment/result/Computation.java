package city.whistle.workers.assessment.result;

import city.whistle.workers.assessment.count.Cell;
import city.whistle.workers.assessment.count.Counting;
import city.whistle.workers.assessment.count.Counting.Counted;
import city.whistle.workers.assessment.count.Window;
import city.whistle.workers.assessment.figure.Counts;
import city.whistle.workers.assessment.policy.Period;
import city.whistle.workers.assessment.policy.Policies;
import city.whistle.workers.assessment.policy.Policies.StoredPolicy;
import city.whistle.workers.assessment.policy.Policy;
import city.whistle.workers.assessment.policy.Policy.CountedAnswer;
import city.whistle.workers.assessment.policy.WhistleRule;
import city.whistle.workers.assessment.result.Assessment.State;
import city.whistle.workers.assessment.result.WhistleFigures.Blown;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.UnitKind;
import city.whistle.workers.unit.Units;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Computes a month's figures: a first version, and recounts of what was published. */
@Component
public class Computation {

  private static final String CODE_VERSION =
      Optional.ofNullable(Computation.class.getPackage().getImplementationVersion())
          .orElse("unreleased");

  private final Policies policies;
  private final Counting counting;
  private final WhistleCounting whistles;
  private final Assessments assessments;
  private final ResultStore store;
  private final Inheritances inheritances;
  private final Units units;
  private final CityTime time;

  Computation(
      Policies policies,
      Counting counting,
      WhistleCounting whistles,
      Assessments assessments,
      ResultStore store,
      Inheritances inheritances,
      Units units,
      CityTime time) {
    this.policies = policies;
    this.counting = counting;
    this.whistles = whistles;
    this.assessments = assessments;
    this.store = store;
    this.inheritances = inheritances;
    this.units = units;
    this.time = time;
  }

  /**
   * A provisional version, in place of one that nobody published. Who else computes one of the same
   * month waits, and replaces it.
   *
   * @param settled a moment before which every fact is written
   */
  public Assessment provisional(UUID runId, YearMonth month, OffsetDateTime settled) {
    assessments.takeTurn(runId);
    assessments.dropProvisional(runId);
    Period period = policies.sets().period(month);
    return compute(
        draft(
            runId,
            month,
            State.PROVISIONAL,
            policies.of(month),
            period.from(),
            period.to().isBefore(settled) ? period.to() : settled,
            "first"));
  }

  /**
   * Counts again what is published, by the policy of then; the version that was published stays as
   * it is and steps back.
   */
  public Assessment recount(Assessment published, String reason) {
    assessments.recounted(published.runId());
    return compute(
        draft(
            published.runId(),
            published.month(),
            State.PUBLISHED,
            policies.asItWas(published.policyId(), published.policyDigest()),
            published.from(),
            published.until(),
            reason));
  }

  /** Gives the room back that dropped versions took; called outside of a transaction. */
  public void dropLeft() {
    counting.dropLeft();
  }

  /** Whether cases were left out since, which the version still counts. */
  public boolean isStale(Assessment version) {
    return counting.hasNewExclusions(version.id());
  }

  private Assessment draft(
      UUID runId,
      YearMonth month,
      State state,
      StoredPolicy policy,
      OffsetDateTime from,
      OffsetDateTime until,
      String reason) {
    OffsetDateTime now = time.now();
    return new Assessment(
        UUID.randomUUID(),
        runId,
        month,
        0,
        state,
        policy.policy().id(),
        policy.digest(),
        CODE_VERSION,
        from,
        until,
        null,
        reason,
        now,
        state == State.PUBLISHED ? now : null,
        null);
  }

  private Assessment compute(Assessment draft) {
    Assessment version = assessments.insert(draft);
    Policy policy = policies.asItWas(version.policyId(), version.policyDigest()).policy();
    Window window = version.window(policy.countedAnswer() == CountedAnswer.LAST);
    Counted counted = counting.count(window);
    List<Unit> all = units.existingBetween(version.from(), version.until());
    new Results(policy, all, counted.cells(), past(version, policy))
        .groups()
        .forEach(group -> store.write(version.id(), group));
    store.write(version.id(), "blower", blown(window, policy.whistles(), all, counted.cells()));
    store.write(version.id(), "summoned", whistles.summoned(window, policy.whistles()));
    assessments.counted(version.id(), counted.inputDigest());
    return assessments.get(version.id());
  }

  /**
   * The months before, as far as they were published without a gap; who took a unit over since
   * stands for it.
   */
  private List<PastMonth> past(Assessment version, Policy policy) {
    List<PastMonth> past = new ArrayList<>();
    int needed = Math.max(policy.lists().governance().monthsNeeded() - 1, 1);
    while (past.size() < needed) {
      Optional<Assessment> before =
          assessments.published(version.month().minusMonths(past.size() + 1L));
      if (before.isEmpty()) {
        break;
      }
      past.add(
          pastMonth(before.get(), past.isEmpty(), inheritances.between(before.get(), version)));
    }
    return past;
  }

  private PastMonth pastMonth(Assessment before, boolean withGroups, Inheritance since) {
    Policy policy = policies.asItWas(before.policyId(), before.policyDigest()).policy();
    Map<String, GroupResult> groups = new HashMap<>();
    if (withGroups) {
      store
          .groups(before.id())
          .forEach(
              (code, group) ->
                  groups.put(
                      code, since.inherited(group, policy.weightsOf(code), policy.decimals())));
    }
    return new PastMonth(since.inherited(store.cells(before.id())), groups);
  }

  /** Who blew none is counted too: too few whistles are what is looked for. */
  private List<Blown> blown(Window window, WhistleRule rule, List<Unit> all, List<Cell> cells) {
    Map<String, Counts> counts = new HashMap<>();
    cells.forEach(cell -> counts.merge(cell.unit(), cell.counts(), Counts::plus));
    List<Blown> blown = new ArrayList<>(whistles.blown(window, rule, counts));
    List<String> known = blown.stream().map(Blown::unit).toList();
    all.stream()
        .filter(unit -> unit.kind() == UnitKind.STREET && !known.contains(unit.code()))
        .filter(unit -> counts.getOrDefault(unit.code(), Counts.NONE).dispatched() > 0)
        .forEach(unit -> blown.add(new Blown(unit.code(), 0, Map.of(), 0, 0, 0.0, rule.use(0))));
    return blown;
  }
}
