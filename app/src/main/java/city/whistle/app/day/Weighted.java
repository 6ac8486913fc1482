package city.whistle.app.day;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Things of which each is drawn as often as its weight says. */
final class Weighted<T> {

  private final List<T> all;
  private final double[] upTo;

  Weighted(List<T> all, ToDoubleFunction<T> weight) {
    this.all = List.copyOf(all);
    this.upTo = new double[all.size()];
    double sum = 0;
    for (int i = 0; i < upTo.length; i++) {
      sum += weight.applyAsDouble(all.get(i));
      upTo[i] = sum;
    }
  }

  /**
   * @param chance from 0 to below 1
   */
  T at(double chance) {
    int found = Arrays.binarySearch(upTo, chance * upTo[upTo.length - 1]);
    return all.get(Math.min(found < 0 ? -found - 1 : found + 1, upTo.length - 1));
  }

  List<T> all() {
    return all;
  }
}
