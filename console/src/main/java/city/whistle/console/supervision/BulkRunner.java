package city.whistle.console.supervision;

import city.whistle.console.access.Access;
import city.whistle.console.access.Right;
import city.whistle.console.account.Accounts;
import city.whistle.console.account.Person;
import city.whistle.console.supervision.Bulk.Item;
import city.whistle.console.supervision.Bulk.State;
import city.whistle.workers.background.RecurringTask;
import city.whistle.workers.stuck.EngineView.EngineAway;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Does what was started on many cases, one after the other, on a thread of its own. What was
 * interrupted goes on with what is still pending, in this program or another one.
 */
@Component
class BulkRunner implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(BulkRunner.class);
  private static final int AT_ONCE = 20;
  private static final Duration INTERVAL = Duration.ofSeconds(10);

  private final BulkStore store;
  private final BulkDeeds deeds;
  private final Accounts accounts;
  private final Access access;
  private final RecurringTask task = new RecurringTask("whistle-bulk", this::run, INTERVAL);

  BulkRunner(BulkStore store, BulkDeeds deeds, Accounts accounts, Access access) {
    this.store = store;
    this.deeds = deeds;
    this.accounts = accounts;
    this.access = access;
  }

  /** Begins at once with what was started. */
  void wake() {
    task.wake();
  }

  private void run() {
    store.forget();
    for (Optional<Bulk> next = store.lease(); next.isPresent(); next = store.lease()) {
      if (!work(next.get())) {
        return;
      }
    }
  }

  private boolean work(Bulk bulk) {
    try {
      for (List<Item> some = pending(bulk); !some.isEmpty(); some = pending(bulk)) {
        for (Item item : some) {
          act(bulk, item);
        }
        store.renew(bulk.id());
      }
      store.end(bulk.id());
      return true;
    } catch (EngineAway e) {
      LOG.warn(
          "bulk {} goes on when the engine answers: {}", bulk.id(), String.valueOf(e.getCause()));
      store.release(bulk.id());
      return false;
    }
  }

  private List<Item> pending(Bulk bulk) {
    return store.pending(bulk.id(), AT_ONCE);
  }

  /** As whoever started it, with the rights that he has at this moment. */
  private void act(Bulk bulk, Item item) {
    Optional<Person> person =
        accounts.find(bulk.who()).filter(one -> access.may(one, Right.INTERVENE));
    if (person.isEmpty()) {
      store.outcome(bulk.id(), item.n(), State.REFUSED, "notAllowed");
      return;
    }
    try {
      deeds.act(person.get(), bulk, item);
    } catch (EngineAway e) {
      throw e;
    } catch (RuntimeException e) {
      // one row must not keep the others from their turn
      LOG.error("bulk {} failed at item {}", bulk.id(), item.n(), e);
      store.outcome(bulk.id(), item.n(), State.REFUSED, "failed");
    }
  }

  @Override
  public void start() {
    task.start();
  }

  @Override
  public void stop() {
    task.stop();
  }

  @Override
  public boolean isRunning() {
    return task.isRunning();
  }
}
