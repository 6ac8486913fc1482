package city.whistle.workers.sheet;

import java.util.regex.Pattern;

/** Cells that no spreadsheet takes for a formula (OWASP, CSV injection), and back. */
public final class SheetText {

  /**
   * Also in the wide forms that Chinese keyboards write, behind blanks, signs that nobody sees, and
   * apostrophes.
   */
  private static final Pattern FORMULA =
      Pattern.compile("(?s)'*+(?:[\\s\\h\\p{Cc}\\p{Cf}]*[=+\\-@＝＋－＠|%].*|[\\t\\r\\n].*)");

  private SheetText() {}

  /** As text, with an apostrophe before what would be a formula; empty for null. */
  public static String harmless(String cell) {
    if (cell == null) {
      return "";
    }
    return FORMULA.matcher(cell).matches() ? "'" + cell : cell;
  }

  /** What {@link #harmless} made it of. */
  static String meant(String cell) {
    return cell.startsWith("'") && FORMULA.matcher(cell.substring(1)).matches()
        ? cell.substring(1)
        : cell;
  }
}
