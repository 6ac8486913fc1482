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

/**
 * Runs queries on a few threads of their own, so that nobody else has to wait for the store. Those
 * that may take long have fewer of them, and less time: however many come, the others go on.
 */
public final class Queries implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Queries.class);
  private static final int WAITING_PER_THREAD = 100;
  private static final int TIMEOUT_SECONDS = 30;
  private static final int WIDE_TIMEOUT_SECONDS = 10;

  /** Class of SQLState. */
  private static final String DATA_EXCEPTION = "22";

  /** SQLState of what was broken off. */
  private static final String CANCELLED = "57014";

  static {
    // Before the first use of jOOQ, which greets and gives tips in the log of whoever embeds this.
    System.getProperties().putIfAbsent("org.jooq.no-logo", "true");
    System.getProperties().putIfAbsent("org.jooq.no-tips", "true");
  }

  private final Lane usual;
  private final Lane wide;

  /** Threads with a queue before them, and the store as they reach it. */
  private record Lane(ThreadPoolExecutor threads, Database database) {}

  /**
   * @param readOnly must have a connection for each of the threads
   * @param threads at least 1; three of eight are for what may take long, but at least one beside
   */
  public Queries(DataSource readOnly, int threads) {
    int forWide = Math.max(1, threads * 3 / 8);
    this.usual =
        new Lane(
            pool("engine-query-", Math.max(1, threads - forWide)),
            database(readOnly, TIMEOUT_SECONDS));
    this.wide =
        new Lane(pool("engine-wide-query-", forWide), database(readOnly, WIDE_TIMEOUT_SECONDS));
  }

  private static Database database(DataSource readOnly, int seconds) {
    return new Database(
        DSL.using(
            readOnly,
            SQLDialect.POSTGRES,
            new Settings().withQueryTimeout(seconds).withExecuteLogging(false)));
  }

  private static ThreadPoolExecutor pool(String name, int size) {
    AtomicInteger count = new AtomicInteger();
    return new ThreadPoolExecutor(
        size,
        size,
        0,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(size * WAITING_PER_THREAD),
        task -> {
          Thread thread = new Thread(task, name + count.incrementAndGet());
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
    return run(usual, query);
  }

  /** Runs a search; where it may take long, behind others of its kind. */
  public <T> CompletableFuture<T> run(SearchRequest wanted, Function<Database, T> query) {
    return run(wanted.wide() ? wide : usual, query);
  }

  private static <T> CompletableFuture<T> run(Lane lane, Function<Database, T> query) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    try {
      lane.threads.execute(() -> answerWith(lane.database, query, answer));
    } catch (RejectedExecutionException e) {
      answer.completeExceptionally(
          new Rejection(
              Rejection.Type.RESOURCE_EXHAUSTED,
              "Too many searches wait for the store; try again later."));
    }
    return answer;
  }

  private static <T> void answerWith(
      Database database, Function<Database, T> query, CompletableFuture<T> answer) {
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
      if (e.sqlState().equals(CANCELLED)) {
        answer.completeExceptionally(
            new Rejection(
                Rejection.Type.RESOURCE_EXHAUSTED,
                "The search took too long and was broken off; narrow it, by state, process or key,"
                    + " or by fewer variables."));
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
    usual.threads.shutdownNow();
    wide.threads.shutdownNow();
  }
}
