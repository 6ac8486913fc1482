package city.whistle.engine.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.engine.TestDatabase;
import city.whistle.engine.clock.EngineClock;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.key.KeyGenerator;
import city.whistle.engine.loop.FaultyDatabase.Fault;
import city.whistle.engine.loop.TestProcessor.Do;
import city.whistle.engine.loop.TestProcessor.Note;
import city.whistle.engine.outcome.Effect;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.state.Continuation;
import city.whistle.engine.state.Deployment;
import city.whistle.engine.state.Row;
import city.whistle.engine.state.State;
import city.whistle.engine.state.Timer;
import city.whistle.engine.store.RandomChanges;
import city.whistle.engine.store.Snapshot;
import city.whistle.engine.store.Store;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WriterLoopTest {

  private static final List<Fault> FAULTS =
      List.of(Fault.STATEMENT, Fault.BEFORE_COMMIT, Fault.AFTER_COMMIT);
  private static final Limits LIMITS = new Limits(100, 10_000, 10, 200);

  private final HikariDataSource real = TestDatabase.migrated();
  private final FaultyDatabase database = new FaultyDatabase(real);
  private final EngineClock clock = new EngineClock(Clock.systemUTC());
  private KeyGenerator keys;
  private TestProcessor processor;
  private WriterLoop loop;

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

  private void restart() throws SQLException {
    loop.close();
    start();
  }

  @Test
  void answersWhatIsCommitted() throws Exception {
    long key = submit(this::deploy).get();
    assertThat(stored().get("deployment")).containsKey(key);
  }

  @Test
  void doesCommandsInTheirOrder() throws Exception {
    List<CompletableFuture<Long>> answers = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      answers.add(submit(this::deploy));
    }
    List<Long> got = new ArrayList<>();
    for (CompletableFuture<Long> answer : answers) {
      got.add(answer.get());
    }
    assertThat(got).isSorted().doesNotHaveDuplicates();
    assertThat(stored().get("deployment")).hasSize(90);
  }

  @Test
  void leavesNothingOfARefusedCommand() {
    CompletableFuture<Long> refused =
        submit(
            state -> {
              deploy(state);
              throw Rejection.wrongState("not now");
            });
    assertRejected(refused, Rejection.Type.INVALID_STATE);
    assertThat(stored().get("deployment")).isEmpty();
  }

  @Test
  void goesOnAfterABug() throws Exception {
    CompletableFuture<Long> broken =
        submit(
            state -> {
              deploy(state);
              throw new IllegalStateException("a bug");
            });
    assertRejected(broken, Rejection.Type.INTERNAL);
    submit(this::deploy).get();
    assertThat(stored().get("deployment")).hasSize(1);
  }

  @Test
  void refusesWhatIsBeyondItsBound() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    CountDownLatch entered = new CountDownLatch(1);
    CompletableFuture<Long> slow = submit(state -> pass(entered, gate));
    entered.await();
    List<CompletableFuture<Long>> waiting = new ArrayList<>();
    for (int i = 0; i < LIMITS.waiting(); i++) {
      waiting.add(submit(this::deploy));
    }
    assertRejected(submit(this::deploy), Rejection.Type.RESOURCE_EXHAUSTED);
    gate.countDown();
    slow.get();
    for (CompletableFuture<Long> answer : waiting) {
      assertThat(answer.get()).isPositive();
    }
  }

  @Test
  void neverAnswersWhatItCouldNotCommit() throws Exception {
    for (Fault fault : FAULTS.subList(0, 2)) {
      database.failNext(fault, 2);
      assertRejected(submit(this::deploy), Rejection.Type.UNAVAILABLE);
      assertThat(database.armed()).isEmpty();
      assertThat(untilItIsBack(this::count)).isZero();
    }
  }

  @Test
  void refusesOnlyTheCommandThatCannotBeStored() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    CountDownLatch entered = new CountDownLatch(1);
    CompletableFuture<Long> first = submit(state -> pass(entered, gate));
    entered.await();
    List<CompletableFuture<Long>> innocent = new ArrayList<>();
    innocent.add(submit(this::deploy));
    CompletableFuture<Long> guilty = submit(this::deployWithoutItsTime);
    for (int i = 0; i < 2 * LIMITS.commands(); i++) {
      innocent.add(submit(this::deploy));
    }
    gate.countDown();
    assertRejected(guilty, Rejection.Type.INVALID_ARGUMENT);
    assertThat(first.get()).isZero();
    List<Long> done = new ArrayList<>();
    for (CompletableFuture<Long> answer : innocent) {
      done.add(answer.get());
    }
    assertThat(submit(this::count).get()).isEqualTo(done.size());
    assertThat(stored().get("deployment")).containsOnlyKeys(done);
  }

  @Test
  void goesOnWhereDueWorkCannotBeStored() throws Exception {
    processor.whenDue(this::deployWithoutItsTime);
    submit(state -> timer(state, clock.instant().plusMillis(20))).get();
    while (processor.attempts.get() < 2) {
      submit(this::deploy).get();
    }
    assertThat(loop.isHealthy()).isTrue();
  }

  @Test
  void refusesMoreBytesThanItsBound() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    CountDownLatch entered = new CountDownLatch(1);
    CompletableFuture<Long> slow = submit(state -> pass(entered, gate));
    entered.await();
    CompletableFuture<String> large = loop.submit(new Note("x".repeat(9_000)));
    assertRejected(loop.submit(new Note("x".repeat(9_000))), Rejection.Type.RESOURCE_EXHAUSTED);
    gate.countDown();
    slow.get();
    assertThat(large.get()).hasSize(9_000);
    assertThat(loop.submit(new Note("x".repeat(9_000))).get()).hasSize(9_000);
  }

  @Test
  void findsOutWhatBecameOfACommitWhoseEndItDidNotSee() throws Exception {
    database.failNext(Fault.AFTER_COMMIT, 1);
    assertRejected(submit(this::deploy), Rejection.Type.UNAVAILABLE);
    assertThat(untilItIsBack(this::count)).isOne();
  }

  @Test
  void isUnhealthyWhileItCannotReload() throws Exception {
    database.failNext(Fault.BEFORE_COMMIT, 3);
    assertRejected(submit(this::deploy), Rejection.Type.UNAVAILABLE);
    assertThat(untilItIsBack(this::count)).isZero();
    assertThat(loop.isHealthy()).isTrue();
  }

  @RepeatedTest(2)
  void keepsMemoryEqualToTheStoreWhateverFails() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 40; round++) {
      if (random.nextInt(4) == 0) {
        database.failNext(FAULTS.get(random.nextInt(FAULTS.size())), random.nextInt(2));
      }
      List<CompletableFuture<Boolean>> answers = new ArrayList<>();
      for (int i = random.nextInt(30); i >= 0; i--) {
        long changeSeed = random.nextLong();
        answers.add(submit(state -> changeAtRandom(state, new Random(changeSeed))));
      }
      answers.forEach(answer -> answer.exceptionally(refused -> false).join());
      Map<String, Map<Long, Row>> memory = untilItIsBack(Snapshot::of);
      assertThat(stored()).as("seed %d, round %d", seed, round).isEqualTo(memory);
    }
  }

  private boolean changeAtRandom(State state, Random random) {
    RandomChanges changes = new RandomChanges(state, keys, random);
    for (int i = random.nextInt(10); i >= 0; i--) {
      changes.change();
    }
    if (random.nextInt(5) == 0) {
      throw Rejection.invalid("at random");
    }
    return true;
  }

  @Test
  void goesOnWithKeysAndStateAfterARestart() throws Exception {
    long before = submit(this::deploy).get();
    restart();
    assertThat(submit(this::count).get()).isOne();
    assertThat(submit(this::deploy).get()).isGreaterThan(before);
  }

  @Test
  void goesOnWithStepsThatWereLeftOver() throws Exception {
    long key =
        submit(
                state -> {
                  Continuation left = new Continuation(keys.next(), "[]", "[]", 0);
                  state.continuations.put(left);
                  return left.key();
                })
            .get();
    restart();
    assertThat(submit(state -> state.continuations.all().size()).get()).isZero();
    assertThat(processor.continued).containsExactly(key);
  }

  @Test
  void continuesStepsAfterTheCommandThatLeftThem() throws Exception {
    loop.submit(new Do<>(this::deploy, List.of(new Effect.StepsLeft(7)))).get();
    submit(this::count).get();
    assertThat(processor.continued).containsExactly(7L);
  }

  @Test
  void tellsListenersOfJobs() throws Exception {
    BlockingQueue<String> types = new LinkedBlockingQueue<>();
    loop.onJobsAvailable(
        type -> {
          throw new IllegalStateException("a bad listener");
        });
    loop.onJobsAvailable(types::add);
    loop.submit(new Do<>(this::deploy, List.of(new Effect.JobsAvailable("call")))).get();
    assertThat(types.poll(5, TimeUnit.SECONDS)).isEqualTo("call");
  }

  @Test
  void completesWhatWaitsForAResult() throws Exception {
    CompletableFuture<JsonValue> ready = new CompletableFuture<>();
    CompletableFuture<JsonValue> missed = new CompletableFuture<>();
    loop.submit(
        new Do<>(
            this::deploy,
            List.of(
                new Effect.ResultReady(ready, JsonValue.EMPTY_OBJECT),
                new Effect.ResultMissed(missed, Rejection.wrongState("cancelled")))));
    assertThat(ready.get(5, TimeUnit.SECONDS)).isEqualTo(JsonValue.EMPTY_OBJECT);
    assertRejected(missed, Rejection.Type.INVALID_STATE);
  }

  @Test
  void wakesUpForWhatIsDue() throws Exception {
    CountDownLatch other = new CountDownLatch(1);
    submit(state -> timer(state, clock.instant().plusMillis(50))).get();
    submit(state -> timer(state, clock.instant().plusMillis(60))).get();
    submit(state -> timer(state, clock.instant().plusMillis(61))).get();
    while (processor.fired.size() < 3) {
      other.await(5, TimeUnit.MILLISECONDS);
    }
    assertThat(submit(state -> state.timers.all().size()).get()).isZero();
  }

  @Test
  void firesNothingWhileTheClockStandsStill() throws Exception {
    clock.pinTo(Instant.parse("2026-01-01T00:00:00Z"));
    submit(state -> timer(state, clock.instant().plusMillis(1))).get();
    assertThat(submit(this::count).get()).isZero();
    assertThat(processor.fired).isEmpty();
    clock.moveBy(Duration.ofMillis(1));
    submit(this::count).get();
    submit(this::count).get();
    assertThat(processor.fired).hasSize(1);
  }

  @Test
  void purgesEverythingButTheKeys() throws Exception {
    long before = submit(this::deploy).get();
    loop.purge().get();
    assertThat(submit(this::count).get()).isZero();
    assertThat(stored().get("deployment")).isEmpty();
    assertThat(submit(this::deploy).get()).isGreaterThan(before);
  }

  @Test
  void doesWhatWaitsBeforeItStops() throws Exception {
    List<CompletableFuture<Long>> answers = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      answers.add(submit(this::deploy));
    }
    loop.close();
    loop.close();
    assertThat(answers).allMatch(answer -> answer.isDone() && !answer.isCompletedExceptionally());
    assertThat(stored().get("deployment")).hasSize(50);
    assertRejected(submit(this::deploy), Rejection.Type.UNAVAILABLE);
  }

  @Test
  void stopsWhileTheDatabaseIsAway() {
    database.failNext(Fault.BEFORE_COMMIT, Integer.MAX_VALUE);
    assertRejected(submit(this::deploy), Rejection.Type.UNAVAILABLE);
    loop.close();
    assertThat(loop.isHealthy()).isFalse();
  }

  @Test
  void stopsForGoodWhereAnotherEngineTookOver() throws Exception {
    new Store(real).load(new State(), new KeyGenerator());
    assertRejected(submit(this::deploy), Rejection.Type.UNAVAILABLE);
    assertRejected(submit(this::deploy), Rejection.Type.UNAVAILABLE);
    assertThat(loop.isHealthy()).isFalse();
  }

  private <A> CompletableFuture<A> submit(Function<State, A> work) {
    return loop.submit(Do.of(work));
  }

  private long deploy(State state) {
    Deployment deployment = new Deployment(keys.next(), clock.instant());
    state.resources.deployments.put(deployment);
    return deployment.key();
  }

  private long deployWithoutItsTime(State state) {
    Deployment deployment = new Deployment(keys.next(), null);
    state.resources.deployments.put(deployment);
    return deployment.key();
  }

  private int count(State state) {
    return state.resources.deployments.all().size();
  }

  private boolean timer(State state, Instant due) {
    state.timers.put(new Timer(keys.next(), Row.NONE, Row.NONE, 1, "timer", due, 0, null, 0));
    return true;
  }

  private static long pass(CountDownLatch entered, CountDownLatch gate) {
    entered.countDown();
    try {
      gate.await();
      return 0;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Asks again for as long as the engine answers that it is unavailable. */
  private <A> A untilItIsBack(Function<State, A> question) throws Exception {
    while (true) {
      try {
        return submit(question).get();
      } catch (ExecutionException e) {
        assertThat(((Rejection) e.getCause()).type()).isEqualTo(Rejection.Type.UNAVAILABLE);
        new CountDownLatch(1).await(2, TimeUnit.MILLISECONDS);
      }
    }
  }

  private Map<String, Map<Long, Row>> stored() {
    return Snapshot.ofStore(real);
  }

  private static void assertRejected(CompletableFuture<?> answer, Rejection.Type type) {
    assertThatThrownBy(() -> answer.get(30, TimeUnit.SECONDS))
        .cause()
        .isInstanceOfSatisfying(Rejection.class, r -> assertThat(r.type()).isEqualTo(type));
  }
}
