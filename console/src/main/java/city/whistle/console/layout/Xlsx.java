package city.whistle.console.layout;

import city.whistle.workers.sheet.SheetText;
import java.io.IOException;
import java.io.OutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A list as a workbook of one sheet, whose first line stays in sight. */
final class Xlsx implements Sheet {

  static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** As much as a cell takes. */
  private static final int CELL_MAX = 32_767;

  private static final int ROWS_IN_MEMORY = 100;
  private static final int WIDTH = 24;

  private final Workbook workbook;
  private final Worksheet sheet;
  private int rows;

  Xlsx(OutputStream out) {
    workbook = new Workbook(out, "Whistle", null);
    sheet = workbook.newWorksheet("1");
    sheet.freezePane(0, 1);
  }

  @Override
  public void row(String... cells) throws IOException {
    for (int column = 0; column < cells.length; column++) {
      if (rows == 0) {
        sheet.width(column, WIDTH);
      }
      sheet.inlineString(rows, column, text(cells[column]));
    }
    rows++;
    if (rows % ROWS_IN_MEMORY == 0) {
      sheet.flush();
    }
  }

  /** Without what XML can't hold. */
  private static String text(String cell) {
    String text =
        SheetText.harmless(cell).replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
    return text.length() > CELL_MAX ? text.substring(0, CELL_MAX) : text;
  }

  @Override
  public void close() throws IOException {
    workbook.finish();
  }
}
