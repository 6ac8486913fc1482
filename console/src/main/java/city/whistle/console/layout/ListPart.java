package city.whistle.console.layout;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A part of a list that is too long to be read at once.
 *
 * @param next reads the part after it; null on the last one
 */
public record ListPart<T>(List<T> rows, Supplier<ListPart<T>> next) {

  /**
   * @param after reads the part that follows a row
   */
  public static <T> ListPart<T> of(Cut<T> cut, Function<T, ListPart<T>> after) {
    List<T> rows = cut.shown();
    return new ListPart<>(rows, cut.more() ? () -> after.apply(rows.get(rows.size() - 1)) : null);
  }

  /** Writes this part and those after it. Where there are more than may be, the sheet says so. */
  void write(Sheet sheet, Texts t, int partsMax, ListFile.Row<T> row) throws IOException {
    int written = 0;
    ListPart<T> part = this;
    for (int parts = 1; ; parts++) {
      for (T one : part.rows) {
        row.write(sheet, t, one);
      }
      written += part.rows.size();
      if (part.next == null) {
        return;
      }
      if (parts == partsMax) {
        sheet.row(t.say("list.cutOff", written));
        return;
      }
      part = part.next.get();
    }
  }
}
