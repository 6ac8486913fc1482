package city.whistle.console.ranking;

import city.whistle.console.layout.Downloads;
import city.whistle.console.layout.Page;
import city.whistle.workers.assessment.count.Figure;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;

/**
 * A group's figures of a month.
 *
 * @param months that can be chosen, the latest first
 * @param groups that can be chosen
 * @param weights contacted, settled, satisfied, in hundredths
 * @param appealUntil until when units may appeal; null before it is published
 * @param pooled all units' cases together; null in a unit's own draft, as are the two that follow
 * @param meanOfScores each unit counting alike
 * @param moreThanChance whether the units' scores differ by more than chance explains
 * @param rows of all units
 * @param excerpt those of them that the page shows
 * @param lists all four, or none in a unit's own draft
 * @param path of the month's pages
 */
public record RankingPage(
    Version version,
    List<String> months,
    List<Group> groups,
    String weights,
    OffsetDateTime appealUntil,
    UnitRow pooled,
    BigDecimal meanOfScores,
    Boolean moreThanChance,
    List<UnitRow> rows,
    Excerpt excerpt,
    List<Listed> lists,
    List<Band> bands,
    String path,
    Downloads downloads)
    implements Page {

  /** What the page defines. */
  public static List<String> figures() {
    return Arrays.stream(Figure.values()).map(Figure::wireName).toList();
  }

  /** Whether ranks are shown. */
  public boolean ranked() {
    return rows.stream().anyMatch(row -> row.rank() != null);
  }

  /** Units that had a case to count in the month, or in one that it is compared with. */
  static List<UnitRow> counted(List<UnitRow> rows) {
    return rows.stream().filter(RankingPage::hasAny).toList();
  }

  /** Code of the chosen group; empty where none is. */
  public String group() {
    return groups.stream().filter(Group::chosen).map(Group::code).findFirst().orElse("");
  }

  /** Names of the others: a line of dashes for each would hide those that have figures. */
  public List<String> withoutCases() {
    return rows.stream()
        .filter(row -> !hasAny(row))
        .map(UnitRow::name)
        .filter(name -> Excerpt.isNamed(name, excerpt.wanted()))
        .toList();
  }

  private static boolean hasAny(UnitRow row) {
    return row.numbers().isAny() || row.sinceMonthBefore() != null || row.sinceYearBegan() != null;
  }

  /** A group to choose; the trades have no name of their own. */
  public record Group(String code, String name, String nameEn, boolean chosen) {

    public String name(boolean chinese) {
      return chinese ? name : nameEn;
    }
  }

  /** A band of scores, from the least one in it. */
  public record Band(String name, BigDecimal from) {}

  /** One of the four lists: who stands on it, and for which categories. */
  public record Listed(String list, List<String> units) {}
}
