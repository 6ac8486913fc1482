package city.whistle.workers.assessment.result;

import city.whistle.workers.assessment.count.Cell;
import city.whistle.workers.assessment.figure.Counts;
import city.whistle.workers.assessment.figure.FourLists;
import city.whistle.workers.assessment.figure.ListRules;
import city.whistle.workers.assessment.figure.Ranking;
import city.whistle.workers.assessment.figure.Scored;
import city.whistle.workers.assessment.figure.Volumes;
import city.whistle.workers.assessment.figure.Weights;
import city.whistle.workers.assessment.policy.Group;
import city.whistle.workers.assessment.policy.Policy;
import city.whistle.workers.assessment.result.GroupResult.ListEntry;
import city.whistle.workers.unit.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes a month's results of its counts. */
public final class Results {

  private final Policy policy;
  private final List<Unit> units;
  private final List<Cell> cells;
  private final List<PastMonth> past;

  /**
   * @param units all that there were in the month
   * @param past the months before, the last one first, without a gap
   */
  public Results(Policy policy, List<Unit> units, List<Cell> cells, List<PastMonth> past) {
    this.policy = policy;
    this.units = units;
    this.cells = cells;
    this.past = past;
  }

  /** Every group of the policy, and the trades. */
  public List<GroupResult> groups() {
    List<GroupResult> groups = new ArrayList<>();
    for (Group group : policy.groups()) {
      groups.add(result(group.code(), GroupTally.of(group, units)));
    }
    groups.add(result(GroupTally.TRADE, GroupTally.ofTrades(policy.trades(), units)));
    return groups;
  }

  private GroupResult result(String group, GroupTally tally) {
    Weights weights = policy.weightsOf(group);
    Map<String, Counts> counts = tally.counts(cells);
    Ranking ranking =
        Ranking.of(
            tally.names().keySet().stream()
                .map(
                    unit ->
                        Scored.of(
                            unit,
                            counts.getOrDefault(unit, Counts.NONE),
                            weights,
                            policy.decimals()))
                .toList());
    List<Row> rows =
        ranking.inOrder().stream()
            .map(scored -> row(scored, tally.names().get(scored.unit()), ranking))
            .toList();
    Counts pooled = Counts.sum(rows.stream().map(Row::counts));
    return new GroupResult(
        group,
        rows,
        pooled,
        weights.score(pooled).points(policy.decimals()).orElse(null),
        mean(ranking),
        ranking.differsByMoreThanChance(),
        lists(group, tally, ranking));
  }

  private Row row(Scored scored, String name, Ranking ranking) {
    return new Row(
        scored.unit(),
        name,
        scored.counts(),
        scored.score(),
        scored.estimate(),
        ranking.rankOf(scored).orElse(null),
        scored.score() == null ? null : policy.bandOf(scored.score()));
  }

  private BigDecimal mean(Ranking ranking) {
    double mean = ranking.meanOfScores();
    return Double.isNaN(mean)
        ? null
        : BigDecimal.valueOf(mean).setScale(policy.decimals(), RoundingMode.HALF_UP);
  }

  private List<ListEntry> lists(String group, GroupTally tally, Ranking ranking) {
    ListRules rules = policy.lists();
    Map<String, Scored> before = new HashMap<>();
    pastOf(group)
        .limit(1)
        .forEach(month -> month.rows().forEach(row -> before.put(row.unit(), row.scored())));
    return Stream.of(
            entries("advanced", FourLists.advanced(ranking, rules)),
            entries("progress", FourLists.progress(ranking, before, rules)),
            entries("rectify", FourLists.rectify(ranking, rules)),
            governance(group, tally))
        .flatMap(List::stream)
        .toList();
  }

  private static List<ListEntry> entries(String list, List<String> units) {
    return units.stream().map(unit -> new ListEntry(list, unit, List.of())).toList();
  }

  private List<ListEntry> governance(String group, GroupTally tally) {
    int digits = policy.lists().governance().categoryDigits();
    List<Volumes> months =
        Stream.concat(Stream.of(cells), past.stream().map(PastMonth::cells))
            .limit(policy.lists().governance().monthsNeeded())
            .map(month -> tally.volumes(month, digits))
            .toList();
    Map<String, Set<String>> members =
        pastOf(group)
            .limit(1)
            .flatMap(month -> month.lists().stream())
            .filter(entry -> entry.list().equals("governance"))
            .collect(Collectors.toMap(ListEntry::unit, entry -> new TreeSet<>(entry.categories())));
    return FourLists.governance(months, members, policy.lists().governance()).entrySet().stream()
        .map(entry -> new ListEntry("governance", entry.getKey(), List.copyOf(entry.getValue())))
        .toList();
  }

  private Stream<GroupResult> pastOf(String group) {
    return past.stream().limit(1).map(month -> month.groups().get(group)).filter(g -> g != null);
  }
}
