package city.whistle.console.organisation;

import city.whistle.console.layout.Page;
import city.whistle.console.layout.StreetChoice;
import java.util.List;

/**
 * What sub-districts have to do with categories.
 *
 * @param words by which categories were looked for
 * @param street code of the sub-district that is meant; empty for none
 * @param streets to choose from
 */
public record DutiesPage(String words, String street, List<StreetChoice> streets, List<Row> rows)
    implements Page {

  /**
   * A category.
   *
   * @param above names of the two levels above it
   * @param duty last part of its message's key: {@code owns}, {@code helps}, {@code mayNot}, or
   *     {@code unlisted} where no list says anything
   * @param taker name of the unit that must take it; null where the list names none
   * @param list last part of the message's key: whose list says so, {@code street}, {@code
   *     district} or {@code city}; null where none does
   */
  public record Row(
      String code, String name, String above, String duty, String taker, String list) {}
}
