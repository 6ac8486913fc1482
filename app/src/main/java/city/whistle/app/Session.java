package city.whistle.app;

import city.whistle.app.example.Example;
import city.whistle.app.example.Examples;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;

/** One run of the program: starts the installation, does what it is for, stops it. */
final class Session {

  private final Options options;
  private final PrintStream out;
  private final Installation installation;

  Session(Options options, DataDirectory data, PrintStream out) {
    this.options = options;
    this.out = out;
    this.installation = new Installation(options, data);
  }

  /** Returns the exit code. */
  int run() {
    Thread stopper = new Thread(installation::close, "stop");
    Runtime.getRuntime().addShutdownHook(stopper);
    try (installation) {
      Addresses addresses = installation.start();
      return switch (options.mode()) {
        case DEMO -> new Demo(addresses, example(), out).run();
        default -> stay(addresses);
      };
    }
  }

  private Example example() {
    return new Examples().find(options.example()).orElseThrow();
  }

  private int stay(Addresses addresses) {
    out.print(new Greeting(addresses).text());
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }
}
