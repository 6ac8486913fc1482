package city.whistle.console.layout;

import java.util.List;

/**
 * What stands around a page.
 *
 * @param path of the request, where the page is come back to after a change of language
 * @param person null where nobody is signed in
 * @param notice said once; null for none
 */
public record Shell(
    String path, Who person, List<MenuItem> navigation, Csrf csrf, Assets assets, Message notice) {

  /**
   * Who is signed in.
   *
   * @param id of the account
   * @param units names of his units, parted; empty where he has none
   * @param standsInFor names of those for whom he stands in today, parted; empty for nobody
   */
  public record Who(String id, String name, String units, String standsInFor, boolean seesCases) {}

  /** What each form of a page sends along. */
  public record Csrf(String parameter, String header, String token) {}
}
