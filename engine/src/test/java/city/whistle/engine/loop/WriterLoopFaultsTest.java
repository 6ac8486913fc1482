package city.whistle.engine.loop;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.key.KeyGenerator;
import city.whistle.engine.loop.FaultyDatabase.Fault;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.state.Deployment;
import city.whistle.engine.state.Row;
import city.whistle.engine.state.State;
import city.whistle.engine.store.RandomChanges;
import city.whistle.engine.store.Snapshot;
import city.whistle.engine.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of a command where the database fails. */
@Timeout(60)
class WriterLoopFaultsTest extends WriterLoopScene {

  private static final List<Fault> FAULTS =
      List.of(Fault.STATEMENT, Fault.BEFORE_COMMIT, Fault.AFTER_COMMIT);

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

  private long deployWithoutItsTime(State state) {
    Deployment deployment = new Deployment(keys.next(), null);
    state.resources.deployments.put(deployment);
    return deployment.key();
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
}
