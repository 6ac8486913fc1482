package city.whistle.console.layout;

import city.whistle.workers.sheet.SheetText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
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

  private final CSVPrinter printer;

  Csv(OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write(BYTE_ORDER_MARK);
    this.printer = new CSVPrinter(writer, CSVFormat.EXCEL);
  }

  @Override
  public void row(String... cells) throws IOException {
    printer.printRecord(Stream.of(cells).map(SheetText::harmless));
  }

  @Override
  public void close() throws IOException {
    printer.close(true);
  }
}
