package city.whistle.console.ranking;

import city.whistle.console.layout.Downloads;
import city.whistle.workers.assessment.policy.Policy;
import city.whistle.workers.assessment.result.WhistleFigures.Blown;
import city.whistle.workers.assessment.result.WhistleFigures.Summoned;
import city.whistle.workers.assessment.view.TradeView;
import city.whistle.workers.assessment.view.VersionChanges;
import city.whistle.workers.assessment.view.WhistleView;
import city.whistle.workers.organisation.UnitHistory;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Makes the pages that lie beside a month's ranking: whistles, trades, versions. */
@Component
class BesidePages {

  private final UnitHistory units;

  BesidePages(UnitHistory units) {
    this.units = units;
  }

  /**
   * @param opened units whose numbers the person opens; null for all
   */
  WhistleFiguresPage whistles(WhistleView view, List<String> opened) {
    TreeSet<String> codes = new TreeSet<>();
    view.blown().forEach(one -> codes.add(one.unit()));
    view.summoned().forEach(one -> codes.add(one.unit()));
    Map<String, String> names = units.names(codes);
    return new WhistleFiguresPage(
        Version.of(view.version()),
        view.blown().stream()
            .map(one -> blown(one, names, path(view, opened, one.unit())))
            .toList(),
        view.summoned().stream()
            .map(one -> summoned(one, names, path(view, opened, one.unit())))
            .toList(),
        Downloads.of(
            "/ranking/%s/whistles?version=%d"
                .formatted(view.version().month(), view.version().version())));
  }

  private static String path(WhistleView view, List<String> opened, String unit) {
    return opened != null && !opened.contains(unit)
        ? null
        : "/ranking/%s/whistles/behind?version=%d&unit=%s&figure="
            .formatted(view.version().month(), view.version().version(), unit);
  }

  private static WhistleFiguresPage.Blown blown(Blown one, Map<String, String> names, String path) {
    return new WhistleFiguresPage.Blown(
        one.unit(),
        names.getOrDefault(one.unit(), one.unit()),
        one.blown(),
        one.kinds().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(kind -> new WhistleFiguresPage.Kind(kind.getKey(), kind.getValue()))
            .toList(),
        one.judged(),
        one.justified(),
        one.perThousand(),
        one.use(),
        path);
  }

  private static WhistleFiguresPage.Summoned summoned(
      Summoned one, Map<String, String> names, String path) {
    return new WhistleFiguresPage.Summoned(
        one.unit(),
        names.getOrDefault(one.unit(), one.unit()),
        one.summoned(),
        one.arrived(),
        one.inTime(),
        one.absent(),
        one.notCome(),
        one.leaders(),
        one.heads(),
        one.staff(),
        one.done(),
        one.judged(),
        one.stayed(),
        path);
  }

  TradePage trade(TradeView view) {
    TreeSet<String> codes = new TreeSet<>(List.of(view.trade()));
    view.parts().forEach(part -> codes.add(part.unit()));
    Map<String, String> names = units.names(codes);
    return new TradePage(
        Version.of(view.version()),
        names.getOrDefault(view.trade(), view.trade()),
        view.parts().stream()
            .map(
                part ->
                    new TradePage.Part(
                        part.unit(),
                        names.getOrDefault(part.unit(), part.unit()),
                        Points.of(part.contacted()),
                        Points.of(part.settled()),
                        Points.of(part.satisfied()),
                        UnitRow.Numbers.of(part.counts())))
            .toList(),
        Downloads.of(
            "/ranking/%s/trades/%s?version=%d"
                .formatted(view.version().month(), view.trade(), view.version().version())));
  }

  VersionsPage versions(String month, List<VersionChanges> versions, Policy policy) {
    TreeSet<String> codes = new TreeSet<>();
    versions.forEach(version -> version.changes().forEach(change -> codes.add(change.unit())));
    Map<String, String> names = units.names(codes);
    return new VersionsPage(
        month,
        versions.stream()
            .map(
                one ->
                    new VersionsPage.Made(
                        Version.of(one.version()),
                        one.changes().stream()
                            .map(change -> change(change, policy, names))
                            .toList()))
            .toList(),
        Downloads.of("/ranking/%s/versions".formatted(month)));
  }

  private static VersionsPage.Change change(
      VersionChanges.Change change, Policy policy, Map<String, String> names) {
    return new VersionsPage.Change(
        RankingPages.groups(policy, "").stream()
            .filter(group -> group.code().equals(change.group()))
            .findFirst()
            .orElseGet(
                () -> new RankingPage.Group(change.group(), change.group(), change.group(), false)),
        names.getOrDefault(change.unit(), change.unit()),
        change.before().valid(),
        change.after().valid(),
        change.scoreBefore(),
        change.scoreAfter(),
        change.rankBefore(),
        change.rankAfter());
  }
}
