package city.whistle.console.ranking;

import city.whistle.console.layout.Sheet;
import city.whistle.console.layout.Texts;
import java.io.IOException;
import java.math.BigDecimal;

/** Lines of the files of a trade and of a month's versions. Each says of which version it is. */
final class BesideSheet {

  private BesideSheet() {}

  static void write(Sheet sheet, Texts t, TradePage page) throws IOException {
    sheet.row(
        t.say("ranking.month"),
        t.say("ranking.version"),
        t.say("ranking.state"),
        t.say("ranking.policy"),
        t.say("ranking.trade"),
        t.say("ranking.code"),
        t.say("case.owner"),
        t.say("ranking.contacted"),
        t.say("ranking.settled"),
        t.say("ranking.satisfied"),
        t.say("ranking.figure.valid"),
        t.say("ranking.figure.settledAtFirst"),
        t.say("ranking.figure.dispatched"),
        t.say("ranking.figure.unanswered"),
        t.say("ranking.figure.excluded"));
    Version version = page.version();
    for (TradePage.Part part : page.parts()) {
      UnitRow.Numbers numbers = part.numbers();
      sheet.row(
          version.month(),
          Integer.toString(version.version()),
          t.say("ranking.state." + version.state()),
          version.policy(),
          page.name(),
          part.unit(),
          part.name(),
          Points.plain(part.contacted()),
          Points.plain(part.settled()),
          Points.plain(part.satisfied()),
          Long.toString(numbers.valid()),
          Long.toString(numbers.settledAtFirst()),
          Long.toString(numbers.dispatched()),
          Long.toString(numbers.unanswered()),
          Long.toString(numbers.excluded()));
    }
  }

  /** A line for each change; a version that changed nothing has one without a unit. */
  static void write(Sheet sheet, Texts t, VersionsPage page) throws IOException {
    sheet.row(
        t.say("ranking.month"),
        t.say("ranking.version"),
        t.say("ranking.state"),
        t.say("ranking.computedAt"),
        t.say("ranking.reason"),
        t.say("ranking.group"),
        t.say("person.unit"),
        t.say("ranking.n.before"),
        t.say("ranking.n.after"),
        t.say("ranking.score.before"),
        t.say("ranking.score.after"),
        t.say("ranking.rank.before"),
        t.say("ranking.rank.after"));
    for (VersionsPage.Made made : page.versions()) {
      if (made.changes().isEmpty()) {
        sheet.row(head(t, made.version(), 5));
      }
      for (VersionsPage.Change change : made.changes()) {
        write(sheet, t, made.version(), change);
      }
    }
  }

  private static void write(Sheet sheet, Texts t, Version version, VersionsPage.Change change)
      throws IOException {
    String[] cells = head(t, version, 13);
    cells[5] =
        change.group().name() == null
            ? t.say("ranking.trades")
            : change.group().name(t.isChinese());
    cells[6] = change.name();
    cells[7] = Long.toString(change.validBefore());
    cells[8] = Long.toString(change.validAfter());
    cells[9] = text(change.scoreBefore());
    cells[10] = text(change.scoreAfter());
    cells[11] = RankingSheet.text(change.rankBefore());
    cells[12] = RankingSheet.text(change.rankAfter());
    sheet.row(cells);
  }

  private static String[] head(Texts t, Version version, int columns) {
    String[] cells = new String[columns];
    cells[0] = version.month();
    cells[1] = Integer.toString(version.version());
    cells[2] = t.say("ranking.state." + version.state());
    cells[3] = Sheet.time(version.computedAt());
    cells[4] = t.named("ranking.reason." + version.reason(), version.reason());
    return cells;
  }

  private static String text(BigDecimal value) {
    return value == null ? null : value.toPlainString();
  }
}
