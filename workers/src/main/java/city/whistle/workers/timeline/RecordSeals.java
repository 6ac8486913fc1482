package city.whistle.workers.timeline;

import city.whistle.workers.resident.AccessLog;
import city.whistle.workers.resident.MasterKey;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Seals the rows of cases and whistles at the end of each transaction that touches them, as the
 * last thing it does. Before the first touch the former seal is looked at: who changed a row past
 * the program is not covered up by what the program does next.
 */
@Component
public class RecordSeals {

  private static final Logger LOG = LoggerFactory.getLogger(RecordSeals.class);

  private final RecordStore store;
  private final MasterKey key;

  RecordSeals(RecordStore store, MasterKey key) {
    this.store = store;
    this.key = key;
  }

  /**
   * Says that the case or whistle will be changed: to be called before each change of its row, its
   * photos or its timeline.
   *
   * @throws IllegalStateException outside of a transaction
   */
  public void touch(UUID subject) {
    pending().touched().computeIfAbsent(subject, this::first);
  }

  private Touched first(UUID subject) {
    boolean spoiled =
        store
            .before(subject)
            .filter(before -> !before.record().holds(before.head(), before.content(), key))
            .isPresent();
    if (spoiled) {
      LOG.error(
          "the row of {} isn't what was sealed; ./whistle verify-timeline says more", subject);
    }
    return new Touched(spoiled);
  }

  @EventListener
  void looked(AccessLog.LineAdded line) {
    touch(line.caseId());
    pending().touched().get(line.caseId()).look(AccessLog.digest(line.text(), key));
  }

  private PendingSeals pending() {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("what is sealed is changed in a transaction");
    }
    return TransactionSynchronizationManager.getSynchronizations().stream()
        .filter(PendingSeals.class::isInstance)
        .map(PendingSeals.class::cast)
        .findFirst()
        .orElseGet(this::register);
  }

  private PendingSeals register() {
    PendingSeals pending = new PendingSeals(store);
    TransactionSynchronizationManager.registerSynchronization(pending);
    return pending;
  }
}
