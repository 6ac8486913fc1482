package city.whistle.workers.sheet;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the rows of a file, each cell by its column's type, and notes every mistake. */
final class SheetReader {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

  /** Between cells, by what spreadsheets write in one country or another. */
  private static final String DELIMITERS = ",;\t";

  private final SheetKind kind;
  private final Mistakes mistakes;
  private final Cells cells;

  SheetReader(SheetKind kind, Mistakes mistakes) {
    this.kind = kind;
    this.mistakes = mistakes;
    this.cells = new Cells(mistakes);
  }

  List<SheetRow> read(SheetFile file) {
    if (file.content().length > SheetFile.BYTES_MAX) {
      mistakes.add(0, "", MistakeKind.TOO_LARGE, SheetFile.BYTES_MAX / 1024 / 1024 + " MiB");
      return List.of();
    }
    Optional<String> text = file.text();
    if (text.isEmpty()) {
      mistakes.add(0, "", MistakeKind.NO_TEXT, "");
      return List.of();
    }
    return rows(text.get());
  }

  private List<SheetRow> rows(String text) {
    List<SheetRow> rows = new ArrayList<>();
    long line = 1;
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format(text))) {
      Iterator<CSVRecord> records = parser.iterator();
      List<SheetColumn> head = records.hasNext() ? head(records.next()) : List.of();
      line = parser.getCurrentLineNumber() + 1;
      while (!head.isEmpty() && records.hasNext()) {
        CSVRecord row = records.next();
        row(head, row, (int) line).ifPresent(rows::add);
        line = parser.getCurrentLineNumber() + 1;
        if (row.getRecordNumber() > SheetFile.ROWS_MAX) {
          mistakes.add(0, "", MistakeKind.TOO_LARGE, SheetFile.ROWS_MAX + " rows");
          return List.of();
        }
      }
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      mistakes.add((int) line, "", MistakeKind.NO_CSV, "a quotation mark is missing or too many");
    }
    if (rows.isEmpty() && mistakes.count() == 0) {
      mistakes.add(0, "", MistakeKind.EMPTY, "");
    }
    return rows;
  }

  /**
   * Names of columns hold none of the delimiters, so the one that the head has most of parts them.
   */
  private static CSVFormat format(String text) {
    String head = text.lines().findFirst().orElse("");
    int delimiter =
        DELIMITERS
            .chars()
            .boxed()
            .max(Comparator.comparingLong(one -> head.chars().filter(c -> c == one).count()))
            .orElseThrow();
    return FORMAT.builder().setDelimiter((char) delimiter).get();
  }

  /** The columns in the file's order; empty where they aren't the sheet's. */
  private List<SheetColumn> head(CSVRecord record) {
    Map<String, SheetColumn> known =
        kind.columns.stream().collect(Collectors.toMap(SheetColumn::name, c -> c));
    List<SheetColumn> head = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String cell : record) {
      String name = cell.strip();
      if (!seen.add(name)) {
        mistakes.add(1, cut(name), MistakeKind.COLUMN_TWICE, "");
      } else if (!known.containsKey(name)) {
        mistakes.add(1, cut(name), MistakeKind.UNKNOWN_COLUMN, names());
      } else {
        head.add(known.get(name));
      }
    }
    kind.columns.stream()
        .filter(column -> !seen.contains(column.name()))
        .forEach(column -> mistakes.add(1, column.name(), MistakeKind.NO_COLUMN, ""));
    return mistakes.count() == 0 ? head : List.of();
  }

  private Optional<SheetRow> row(List<SheetColumn> head, CSVRecord record, int line) {
    if (record.stream().allMatch(String::isBlank)) {
      return Optional.empty();
    }
    if (record.size() != head.size()) {
      mistakes.add(line, "", MistakeKind.CELLS, "");
      return Optional.empty();
    }
    int before = mistakes.count();
    Map<String, String> read = new HashMap<>();
    for (int i = 0; i < head.size(); i++) {
      read.put(head.get(i).name(), cells.read(line, head.get(i), record.get(i)));
    }
    return mistakes.count() == before ? Optional.of(new SheetRow(line, read)) : Optional.empty();
  }

  private String names() {
    return kind.columns.stream().map(SheetColumn::name).collect(Collectors.joining(", "));
  }

  private static String cut(String name) {
    return name.length() > 40 ? name.substring(0, 40) : name;
  }
}
