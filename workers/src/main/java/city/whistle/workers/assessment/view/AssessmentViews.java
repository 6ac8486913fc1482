package city.whistle.workers.assessment.view;

import city.whistle.workers.access.AssessmentRights;
import city.whistle.workers.access.Caller;
import city.whistle.workers.assessment.figure.Counts;
import city.whistle.workers.assessment.figure.Estimate;
import city.whistle.workers.assessment.figure.Rank;
import city.whistle.workers.assessment.figure.Weights;
import city.whistle.workers.assessment.policy.Group;
import city.whistle.workers.assessment.policy.Policies;
import city.whistle.workers.assessment.policy.Policy;
import city.whistle.workers.assessment.policy.Policy.PublishedAs;
import city.whistle.workers.assessment.result.Assessment;
import city.whistle.workers.assessment.result.Assessments;
import city.whistle.workers.assessment.result.GroupResult;
import city.whistle.workers.assessment.result.GroupTally;
import city.whistle.workers.assessment.result.Inheritances;
import city.whistle.workers.assessment.result.ResultStore;
import city.whistle.workers.assessment.result.Row;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Shows a month's figures to who asks, and no more of them than he may see. */
@Component
public class AssessmentViews {

  private final Assessments assessments;
  private final ResultStore store;
  private final Inheritances inheritances;
  private final Policies policies;
  private final AssessmentRights rights;

  AssessmentViews(
      Assessments assessments,
      ResultStore store,
      Inheritances inheritances,
      Policies policies,
      AssessmentRights rights) {
    this.assessments = assessments;
    this.store = store;
    this.inheritances = inheritances;
    this.policies = policies;
    this.rights = rights;
  }

  /**
   * The version that the caller is shown: the one that he names, else what is published, else a
   * draft that he may see.
   *
   * @param number null where none is named
   */
  public Optional<Assessment> version(Caller caller, YearMonth month, Integer number) {
    return versions(caller, month).stream()
        .filter(one -> number == null ? one.holds() : one.version() == number)
        .findFirst()
        .or(
            () ->
                number == null
                    ? assessments.latest(month).filter(one -> seesDraft(caller, one))
                    : Optional.empty());
  }

  /** All versions that the caller may see whole, the latest first. */
  public List<Assessment> versions(Caller caller, YearMonth month) {
    return assessments.versions(month).stream().filter(one -> seesWhole(caller, one)).toList();
  }

  private boolean seesDraft(Caller caller, Assessment one) {
    return seesWhole(caller, one) || caller.isUnit();
  }

  /** A group of the version; empty where it has no such group. */
  public Optional<GroupView> show(Caller caller, Assessment version, String group) {
    Policy policy = policyOf(version);
    boolean whole = seesWhole(caller, version);
    boolean ranks = seesRanks(caller, version, policy);
    List<String> own = whole ? List.of() : rights.own(caller);
    return store
        .group(version.id(), group)
        .map(
            result -> {
              Scale scale =
                  new Scale(
                      policy.weightsOf(group),
                      policy.decimals(),
                      ranks,
                      earlier(version, version.month().minusMonths(1), group, policy),
                      version.month().getMonthValue() == 1
                          ? Earlier.unknown(version.month(), policy.weightsOf(group))
                          : earlier(version, version.month().withMonth(1), group, policy));
              List<RowView> rows =
                  result.rows().stream()
                      .filter(row -> whole || own.contains(row.unit()))
                      .map(scale::view)
                      .toList();
              return new GroupView(
                  VersionView.of(version),
                  group,
                  policy.publishedAs().name().toLowerCase(Locale.ROOT),
                  policy.weightsOf(group),
                  whole ? scale.pooled(result) : null,
                  whole ? result.meanOfScores() : null,
                  whole ? result.moreThanChance() : null,
                  rows,
                  whole ? result.lists() : List.of());
            });
  }

  private boolean seesWhole(Caller caller, Assessment version) {
    return version.isPublic() || rights.seesDrafts(caller);
  }

  private boolean seesRanks(Caller caller, Assessment version, Policy policy) {
    return seesWhole(caller, version)
        && (policy.publishedAs() == PublishedAs.RANK || rights.seesRanksAndBands(caller));
  }

  /**
   * One unit's figures, compared with none; empty where the version has none of it, or they are
   * another's draft.
   *
   * @param group in which it is looked at; empty for the one that it is in
   */
  public Optional<RowInGroup> row(Caller caller, Assessment version, String group, String unit) {
    if (!seesWhole(caller, version) && !rights.own(caller).contains(unit)) {
      return Optional.empty();
    }
    Policy policy = policyOf(version);
    return store
        .of(version.id(), group, unit)
        .map(
            found -> {
              Weights weights = policy.weightsOf(found.group());
              Earlier none = Earlier.unknown(version.month(), weights);
              boolean ranks = seesRanks(caller, version, policy);
              return new RowInGroup(
                  found.group(),
                  new Scale(weights, policy.decimals(), ranks, none, none).view(found.row()));
            });
  }

  /** A unit's figures, and the group in which they stand. */
  public record RowInGroup(String group, RowView row) {}

  /** Whether the version has figures of such a group. */
  public boolean hasGroup(Assessment version, String group) {
    return group.equals(GroupTally.TRADE)
        || policyOf(version).groups().stream().anyMatch(one -> one.code().equals(group));
  }

  public Policy policyOf(Assessment version) {
    return policies.asItWas(version.policyId(), version.policyDigest()).policy();
  }

  /** Each unit as it was then, whichever group of its kind it was in. */
  private Earlier earlier(Assessment now, YearMonth month, String group, Policy usual) {
    Optional<Assessment> before = assessments.published(month);
    return before
        .flatMap(one -> store.group(one.id(), group))
        .map(
            result ->
                Earlier.of(
                    month,
                    store.unitCounts(before.get().id(), likeKind(policyOf(before.get()), group)),
                    result.pooled(),
                    policyOf(before.get()).weightsOf(group),
                    inheritances.between(before.get(), now)))
        .orElseGet(() -> Earlier.unknown(month, usual.weightsOf(group)));
  }

  /** The groups in which a unit has the same counts as in this one. */
  private static List<String> likeKind(Policy policy, String group) {
    return policy.groups().stream()
        .filter(one -> one.code().equals(group))
        .findFirst()
        .map(
            one ->
                policy.groups().stream()
                    .filter(other -> other.kind() == one.kind())
                    .map(Group::code)
                    .toList())
        .orElseGet(() -> List.of(group));
  }

  /** By what a group's rows are shown. */
  private record Scale(
      Weights weights, int decimals, boolean ranks, Earlier monthBefore, Earlier january) {

    RowView view(Row row) {
      Counts counts = row.counts();
      Rank rank = ranks ? row.rank() : null;
      return new RowView(
          row.unit(),
          row.name(),
          rank == null ? null : rank.rank(),
          rank == null ? null : rank.best(),
          rank == null ? null : rank.worst(),
          row.band(),
          score(row.score(), row.estimate()),
          RateView.of(weights.contactedRate(counts), counts.valid(), decimals),
          RateView.of(weights.settledRate(counts), counts.valid(), decimals),
          RateView.of(weights.satisfiedRate(counts), counts.valid(), decimals),
          counts,
          monthBefore.change(row.unit(), counts, weights, decimals),
          january.change(row.unit(), counts, weights, decimals));
    }

    RowView pooled(GroupResult result) {
      Counts counts = result.pooled();
      return new RowView(
          null,
          null,
          null,
          null,
          null,
          null,
          score(result.pooledScore(), weights.scoreEstimate(counts)),
          RateView.of(weights.contactedRate(counts), counts.valid(), decimals),
          RateView.of(weights.settledRate(counts), counts.valid(), decimals),
          RateView.of(weights.satisfiedRate(counts), counts.valid(), decimals),
          counts,
          monthBefore.change(counts, weights, decimals),
          january.change(counts, weights, decimals));
    }

    private RateView score(BigDecimal score, Estimate estimate) {
      return score == null ? null : RateView.of(score, estimate.interval(), decimals);
    }
  }
}
