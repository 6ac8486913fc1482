package city.whistle.console.ranking;

import city.whistle.console.layout.Downloads;
import city.whistle.console.layout.Page;
import java.math.BigDecimal;
import java.util.List;

/** A month's versions, the latest first, each with what it changed of the one before. */
public record VersionsPage(String month, List<Made> versions, Downloads downloads) implements Page {

  /** A version. */
  public record Made(Version version, List<Change> changes) {}

  /**
   * A row that was counted otherwise; null where there is no score or rank.
   *
   * @param group with its names
   */
  public record Change(
      RankingPage.Group group,
      String name,
      long validBefore,
      long validAfter,
      BigDecimal scoreBefore,
      BigDecimal scoreAfter,
      Integer rankBefore,
      Integer rankAfter) {}
}
