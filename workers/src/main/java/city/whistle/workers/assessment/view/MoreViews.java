package city.whistle.workers.assessment.view;

import city.whistle.workers.access.AssessmentRights;
import city.whistle.workers.access.Caller;
import city.whistle.workers.assessment.figure.Counts;
import city.whistle.workers.assessment.figure.Weights;
import city.whistle.workers.assessment.policy.Policy;
import city.whistle.workers.assessment.result.Assessment;
import city.whistle.workers.assessment.result.GroupResult;
import city.whistle.workers.assessment.result.GroupTally;
import city.whistle.workers.assessment.result.ResultStore;
import city.whistle.workers.assessment.result.Row;
import city.whistle.workers.assessment.view.TradeView.Part;
import city.whistle.workers.assessment.view.VersionChanges.Change;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** What is shown of a month beside its rankings. */
@Component
public class MoreViews {

  private final AssessmentViews views;
  private final ResultStore store;
  private final AssessmentRights rights;

  MoreViews(AssessmentViews views, ResultStore store, AssessmentRights rights) {
    this.views = views;
    this.store = store;
    this.rights = rights;
  }

  /** A trade's figures by who had the cases; empty where no department has such a trade. */
  public Optional<TradeView> trade(Caller caller, Assessment version, String department) {
    Policy policy = views.policyOf(version);
    if (policy.trades().stream().noneMatch(trade -> trade.unit().equals(department))) {
      return Optional.empty();
    }
    Predicate<String> seen = seen(caller, version);
    Map<String, Counts> parts =
        store.byUnit(
            version.id(),
            GroupTally.ofTrade(department, store.categories(version.id()), policy.trades()));
    Weights weights = policy.weightsOf(GroupTally.TRADE);
    return Optional.of(
        new TradeView(
            VersionView.of(version),
            department,
            parts.entrySet().stream()
                .filter(part -> seen.test(part.getKey()) || seen.test(department))
                .map(part -> part(part.getKey(), part.getValue(), weights, policy.decimals()))
                .toList()));
  }

  private static Part part(String unit, Counts counts, Weights weights, int decimals) {
    return new Part(
        unit,
        RateView.of(weights.contactedRate(counts), counts.valid(), decimals),
        RateView.of(weights.settledRate(counts), counts.valid(), decimals),
        RateView.of(weights.satisfiedRate(counts), counts.valid(), decimals),
        counts);
  }

  public WhistleView whistles(Caller caller, Assessment version) {
    Predicate<String> seen = seen(caller, version);
    return new WhistleView(
        VersionView.of(version),
        store.blown(version.id()).stream().filter(one -> seen.test(one.unit())).toList(),
        store.summoned(version.id()).stream().filter(one -> seen.test(one.unit())).toList());
  }

  /** Before they are published, a unit's system sees its own figures alone. */
  private Predicate<String> seen(Caller caller, Assessment version) {
    if (version.isPublic() || rights.seesDrafts(caller)) {
      return unit -> true;
    }
    return rights.own(caller)::contains;
  }

  /** All versions that the caller may see, the latest first, each with what it changed. */
  public List<VersionChanges> versions(Caller caller, YearMonth month) {
    List<Assessment> versions = views.versions(caller, month);
    List<VersionChanges> changes = new ArrayList<>();
    for (int i = 0; i < versions.size(); i++) {
      Assessment version = versions.get(i);
      changes.add(
          new VersionChanges(
              VersionView.of(version),
              i + 1 < versions.size() ? between(versions.get(i + 1), version) : List.of()));
    }
    return changes;
  }

  private List<Change> between(Assessment before, Assessment after) {
    Map<String, GroupResult> was = store.groups(before.id());
    List<Change> changes = new ArrayList<>();
    new TreeMap<>(store.groups(after.id()))
        .forEach(
            (group, now) -> {
              Map<String, Row> rows = new HashMap<>();
              if (was.containsKey(group)) {
                was.get(group).rows().forEach(row -> rows.put(row.unit(), row));
              }
              now.rows().stream()
                  .filter(row -> rows.containsKey(row.unit()))
                  .filter(row -> !rows.get(row.unit()).counts().equals(row.counts()))
                  .forEach(row -> changes.add(change(group, rows.get(row.unit()), row)));
            });
    return changes;
  }

  private static Change change(String group, Row before, Row after) {
    return new Change(
        group,
        after.unit(),
        before.counts(),
        after.counts(),
        before.score(),
        after.score(),
        before.rank() == null ? null : before.rank().rank(),
        after.rank() == null ? null : after.rank().rank());
  }
}
