package city.whistle.engine.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.engine.TestDatabase;
import city.whistle.engine.outcome.Rejection;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QueriesTest {

  private final HikariDataSource store = TestDatabase.migrated();
  private final Queries queries = new Queries(store, 1);

  @AfterEach
  void close() {
    queries.close();
    store.close();
  }

  private static void assertRejected(CompletableFuture<?> answer, Rejection.Type type) {
    assertThatThrownBy(answer::join)
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            Rejection.class, rejection -> assertThat(rejection.type()).isEqualTo(type));
  }

  @Test
  void answersOnAThreadOfItsOwn() {
    assertThat(queries.run(database -> Thread.currentThread().getName()).join())
        .isEqualTo("engine-query-1");
  }

  @Test
  void passesARejectionOn() {
    assertRejected(
        queries.run(database -> database.get(Searchable.JOB, 1)), Rejection.Type.NOT_FOUND);
  }

  @Test
  void refusesWhatIsTooMuchToWaitFor() {
    CountDownLatch released = new CountDownLatch(1);
    List<CompletableFuture<?>> waiting = new ArrayList<>();
    for (int i = 0; i < 101; i++) {
      waiting.add(queries.run(database -> await(released)));
    }
    assertRejected(queries.run(database -> null), Rejection.Type.RESOURCE_EXHAUSTED);
    released.countDown();
    waiting.forEach(CompletableFuture::join);
  }

  @Test
  void answersOthersWhileManyWideSearchesAreAtWork() {
    CountDownLatch released = new CountDownLatch(1);
    SearchRequest wide =
        SearchRequest.of(
            Map.of("filter", Map.of("variables", List.of(Map.of("name", "x", "value", "1")))));
    List<CompletableFuture<?>> waiting = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      waiting.add(queries.run(wide, database -> await(released)));
    }

    queries.run(SearchRequest.ALL, database -> null).join();

    assertThat(waiting).noneMatch(CompletableFuture::isDone);
    released.countDown();
    waiting.forEach(CompletableFuture::join);
  }

  private static Object await(CountDownLatch latch) {
    try {
      latch.await();
      return null;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void tellsThatTheStoreIsAway() {
    store.close();
    assertRejected(
        queries.run(database -> database.get(Searchable.JOB, 1)), Rejection.Type.UNAVAILABLE);
  }
}
