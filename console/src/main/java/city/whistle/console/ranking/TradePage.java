package city.whistle.console.ranking;

import city.whistle.console.layout.Downloads;
import city.whistle.console.layout.Page;
import java.util.List;

/**
 * A department's trade over all territory.
 *
 * @param name of the department
 */
public record TradePage(Version version, String name, List<Part> parts, Downloads downloads)
    implements Page {

  /** A unit's cases of the trade. */
  public record Part(
      String unit,
      String name,
      Points contacted,
      Points settled,
      Points satisfied,
      UnitRow.Numbers numbers) {}
}
