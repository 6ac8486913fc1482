package city.whistle.benchmarks.pages;

/**
 * How much there is and who comes.
 *
 * @param open cases
 * @param closed cases, over the year before
 * @param people who open pages at once
 * @param seconds for which they do
 */
public record PagesSize(int open, int closed, int people, int seconds) {

  /** As a city of Beijing's size has it, see docs/engine/performance.md. */
  public static final PagesSize CITY = new PagesSize(430_000, 10_000_000, 20, 120);
}
