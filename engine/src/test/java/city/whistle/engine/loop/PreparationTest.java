package city.whistle.engine.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.engine.TestDatabase;
import city.whistle.engine.clock.EngineClock;
import city.whistle.engine.command.Command;
import city.whistle.engine.key.KeyGenerator;
import city.whistle.engine.loop.TestProcessor.Ask;
import city.whistle.engine.loop.TestProcessor.Do;
import city.whistle.engine.loop.TestProcessor.Note;
import city.whistle.engine.loop.TestProcessor.Prepare;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.state.State;
import city.whistle.engine.store.Store;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PreparationTest {

  private static final Limits LIMITS = new Limits(3, 10_000, 10, 200);

  private final HikariDataSource database = TestDatabase.migrated();
  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch gate = new CountDownLatch(1);
  private TestProcessor processor;
  private WriterLoop loop;

  @BeforeEach
  void create() {
    State state = new State();
    EngineClock clock = new EngineClock(Clock.systemUTC());
    processor = new TestProcessor(state, clock);
    loop = new WriterLoop(state, new KeyGenerator(), processor, new Store(database), clock, LIMITS);
  }

  @AfterEach
  void stop() {
    gate.countDown();
    loop.close();
    database.close();
  }

  private String slow() {
    entered.countDown();
    try {
      gate.await();
      return "slow";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private CompletableFuture<String> begun() throws Exception {
    loop.start();
    CompletableFuture<String> slow = loop.submit(new Prepare(this::slow));
    entered.await();
    return slow;
  }

  @Test
  void othersAreAnsweredWhileACommandIsPrepared() throws Exception {
    CompletableFuture<String> slow = begun();
    assertThat(loop.submit(new Note("quick")).get()).isEqualTo("quick");
    assertThat(slow).isNotDone();
    gate.countDown();
    assertThat(slow.get()).isEqualTo("slow");
  }

  @Test
  void commandsThatArePreparedKeepTheirOrder() throws Exception {
    List<String> order = new ArrayList<>();
    CompletableFuture<String> slow = begun();
    CompletableFuture<Void> both =
        CompletableFuture.allOf(
            slow.thenAccept(order::add),
            loop.submit(new Prepare(() -> "next")).thenAccept(order::add));
    gate.countDown();
    both.get();
    assertThat(order).containsExactly("slow", "next");
  }

  @Test
  void whatCanNotBePreparedIsRefusedWithItsReason() throws SQLException {
    loop.start();
    CompletableFuture<String> refused =
        loop.submit(
            new Prepare(
                () -> {
                  throw Rejection.invalid("no such file");
                }));
    assertRejected(refused, Rejection.Type.INVALID_ARGUMENT);
  }

  @Test
  void aBugInAPreparationIsAnsweredAndOthersGoOn() throws Exception {
    loop.start();
    CompletableFuture<String> broken =
        loop.submit(
            new Prepare(
                () -> {
                  throw new StackOverflowError();
                }));
    assertRejected(broken, Rejection.Type.INTERNAL);
    assertThat(loop.submit(new Prepare(() -> "next")).get()).isEqualTo("next");
  }

  @Test
  void whatTheStateKnowsIsNotPrepared() throws Exception {
    loop.start();
    CompletableFuture<String> known =
        loop.submit(
            new Ask(
                Do.of(state -> Optional.of("known")),
                () -> {
                  throw new AssertionError("was prepared");
                }));
    assertThat(known.get()).isEqualTo("known");
  }

  @Test
  void whatTheStateDoesNotKnowIsPrepared() throws Exception {
    loop.start();
    Command<Optional<String>> question = Do.of(state -> Optional.empty());
    assertThat(loop.submit(new Ask(question, () -> "prepared")).get()).isEqualTo("prepared");
  }

  @Test
  void aRefusedQuestionRefusesItsCommandAndOthersGoOn() throws Exception {
    loop.start();
    CompletableFuture<String> refused =
        loop.submit(
            new Ask(
                Do.of(
                    state -> {
                      throw Rejection.invalid("no");
                    }),
                () -> "prepared"));
    assertRejected(refused, Rejection.Type.INVALID_ARGUMENT);
    assertThat(loop.submit(new Prepare(() -> "next")).get()).isEqualTo("next");
  }

  @Test
  void moreThanTheBoundDoesNotWaitToBePrepared() throws Exception {
    begun();
    List<CompletableFuture<String>> waiting = new ArrayList<>();
    for (int i = 0; i < LIMITS.waiting(); i++) {
      waiting.add(loop.submit(new Prepare(() -> "waited")));
    }
    assertRejected(loop.submit(new Prepare(() -> "")), Rejection.Type.RESOURCE_EXHAUSTED);
    gate.countDown();
    for (CompletableFuture<String> answer : waiting) {
      assertThat(answer.get()).isEqualTo("waited");
    }
  }

  @Test
  void whatWaitsToBePreparedIsDoneBeforeTheStop() throws Exception {
    CompletableFuture<String> slow = begun();
    CompletableFuture<String> waiting = loop.submit(new Prepare(() -> "waited"));
    gate.countDown();
    loop.close();
    assertThat(slow.get()).isEqualTo("slow");
    assertThat(waiting.get()).isEqualTo("waited");
    assertRejected(loop.submit(new Prepare(() -> "late")), Rejection.Type.UNAVAILABLE);
  }

  @Test
  void whatIsNeededSoonIsDoneAheadAlsoWhereSomeOfItFails() throws Exception {
    CountDownLatch done = new CountDownLatch(2);
    processor.ahead.add(done::countDown);
    processor.ahead.add(
        () -> {
          throw new IllegalStateException("a bug");
        });
    processor.ahead.add(done::countDown);
    loop.start();
    done.await();
  }

  @Test
  void commandsDoNotWaitForAllThatIsDoneAhead() throws Exception {
    List<String> order = new ArrayList<>();
    processor.ahead.add(this::slow);
    processor.ahead.add(() -> order.add("ahead"));
    loop.start();
    entered.await();
    CompletableFuture<String> command =
        loop.submit(
            new Prepare(
                () -> {
                  order.add("command");
                  return "";
                }));
    gate.countDown();
    command.get();
    assertThat(order.get(0)).isEqualTo("command");
  }

  private static void assertRejected(CompletableFuture<?> answer, Rejection.Type type) {
    assertThatThrownBy(() -> answer.get(30, TimeUnit.SECONDS))
        .cause()
        .isInstanceOfSatisfying(Rejection.class, r -> assertThat(r.type()).isEqualTo(type));
  }
}
