package city.whistle.workers.sheet;

import java.util.Optional;
import java.util.TreeSet;

/** Reads single cells. */
final class Cells {

  private final Mistakes mistakes;

  Cells(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  /** In the column's one form; empty where there is nothing or a mistake. */
  String read(int line, SheetColumn column, String cell) {
    String meant = SheetText.meant(cell.strip());
    if (meant.isEmpty()) {
      if (column.required()) {
        mistakes.add(line, column.name(), MistakeKind.REQUIRED, "");
      }
      return "";
    }
    if (!column.choices().isEmpty()) {
      return chosen(line, column, meant);
    }
    if (column.name().equals("days") && !meant.matches("1?2?3?4?5?6?7?")) {
      mistakes.add(line, column.name(), MistakeKind.NO_DAYS, "");
      return "";
    }
    Optional<String> read = column.type().read(meant);
    if (read.isEmpty()) {
      mistakes.add(line, column.name(), wanted(column.type()), "");
    }
    return read.orElse("");
  }

  private String chosen(int line, SheetColumn column, String cell) {
    if (!column.choices().contains(cell)) {
      String all = String.join(", ", new TreeSet<>(column.choices()));
      mistakes.add(line, column.name(), MistakeKind.NO_CHOICE, all);
    }
    return cell;
  }

  private static MistakeKind wanted(ColumnType type) {
    return switch (type) {
      case TEXT -> MistakeKind.NO_SHORT_TEXT;
      case CODE, CATEGORY -> MistakeKind.NO_CODE;
      case DAY -> MistakeKind.NO_DAY;
      case TIME -> MistakeKind.NO_TIME;
      case NUMBER -> MistakeKind.NO_NUMBER;
      case SHARE -> MistakeKind.NO_SHARE;
    };
  }
}
