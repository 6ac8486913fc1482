package city.whistle.engine.server;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Parts that take a while to stop and don't need each other: they stop at the same time. */
final class Together implements AutoCloseable {

  private final List<AutoCloseable> parts = new ArrayList<>();

  <T extends AutoCloseable> T add(T part) {
    parts.add(part);
    return part;
  }

  @Override
  public void close() {
    CompletableFuture.allOf(
            parts.stream()
                .map(part -> OwnThread.run("engine-stop", () -> Parts.stop(part)))
                .toArray(CompletableFuture<?>[]::new))
        .join();
  }
}
