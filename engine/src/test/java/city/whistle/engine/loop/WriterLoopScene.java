package city.whistle.engine.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.engine.TestDatabase;
import city.whistle.engine.clock.EngineClock;
import city.whistle.engine.key.KeyGenerator;
import city.whistle.engine.loop.TestProcessor.Do;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.state.Deployment;
import city.whistle.engine.state.Row;
import city.whistle.engine.state.State;
import city.whistle.engine.state.Timer;
import city.whistle.engine.store.Snapshot;
import city.whistle.engine.store.Store;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A loop on a database that fails as a test wants. */
abstract class WriterLoopScene {

  static final Limits LIMITS = new Limits(100, 10_000, 10, 200);

  final HikariDataSource real = TestDatabase.migrated();
  final FaultyDatabase database = new FaultyDatabase(real);
  final EngineClock clock = new EngineClock(Clock.systemUTC());
  KeyGenerator keys;
  TestProcessor processor;
  WriterLoop loop;

  @BeforeEach
  void start() throws SQLException {
    State state = new State();
    keys = new KeyGenerator();
    processor = new TestProcessor(state, clock);
    loop = new WriterLoop(state, keys, processor, new Store(database.dataSource()), clock, LIMITS);
    loop.start();
  }

  @AfterEach
  void stop() {
    loop.close();
    real.close();
  }

  <A> CompletableFuture<A> submit(Function<State, A> work) {
    return loop.submit(Do.of(work));
  }

  long deploy(State state) {
    Deployment deployment = new Deployment(keys.next(), clock.instant());
    state.resources.deployments.put(deployment);
    return deployment.key();
  }

  int count(State state) {
    return state.resources.deployments.all().size();
  }

  boolean timer(State state, Instant due) {
    state.timers.put(new Timer(keys.next(), Row.NONE, Row.NONE, 1, "timer", due, 0, null, 0));
    return true;
  }

  static long pass(CountDownLatch entered, CountDownLatch gate) {
    entered.countDown();
    try {
      gate.await();
      return 0;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  Map<String, Map<Long, Row>> stored() {
    return Snapshot.ofStore(real);
  }

  static void assertRejected(CompletableFuture<?> answer, Rejection.Type type) {
    assertThatThrownBy(() -> answer.get(30, TimeUnit.SECONDS))
        .cause()
        .isInstanceOfSatisfying(Rejection.class, r -> assertThat(r.type()).isEqualTo(type));
  }
}
