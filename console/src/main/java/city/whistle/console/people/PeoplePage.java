package city.whistle.console.people;

import city.whistle.console.layout.Page;
import java.util.List;

/**
 * The people, page by page.
 *
 * @param word looked for in names; empty for all
 * @param next path of the next page; null on the last
 */
public record PeoplePage(List<Row> people, String word, String next) implements Page {

  /**
   * One of them.
   *
   * @param state {@code ready}, {@code invited} or {@code disabled}
   */
  public record Row(String id, String name, String state, List<RoleText> roles) {}

  /**
   * A role that holds today.
   *
   * @param unit name of its unit; null for none
   */
  public record RoleText(String role, String unit) {}
}
