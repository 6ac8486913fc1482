package city.whistle.console.layout;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list that was asked for one row more than it shows.
 *
 * @param shown at most a page
 * @param more whether there are rows after them
 */
public record Cut<T>(List<T> shown, boolean more) {

  /** How many rows to ask for. */
  public static int wanted(int page) {
    return page + 1;
  }

  public static <T> Cut<T> of(List<T> found, int page) {
    return new Cut<>(found.subList(0, Math.min(page, found.size())), found.size() > page);
  }

  /** The path of the next page, made of the last row; null on the last page. */
  public String next(Function<T, String> path) {
    return more ? path.apply(shown.get(shown.size() - 1)) : null;
  }
}
