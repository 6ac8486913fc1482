package city.whistle.workers.outbox;

import city.whistle.workers.WhistleProperties;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Makes the outbox's calls: when one was written, and every so often for what failed or was left by
 * another application.
 */
@Component
public class OutboxSender implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxSender.class);
  private static final int BATCH = 50;
  private static final Duration LEASE = Duration.ofMinutes(1);

  /** A call that takes longer is broken off; it is made again after its lease. */
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

  private final Outbox outbox;
  private final EngineCalls engine;
  private final Duration interval;
  private final AtomicBoolean woken = new AtomicBoolean();
  private volatile ScheduledExecutorService thread;

  OutboxSender(Outbox outbox, EngineCalls engine, WhistleProperties properties) {
    this.outbox = outbox;
    this.engine = engine;
    this.interval = properties.outboxInterval();
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
  public boolean isAutoStartup() {
    return !interval.isZero();
  }

  @Override
  public synchronized void start() {
    thread = Executors.newSingleThreadScheduledExecutor(run -> new Thread(run, "whistle-outbox"));
    thread.scheduleWithFixedDelay(this::sendQuietly, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public synchronized void stop() {
    ScheduledExecutorService stopping = thread;
    thread = null;
    stopping.shutdown();
    try {
      if (!stopping.awaitTermination(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        stopping.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  /** Before the web server, which stops first and writes no more rows then. */
  @Override
  public int getPhase() {
    return DEFAULT_PHASE - 5000;
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
  void wake(Outbox.RowAdded added) {
    ScheduledExecutorService running = thread;
    if (running == null || !woken.compareAndSet(false, true)) {
      return;
    }
    try {
      running.execute(this::sendQuietly);
    } catch (RejectedExecutionException e) {
      LOG.debug("stopping: the row is sent after the next start");
    }
  }

  private void sendQuietly() {
    woken.set(false);
    try {
      sendDue();
    } catch (RuntimeException e) {
      LOG.warn("the outbox can't be read, tried again in {}", interval, e);
    }
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
