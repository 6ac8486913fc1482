package city.whistle.engine.execution;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** What files of one kind compile to, of those that were asked for last. Threads may share it. */
final class RecentlyCompiled<T> {

  /** So many characters of files, beside the last one: some hundred models of usual size. */
  private static final long MAX_CHARACTERS = 32L * 1024 * 1024;

  private final LinkedHashMap<Source, CompletableFuture<T>> recent =
      new LinkedHashMap<>(16, 0.75f, true);
  private long characters;

  /** A file; its name stands in what its compiler says of it. */
  record Source(String name, String xml) {}

  /** Compiles the file unless that is done, or waits for whoever does. Failures are not kept. */
  T get(Source source, Function<Source, T> compiler) {
    CompletableFuture<T> own = new CompletableFuture<>();
    CompletableFuture<T> compiled = putIfAbsent(source, own);
    if (compiled == own) {
      compile(source, compiler, own);
    }
    try {
      return compiled.join();
    } catch (CompletionException e) {
      throw unchecked(e.getCause());
    }
  }

  private void compile(Source source, Function<Source, T> compiler, CompletableFuture<T> own) {
    try {
      own.complete(compiler.apply(source));
    } catch (RuntimeException | Error e) {
      forget(source, own);
      own.completeExceptionally(e);
    }
  }

  private synchronized CompletableFuture<T> putIfAbsent(Source source, CompletableFuture<T> own) {
    CompletableFuture<T> known = recent.get(source);
    if (known != null) {
      return known;
    }
    recent.put(source, own);
    characters += source.xml().length();
    forgetEldest();
    return own;
  }

  private void forgetEldest() {
    Iterator<Map.Entry<Source, CompletableFuture<T>>> eldest = recent.entrySet().iterator();
    while (characters > MAX_CHARACTERS && recent.size() > 1) {
      characters -= eldest.next().getKey().xml().length();
      eldest.remove();
    }
  }

  private synchronized void forget(Source source, CompletableFuture<T> own) {
    if (recent.remove(source, own)) {
      characters -= source.xml().length();
    }
  }

  private static RuntimeException unchecked(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return (RuntimeException) failure;
  }
}
