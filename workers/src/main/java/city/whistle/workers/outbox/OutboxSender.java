package city.whistle.workers.outbox;

import city.whistle.workers.WhistleProperties;
import city.whistle.workers.background.BackgroundWork;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Makes the outbox's calls: when one was written, and every so often for what failed or was left by
 * another application.
 */
@Component
public class OutboxSender extends BackgroundWork {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxSender.class);
  private static final int BATCH = 50;
  private static final Duration LEASE = Duration.ofMinutes(1);

  private final Outbox outbox;
  private final EngineCalls engine;

  OutboxSender(Outbox outbox, EngineCalls engine, WhistleProperties properties) {
    super(properties.outboxInterval());
    this.outbox = outbox;
    this.engine = engine;
  }

  /** Makes all calls that are due. Returns how many the engine confirmed. */
  public int sendDue() {
    if (!engine.ready()) {
      return 0;
    }
    int sent = 0;
    List<OutboxRow> rows;
    do {
      rows = outbox.take(BATCH, LEASE);
      sent += (int) rows.stream().filter(this::send).count();
    } while (rows.size() == BATCH);
    return sent;
  }

  @Override
  protected Map<String, Runnable> work() {
    return Map.of("whistle-outbox", this::sendDue);
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
  void wake(Outbox.RowAdded added) {
    wakeAll();
  }

  private boolean send(OutboxRow row) {
    try {
      engine.make(row.id().toString(), outbox.read(row));
      outbox.sent(row);
      return true;
    } catch (RuntimeException e) {
      LOG.warn(
          "outbox row {} ({}) failed, attempt {}: {}",
          row.id(),
          row.kind(),
          row.attempts(),
          e.toString());
      outbox.failed(row, e.toString());
      return false;
    }
  }
}
