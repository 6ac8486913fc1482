package city.whistle.engine.contract;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What a process says, kept and passed on. It is read to its end on a thread of its own: a pipe
 * that nobody reads would stop the process.
 */
final class Output {

  private final String sign;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final CompletableFuture<String> signLine = new CompletableFuture<>();
  private final CompletableFuture<List<String>> all = new CompletableFuture<>();

  private Output(String sign) {
    this.sign = sign;
  }

  /**
   * @param sign how the one line begins that others wait for
   */
  static Output of(Process process, String sign) {
    Output output = new Output(sign);
    Thread reader = new Thread(() -> output.read(process), "engine-process-output");
    reader.setDaemon(true);
    reader.start();
    return output;
  }

  private void read(Process process) {
    try {
      process.inputReader(StandardCharsets.UTF_8).lines().forEach(this::add);
    } finally {
      signLine.completeExceptionally(new IllegalStateException("it ended without a sign"));
      all.complete(lines);
    }
  }

  private void add(String line) {
    if (line.startsWith(sign)) {
      signLine.complete(line.substring(sign.length()));
    } else {
      lines.add(line);
      System.err.println(line);
    }
  }

  /** Waits for the line with the sign; its rest. */
  String awaitSign() {
    return signLine.join();
  }

  /** Waits for the end; all lines but that with the sign. */
  List<String> all() {
    return all.join();
  }
}
