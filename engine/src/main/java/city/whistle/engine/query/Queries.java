package city.whistle.engine.query;

import city.whistle.engine.outcome.Rejection;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs queries on a few threads of their own, so that nobody else has to wait for the store. */
public final class Queries implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Queries.class);
  private static final int WAITING_PER_THREAD = 100;
  private static final int TIMEOUT_SECONDS = 30;

  /** Class of SQLState. */
  private static final String DATA_EXCEPTION = "22";

  static {
    // Before the first use of jOOQ, which greets and gives tips in the log of whoever embeds this.
    System.getProperties().putIfAbsent("org.jooq.no-logo", "true");
    System.getProperties().putIfAbsent("org.jooq.no-tips", "true");
  }

  private final Database database;
  private final ThreadPoolExecutor threads;

  /**
   * @param readOnly must have a connection for each of the threads
   */
  public Queries(DataSource readOnly, int threads) {
    this.database =
        new Database(
            DSL.using(
                readOnly,
                SQLDialect.POSTGRES,
                new Settings().withQueryTimeout(TIMEOUT_SECONDS).withExecuteLogging(false)));
    this.threads = pool(threads);
  }

  private static ThreadPoolExecutor pool(int size) {
    AtomicInteger count = new AtomicInteger();
    return new ThreadPoolExecutor(
        size,
        size,
        0,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(size * WAITING_PER_THREAD),
        task -> {
          Thread thread = new Thread(task, "engine-query-" + count.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        });
  }

  /**
   * Runs a query.
   *
   * @return fails with a {@link Rejection}: the query's own, RESOURCE_EXHAUSTED where too many
   *     wait, UNAVAILABLE where the store does not answer
   */
  public <T> CompletableFuture<T> run(Function<Database, T> query) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    try {
      threads.execute(() -> answerWith(query, answer));
    } catch (RejectedExecutionException e) {
      answer.completeExceptionally(
          new Rejection(
              Rejection.Type.RESOURCE_EXHAUSTED,
              "Too many searches wait for the store; try again later."));
    }
    return answer;
  }

  private <T> void answerWith(Function<Database, T> query, CompletableFuture<T> answer) {
    try {
      answer.complete(query.apply(database));
    } catch (DataAccessException e) {
      if (e.sqlState().startsWith(DATA_EXCEPTION)) {
        answer.completeExceptionally(
            Rejection.invalid(
                "A value of the search is not one that the store can have: characters such as NUL,"
                    + " or a number or time beyond its range."));
        return;
      }
      LOG.warn("The store could not answer a query", e);
      answer.completeExceptionally(
          new Rejection(Rejection.Type.UNAVAILABLE, "The store could not answer the query."));
    } catch (RuntimeException e) {
      answer.completeExceptionally(e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
