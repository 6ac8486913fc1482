package city.whistle.workers.timeline;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;

/**
 * What a transaction touched; sealed before it commits, in an order in which none waits for
 * another.
 */
final class PendingSeals implements TransactionSynchronization {

  private final SortedMap<UUID, Touched> touched = new TreeMap<>();
  private final RecordStore store;

  PendingSeals(RecordStore store) {
    this.store = store;
  }

  SortedMap<UUID, Touched> touched() {
    return touched;
  }

  /** After all others, which may still write. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  @Override
  public void beforeCommit(boolean readOnly) {
    store.seal(touched);
  }
}
