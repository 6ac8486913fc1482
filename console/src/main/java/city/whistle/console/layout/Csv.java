package city.whistle.console.layout;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A list as a file for spreadsheets: UTF-8 with a byte order mark, and nothing in it that a
 * spreadsheet would compute.
 */
final class Csv implements Sheet {

  static final String TYPE = "text/csv;charset=UTF-8";

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /**
   * What spreadsheets take for a formula (OWASP, CSV injection), also in the wide forms that
   * Chinese keyboards write, and behind blanks.
   */
  private static final Pattern FORMULA =
      Pattern.compile("(?s)[\\s\\h\\p{Cc}]*[=+\\-@＝＋－＠|%].*|[\\t\\r\\n].*");

  private final CSVPrinter printer;

  Csv(OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write(BYTE_ORDER_MARK);
    this.printer = new CSVPrinter(writer, CSVFormat.EXCEL);
  }

  @Override
  public void row(String... cells) throws IOException {
    printer.printRecord(Stream.of(cells).map(Csv::harmless));
  }

  /** As text, with an apostrophe before what would be a formula. */
  static String harmless(String cell) {
    if (cell == null) {
      return "";
    }
    return FORMULA.matcher(cell).matches() ? "'" + cell : cell;
  }

  @Override
  public void close() throws IOException {
    printer.close(true);
  }
}
