package city.whistle.workers.sheet;

import city.whistle.workers.WhistleProperties;
import city.whistle.workers.background.BackgroundWork;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works on the files that wait. Each is held for the length of its transaction: where the program
 * stops, nothing is imported and the file waits again.
 */
@Component
public class SheetWork extends BackgroundWork {

  private static final Logger LOG = LoggerFactory.getLogger(SheetWork.class);

  private final SheetRuns runs;
  private final Sheets sheets;
  private final TransactionTemplate transaction;
  private final TransactionTemplate beside;

  SheetWork(
      SheetRuns runs,
      Sheets sheets,
      PlatformTransactionManager transactions,
      WhistleProperties properties) {
    super(properties.outboxInterval());
    this.runs = runs;
    this.sheets = sheets;
    this.transaction = new TransactionTemplate(transactions);
    this.beside = new TransactionTemplate(transactions);
    beside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @Override
  protected Map<String, Runnable> work() {
    return Map.of("whistle-sheets", this::workAll);
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
  void wake(SheetDesk.Brought brought) {
    wakeAll();
  }

  /** Works on all that wait, and returns when what is being worked on here is done, too. */
  public synchronized void workAll() {
    while (workOne()) {
      // until nothing waits
    }
  }

  private boolean workOne() {
    AtomicReference<UUID> at = new AtomicReference<>();
    try {
      return Boolean.TRUE.equals(
          transaction.execute(
              status -> {
                Optional<SheetRun> run = runs.take();
                run.ifPresent(
                    taken -> {
                      at.set(taken.id());
                      work(taken);
                    });
                return run.isPresent();
              }));
    } catch (RuntimeException e) {
      if (at.get() == null) {
        throw e;
      }
      LOG.warn("file {} could not be imported: {}", at.get(), e.getClass().getName());
      transaction.executeWithoutResult(status -> runs.ended(at.get(), SheetRun.FAILED, null));
      return true;
    }
  }

  private void work(SheetRun run) {
    byte[] file = runs.content(run.id());
    SheetResult looked = sheets.look(run.kind(), file);
    if (!looked.isRight()) {
      runs.ended(run.id(), SheetRun.WRONG, looked);
    } else if (run.apply()) {
      int total = looked.added() + looked.changed();
      SheetResult result =
          sheets.importFile(run.kind(), file, run.who(), done -> progress(run.id(), done, total));
      runs.ended(run.id(), result.isRight() ? SheetRun.IMPORTED : SheetRun.WRONG, result);
    } else {
      runs.ended(run.id(), SheetRun.CHECKED, looked);
    }
  }

  /** In a transaction of its own, so that others see it before the file is imported. */
  private void progress(UUID id, int done, int total) {
    beside.executeWithoutResult(status -> runs.progress(id, done, total));
  }
}
