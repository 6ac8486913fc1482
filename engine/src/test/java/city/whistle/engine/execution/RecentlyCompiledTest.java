package city.whistle.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.engine.execution.RecentlyCompiled.Source;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RecentlyCompiledTest {

  private static final int MB = 1024 * 1024;

  private final RecentlyCompiled<String> recent = new RecentlyCompiled<>();
  private final List<String> compiled = new CopyOnWriteArrayList<>();

  private String compile(Source source) {
    compiled.add(source.name());
    return "compiled " + source.name();
  }

  private void get(String name, String xml) {
    assertThat(recent.get(new Source(name, xml), this::compile)).isEqualTo("compiled " + name);
  }

  @Test
  void theSameFileIsCompiledOnce() {
    get("a", "text");
    get("a", "te" + "xt");
    assertThat(compiled).containsExactly("a");
  }

  @Test
  void anotherNameOrContentIsAnotherFile() {
    get("a", "text");
    get("b", "text");
    get("a", "other");
    assertThat(compiled).containsExactly("a", "b", "a");
  }

  @Test
  void whatFailedIsCompiledAgain() {
    Source source = new Source("a", "text");
    IllegalArgumentException failure = new IllegalArgumentException("not yet");
    assertThatThrownBy(
            () ->
                recent.get(
                    source,
                    it -> {
                      throw failure;
                    }))
        .isSameAs(failure);
    get("a", "text");
  }

  @Test
  void whoAsksForWhatAnotherCompilesGetsThat() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch gate = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      CompletableFuture<String> first =
          CompletableFuture.supplyAsync(
              () -> recent.get(text(), it -> slow(entered, gate)), threads);
      entered.await();
      CompletableFuture<String> second =
          CompletableFuture.supplyAsync(() -> recent.get(text(), this::compile), threads);
      gate.countDown();
      assertThat(List.of(first.get(), second.get())).containsExactly("slow", "slow");
    } finally {
      threads.shutdownNow();
    }
  }

  private static Source text() {
    return new Source("a", "text");
  }

  private static String slow(CountDownLatch entered, CountDownLatch gate) {
    entered.countDown();
    try {
      gate.await();
      return "slow";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void thoseNotAskedForLongestAreForgottenBeyondTheBound() {
    String large = "x".repeat(12 * MB);
    get("a", large);
    get("b", large);
    get("a", large);
    get("c", large);
    get("a", large);
    assertThat(compiled).containsExactly("a", "b", "c");
    get("b", large);
    assertThat(compiled).containsExactly("a", "b", "c", "b");
  }
}
