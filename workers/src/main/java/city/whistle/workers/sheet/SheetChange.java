package city.whistle.workers.sheet;

import java.util.Map;

/**
 * What a row of a file changes.
 *
 * @param line of the file
 * @param key what tells the row from others, by the columns' names
 * @param was the cells that become others, as they are; empty for a new row
 * @param becomes the same as they will be; all cells but the key of a new row
 */
public record SheetChange(
    int line, Map<String, String> key, Map<String, String> was, Map<String, String> becomes) {

  public boolean isNew() {
    return was.isEmpty();
  }
}
