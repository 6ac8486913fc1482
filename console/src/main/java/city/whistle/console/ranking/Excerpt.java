package city.whistle.console.ranking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which units of a group a page shows. A short group is shown whole. Of a long one a page has one's
 * own units, the first and the last, and its parts as lines that open; or one part, or whom
 * somebody looks for.
 *
 * @param wanted part of the names that are looked for; empty for none
 * @param own of the units for which the person acts, none where the group is shown whole
 * @param rows of the part, of whom was looked for, or of the whole group; else the first
 * @param last the last of a long group, none where a part is shown
 * @param more how many others have such a name
 * @param parts of a long group, in order; none where it is shown whole
 * @param size how many units there are
 */
public record Excerpt(
    String wanted,
    List<UnitRow> own,
    List<UnitRow> rows,
    List<UnitRow> last,
    int more,
    List<Part> parts,
    int size) {

  private static final int WHOLE = 30;
  private static final int ENDS = 10;
  private static final int PART = 50;

  /**
   * @param rows of all units, in order
   * @param opened codes of the units for which the person acts; null where he opens all
   * @param number of the part, from 1; any other for none
   */
  static Excerpt of(List<UnitRow> rows, List<String> opened, String wanted, int number) {
    List<Part> parts = parts(rows, number);
    List<UnitRow> own =
        opened == null || parts.isEmpty()
            ? List.of()
            : rows.stream().filter(row -> opened.contains(row.unit())).limit(PART).toList();
    if (!wanted.isEmpty()) {
      List<UnitRow> found = rows.stream().filter(row -> isNamed(row.name(), wanted)).toList();
      List<UnitRow> shown = found.subList(0, Math.min(PART, found.size()));
      return new Excerpt(
          wanted, own, shown, List.of(), found.size() - shown.size(), parts, rows.size());
    }
    if (parts.isEmpty()) {
      return new Excerpt("", own, rows, List.of(), 0, parts, rows.size());
    }
    if (parts.stream().anyMatch(Part::chosen)) {
      int from = (number - 1) * PART;
      List<UnitRow> part = rows.subList(from, Math.min(from + PART, rows.size()));
      return new Excerpt("", own, part, List.of(), 0, parts, rows.size());
    }
    return new Excerpt(
        "",
        own,
        rows.subList(0, ENDS),
        rows.subList(rows.size() - ENDS, rows.size()),
        0,
        parts,
        rows.size());
  }

  static boolean isNamed(String name, String wanted) {
    return name.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
  }

  private static List<Part> parts(List<UnitRow> rows, int chosen) {
    List<Part> parts = new ArrayList<>();
    for (int from = 0; from < rows.size() && rows.size() > WHOLE; from += PART) {
      int until = Math.min(from + PART, rows.size());
      List<BigDecimal> scores =
          rows.subList(from, until).stream()
              .filter(row -> row.score() != null)
              .map(row -> row.score().points())
              .toList();
      int number = parts.size() + 1;
      parts.add(
          new Part(
              number,
              from + 1,
              until,
              scores.isEmpty() ? null : scores.get(0),
              scores.isEmpty() ? null : scores.get(scores.size() - 1),
              number == chosen));
    }
    return parts;
  }

  /** Whether the first and the last are shown, apart. */
  public boolean ends() {
    return !last.isEmpty();
  }

  /**
   * A stretch of the list.
   *
   * @param from place of its first unit, from 1; {@code to} that of its last
   * @param highest of its scores; null where none of its units has one
   * @param lowest likewise
   */
  public record Part(
      int number, int from, int to, BigDecimal highest, BigDecimal lowest, boolean chosen) {}
}
