package city.whistle.app;

import city.whistle.app.example.Example;
import city.whistle.app.example.Examples;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;

/** One run of the program: starts the installation, does what it is for, stops it. */
final class Session {

  /** For supervisors of services: try again later, the cause may pass. */
  private static final int TEMPORARY_FAILURE = 75;

  private final Options options;
  private final DataDirectory data;
  private final PrintStream out;
  private final Installation installation;
  private final CountDownLatch lost = new CountDownLatch(1);
  private volatile DayCommand day;

  Session(Options options, DataDirectory data, PrintStream out) {
    this.options = withClock(options);
    this.data = data;
    this.out = out;
    this.installation = new Installation(this.options, data, lost::countDown);
  }

  /** Returns the exit code. */
  int run() {
    Thread stopper = new Thread(this::stop, "stop");
    Runtime.getRuntime().addShutdownHook(stopper);
    try (installation) {
      Addresses addresses = installation.start();
      return switch (options.mode()) {
        case DEMO -> new Demo(addresses, example(), out).run();
        case DEMO_STAY -> begun(addresses);
        case DAY -> played(addresses);
        default -> stay(addresses);
      };
    }
  }

  private int played(Addresses addresses) {
    day = new DayCommand(options.day(), addresses, installation.backstage(), out);
    return day.run();
  }

  /** Also where somebody ends the program; a day that was being played is told of then. */
  private void stop() {
    DayCommand playing = day;
    boolean stopped = playing != null && playing.stop();
    installation.close();
    if (stopped) {
      playing.tellWhereItStopped(data);
    }
  }

  /** A day, or an example that lets days pass, moves the clock; its data are its own. */
  private static Options withClock(Options options) {
    if (options.mode() == Options.Mode.DAY) {
      DayCommand.keepNoIdleConnections();
      return DayCommand.dated(options).withTesting();
    }
    boolean moves = options.mode() == Options.Mode.DEMO && example(options).takesTime();
    return moves ? options.withTesting() : options;
  }

  private Example example() {
    return example(options);
  }

  private static Example example(Options options) {
    return new Examples().find(options.example()).orElseThrow();
  }

  private int begun(Addresses addresses) {
    Demo demo = new Demo(addresses, example(), out);
    demo.begin();
    demo.tell(installation.demonstrationStaff());
    return stay(addresses);
  }

  /** Returns only where PostgreSQL is gone for good: whoever keeps services running starts anew. */
  private int stay(Addresses addresses) {
    out.print(new Greeting(addresses, HotlineKey.forShell(data, addresses)).text());
    try {
      lost.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return TEMPORARY_FAILURE;
  }
}
