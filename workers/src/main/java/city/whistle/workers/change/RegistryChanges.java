package city.whistle.workers.change;

import city.whistle.workers.background.FailureKind;
import city.whistle.workers.background.RecurringTask;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Says to whoever listens, in all copies of the program, what something happened to: after the
 * commit, within a second, by PostgreSQL's notifications. It is a hint. What is told may be lost
 * with the program or the database, so who listens looks for himself now and then.
 *
 * <p>A connection of the pool and a thread, from the first listener on. Notifications are sent by
 * it and not by the transactions that change something: PostgreSQL lets those commit one by one.
 */
@Component
public class RegistryChanges implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(RegistryChanges.class);
  private static final String CHANNEL = "whistle_changed";
  private static final String MORE = "*";
  private static final Duration INTERVAL = Duration.ofMillis(300);

  private final DataSource database;
  private final Noted noted = new Noted();
  private final List<Consumer<Changed>> listeners = new CopyOnWriteArrayList<>();
  private final RecurringTask task = new RecurringTask("registry-changes", this::round, INTERVAL);
  private Connection connection;
  private boolean missed;

  RegistryChanges(DataSource database) {
    this.database = database;
  }

  /**
   * @param listener is told on the one thread of changes, so it must not wait for anything
   */
  public void listen(Consumer<Changed> listener) {
    listeners.add(listener);
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
  void changed(LineAdded line) {
    if (task.isRunning()) {
      noted.add(line.subject());
    }
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
  void changed(TaskHandedOn task) {
    if (isRunning()) {
      noted.add(task.subject());
    }
  }

  /** After all listeners are there: they say so while the program is put together. */
  @Override
  public void start() {
    if (!listeners.isEmpty()) {
      task.start();
    }
  }

  @Override
  public void stop() {
    task.stop();
    close();
  }

  @Override
  public boolean isRunning() {
    return task.isRunning();
  }

  private void round() {
    try {
      if (connection == null) {
        connection = listening();
      }
      send();
      receive();
    } catch (SQLException e) {
      if (!missed) {
        LOG.warn("pages don't hear of changes until the database answers again: {}", e.toString());
      }
      missed = true;
      close();
    }
  }

  private Connection listening() throws SQLException {
    Connection opened = database.getConnection();
    try (Statement listen = opened.createStatement()) {
      opened.setAutoCommit(true);
      listen.execute("listen " + CHANNEL);
    } catch (SQLException e) {
      opened.close();
      throw e;
    }
    if (missed) {
      missed = false;
      tell(new Changed(Set.of(), true));
    }
    return opened;
  }

  private void send() throws SQLException {
    if (noted.isEmpty()) {
      return;
    }
    Changed taken = noted.take();
    try (PreparedStatement notify = connection.prepareStatement("select pg_notify(?, ?)")) {
      notify.setString(1, CHANNEL);
      notify.setString(2, write(taken));
      notify.execute();
    } catch (SQLException e) {
      noted.back(taken);
      throw e;
    }
  }

  private void receive() throws SQLException {
    PGNotification[] found = connection.unwrap(PGConnection.class).getNotifications(1);
    if (found == null) {
      return;
    }
    Set<UUID> subjects = new HashSet<>();
    boolean more = false;
    for (PGNotification one : found) {
      Changed read = read(one.getParameter());
      subjects.addAll(read.subjects());
      more |= read.perhapsMore();
    }
    tell(new Changed(subjects, more));
  }

  private void tell(Changed changed) {
    for (Consumer<Changed> listener : listeners) {
      try {
        listener.accept(changed);
      } catch (RuntimeException e) {
        LOG.warn("somebody who listens to changes failed: {}", FailureKind.of(e));
      }
    }
  }

  static String write(Changed changed) {
    String ids = changed.subjects().stream().map(UUID::toString).collect(Collectors.joining(","));
    return changed.perhapsMore() ? MORE + ids : ids;
  }

  /** What another copy wrote; what isn't understood may be anything. */
  static Changed read(String text) {
    boolean more = text.startsWith(MORE);
    try {
      Set<UUID> subjects = new HashSet<>();
      for (String id : (more ? text.substring(1) : text).split(",")) {
        if (!id.isEmpty()) {
          subjects.add(UUID.fromString(id));
        }
      }
      return new Changed(subjects, more);
    } catch (IllegalArgumentException e) {
      return new Changed(Set.of(), true);
    }
  }

  private void close() {
    try (Connection closing = connection) {
      connection = null;
      if (closing != null) {
        // it goes back to the pool, where nobody must hear anything
        try (Statement unlisten = closing.createStatement()) {
          unlisten.execute("unlisten " + CHANNEL);
        }
      }
    } catch (SQLException e) {
      LOG.debug("the connection that listened is gone: {}", e.toString());
    }
  }
}
