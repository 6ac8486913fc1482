package city.whistle.workers.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.IntConsumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks at files, imports them, each whole or not at all, and writes them. */
@Component
public class Sheets {

  private static final long IMPORT_LOCK = 0x7768_6973_746c_6502L;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final SheetTable table;
  private final JdbcClient jdbc;

  Sheets(SheetTable table, JdbcClient jdbc) {
    this.table = table;
    this.jdbc = jdbc;
  }

  /** What the file would change now, or what is wrong with it; nothing is changed. */
  @Transactional(readOnly = true)
  public SheetResult look(SheetKind kind, byte[] file) {
    return new SheetPlan(kind, new SheetFile(file), table).result();
  }

  /**
   * Imports the file where nothing is wrong with it; rows that it doesn't have stay as they are.
   *
   * @param by who brings it; null for a file that comes with the program
   * @param done is told now and then how many rows are written
   */
  @Transactional
  public SheetResult importFile(SheetKind kind, byte[] file, String by, IntConsumer done) {
    // imports take turns: what one looked at, another doesn't change meanwhile
    jdbc.sql("select pg_advisory_xact_lock(?)").param(IMPORT_LOCK).query().singleRow();
    SheetPlan plan = new SheetPlan(kind, new SheetFile(file), table);
    table.write(kind, plan.written(), by, done);
    if (kind == SheetKind.SUCCESSIONS) {
      nameHeirs();
    }
    return plan.result();
  }

  /** The open cases of a unit that ended go to whoever took the most; to nobody of equals. */
  private void nameHeirs() {
    jdbc.sql(
            """
            update registry.unit u set successor_code = h.to_code
            from (select from_code, to_code, on_day,
                    rank() over (partition by from_code, on_day order by share desc) as place,
                    count(*) over (partition by from_code, on_day, share) as equals
                  from registry.unit_succession where kind <> 'partlyReplaced') h
            where h.place = 1 and h.equals = 1 and u.code = h.from_code and u.valid_to = h.on_day
              and u.successor_code is null\
            """)
        .update();
  }

  /** All rows, as a spreadsheet opens them; brought back as they are, they change nothing. */
  @Transactional(readOnly = true)
  public void export(SheetKind kind, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write(BYTE_ORDER_MARK);
    CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180);
    printer.printRecord(kind.columns.stream().map(SheetColumn::name));
    for (SheetRow row : table.rows(kind)) {
      printer.printRecord(
          kind.columns.stream().map(column -> SheetText.harmless(row.get(column.name()))));
    }
    printer.flush();
  }
}
