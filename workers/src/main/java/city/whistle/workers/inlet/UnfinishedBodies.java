package city.whistle.workers.inlet;

import java.util.HashMap;
import java.util.Map;

/** Counts the bodies that threads wait for; few at once, and fewer from one address. */
final class UnfinishedBodies {

  private final int most;
  private final int mostOfAnAddress;
  private final Map<String, Integer> waiting = new HashMap<>();
  private int all;

  UnfinishedBodies(int most, int mostOfAnAddress) {
    this.most = most;
    this.mostOfAnAddress = mostOfAnAddress;
  }

  /** Whether one more may be waited for; then {@link #end} must follow. */
  synchronized boolean begin(String address) {
    if (all >= most || waiting.getOrDefault(address, 0) >= mostOfAnAddress) {
      return false;
    }
    all++;
    waiting.merge(address, 1, Integer::sum);
    return true;
  }

  synchronized void end(String address) {
    all--;
    waiting.computeIfPresent(address, (a, count) -> count == 1 ? null : count - 1);
  }
}
