package city.whistle.workers.sheet;

import java.util.List;

/**
 * What a file would change or changed, or what is wrong with it.
 *
 * @param rows how many it has
 * @param wrong how many mistakes there are
 * @param mistakes the first of them
 * @param added how many rows are new, as {@code changed} and {@code same}; 0 where anything is
 *     wrong
 * @param changes the first of those that are new or changed
 */
public record SheetResult(
    int rows,
    int wrong,
    List<Mistake> mistakes,
    int added,
    int changed,
    int same,
    List<SheetChange> changes) {

  static final int CHANGES_MAX = 200;

  public boolean isRight() {
    return wrong == 0;
  }
}
