package city.whistle.console.layout;

import java.io.IOException;
import java.util.List;

/**
 * What a controller returns for a list that is taken away: CSV, or XLSX where the path that was
 * asked for ends so. What can be refused, the controller refuses before it returns one.
 *
 * @param name of the file, without its ending
 */
public record ListFile(String name, Lines lines) implements Answer {

  /** What is written into the file, in the person's language. */
  @FunctionalInterface
  public interface Lines {
    void write(Sheet sheet, Texts t) throws IOException;
  }

  /** What is written for one row of the list: a line, several, or none. */
  @FunctionalInterface
  public interface Row<T> {
    void write(Sheet sheet, Texts t, T row) throws IOException;
  }

  /**
   * A list with one head.
   *
   * @param head keys of the columns' names
   * @param partsMax how many parts are read at most
   */
  public static <T> ListFile of(
      String name, List<String> head, ListPart<T> first, int partsMax, Row<T> row) {
    return new ListFile(
        name,
        (sheet, t) -> {
          sheet.row(head.stream().map(t::say).toArray(String[]::new));
          first.write(sheet, t, partsMax, row);
        });
  }

  /** The same with some lines after its own. */
  public ListFile then(Lines more) {
    return new ListFile(
        name,
        (sheet, t) -> {
          lines.write(sheet, t);
          more.write(sheet, t);
        });
  }
}
