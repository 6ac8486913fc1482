package city.whistle.engine.loop;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.json.JsonValue;
import city.whistle.engine.loop.TestProcessor.Do;
import city.whistle.engine.loop.TestProcessor.Note;
import city.whistle.engine.outcome.Effect;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.state.Continuation;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WriterLoopTest extends WriterLoopScene {

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
}
