package city.whistle.console.ranking;

import city.whistle.console.layout.Sheet;
import city.whistle.console.layout.Texts;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Lines of the files of a month's figures. Each says of which version it is. */
final class RankingSheet {

  static final List<String> CASES_HEAD =
      List.of(
          "cases.number",
          "cases.about",
          "case.owner",
          "ranking.at",
          "ranking.contacted",
          "ranking.settled",
          "ranking.satisfied",
          "ranking.leftOut");

  private RankingSheet() {}

  static void write(Sheet sheet, Texts t, RankingPage page) throws IOException {
    sheet.row(
        t.say("ranking.month"),
        t.say("ranking.version"),
        t.say("ranking.state"),
        t.say("ranking.policy"),
        t.say("ranking.rank"),
        t.say("ranking.rank.range"),
        t.say("ranking.code"),
        t.say("person.unit"),
        t.say("ranking.score"),
        t.say("ranking.interval"),
        t.say("ranking.band"),
        t.say("ranking.contacted"),
        t.say("ranking.settled"),
        t.say("ranking.satisfied"),
        t.say("ranking.figure.valid"),
        t.say("ranking.figure.settledAtFirst"),
        t.say("ranking.figure.dispatched"),
        t.say("ranking.figure.unanswered"),
        t.say("ranking.figure.excluded"),
        t.say("ranking.sinceMonthBefore"),
        t.say("ranking.significant"),
        t.say("ranking.sinceYearBegan"),
        t.say("ranking.significant"));
    for (UnitRow row : page.rows()) {
      write(sheet, t, page.version(), row);
    }
  }

  private static void write(Sheet sheet, Texts t, Version version, UnitRow row) throws IOException {
    UnitRow.Numbers numbers = row.numbers();
    sheet.row(
        version.month(),
        Integer.toString(version.version()),
        t.say("ranking.state." + version.state()),
        version.policy(),
        text(row.rank()),
        row.best() == null ? null : row.best() + " - " + row.worst(),
        row.unit(),
        row.name(),
        Points.plain(row.score()),
        row.score() == null ? null : row.score().low() + " - " + row.score().high(),
        row.band(),
        Points.plain(row.contacted()),
        Points.plain(row.settled()),
        Points.plain(row.satisfied()),
        Long.toString(numbers.valid()),
        Long.toString(numbers.settledAtFirst()),
        Long.toString(numbers.dispatched()),
        Long.toString(numbers.unanswered()),
        Long.toString(numbers.excluded()),
        change(row.sinceMonthBefore()),
        significant(t, row.sinceMonthBefore()),
        change(row.sinceYearBegan()),
        significant(t, row.sinceYearBegan()));
  }

  /** Both sides of the whistles, one after the other. */
  static void write(Sheet sheet, Texts t, WhistleFiguresPage page) throws IOException {
    blown(sheet, t, page);
    summoned(sheet, t, page);
  }

  private static void blown(Sheet sheet, Texts t, WhistleFiguresPage page) throws IOException {
    sheet.row(
        t.say("ranking.code"),
        t.say("ranking.whistles.blower"),
        t.say("ranking.whistles.blown"),
        t.say("ranking.whistles.kinds"),
        t.say("ranking.whistles.judged"),
        t.say("ranking.whistles.justified"),
        t.say("ranking.whistles.perThousand"),
        t.say("ranking.whistles.use"));
    for (WhistleFiguresPage.Blown one : page.blown()) {
      sheet.row(
          one.unit(),
          one.name(),
          Long.toString(one.blown()),
          one.kinds().stream()
              .map(kind -> t.say("blow.kind." + kind.kind()) + " " + kind.count())
              .collect(Collectors.joining(", ")),
          Long.toString(one.judged()),
          Long.toString(one.justified()),
          text(one.perThousand()),
          one.use() == null ? null : t.say("ranking.whistles.use." + one.use()));
    }
  }

  private static void summoned(Sheet sheet, Texts t, WhistleFiguresPage page) throws IOException {
    sheet.row(
        t.say("ranking.code"),
        t.say("ranking.whistles.summonedUnit"),
        t.say("ranking.whistles.summoned"),
        t.say("ranking.whistles.arrived"),
        t.say("ranking.whistles.inTime"),
        t.say("ranking.whistles.absent"),
        t.say("ranking.whistles.notCome"),
        t.say("ranking.whistles.leaders"),
        t.say("ranking.whistles.heads"),
        t.say("ranking.whistles.staff"),
        t.say("ranking.whistles.done"),
        t.say("ranking.whistles.judged"),
        t.say("ranking.whistles.stayed"));
    for (WhistleFiguresPage.Summoned one : page.summoned()) {
      sheet.row(
          one.unit(),
          one.name(),
          Long.toString(one.summoned()),
          Long.toString(one.arrived()),
          Long.toString(one.inTime()),
          Long.toString(one.absent()),
          Long.toString(one.notCome()),
          Long.toString(one.leaders()),
          Long.toString(one.heads()),
          Long.toString(one.staff()),
          Long.toString(one.done()),
          Long.toString(one.judged()),
          Long.toString(one.stayed()));
    }
  }

  static void write(Sheet sheet, Texts t, NumberCasesPage.Row row) throws IOException {
    sheet.row(
        row.number(),
        row.title(),
        row.owner(),
        Sheet.time(row.at()),
        row.contacted() == null ? null : t.say("ranking.answer." + row.contacted()),
        row.settled() == null ? null : t.say("ranking.settled." + row.settled()),
        row.satisfied() == null ? null : t.say("ranking.satisfied." + row.satisfied()),
        row.leftOut() == null ? null : t.named("ranking.leftOut." + row.leftOut(), row.leftOut()));
  }

  /** What the list of a number's cases leaves out, where it does. */
  static void withheld(Sheet sheet, Texts t, int cases) throws IOException {
    if (cases > 0) {
      sheet.row(t.say("ranking.withheld", cases));
    }
  }

  /** An empty cell for null. */
  static String text(Object value) {
    return value == null ? null : value.toString();
  }

  private static String change(UnitRow.Change change) {
    return change == null ? null : change.score().toPlainString();
  }

  private static String significant(Texts t, UnitRow.Change change) {
    return change == null ? null : t.say("ranking.answer." + change.significant());
  }
}
