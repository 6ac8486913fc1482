package city.whistle.app;

import city.whistle.app.Options.DayOptions;
import city.whistle.app.day.Backstage;
import city.whistle.app.day.DayFigures;
import city.whistle.app.day.DayPlan;
import city.whistle.app.day.DayPlay;
import city.whistle.app.day.DayPlay.Progress;
import city.whistle.app.day.DayResult;
import city.whistle.workers.calendar.CityTime;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Plays a city's day on a running installation, and shows its figures. */
final class DayCommand {

  private final DayPlan plan;
  private final Addresses addresses;
  private final Backstage backstage;
  private final PrintStream out;
  private final AtomicReference<How> how = new AtomicReference<>(How.PLAYING);
  private volatile Progress last;

  /** How far the command is, or how it ended. */
  private enum How {
    PLAYING,
    ENDED,
    STOPPED
  }

  DayCommand(DayOptions options, Addresses addresses, Backstage backstage, PrintStream out) {
    this.plan = DayPlan.of(options.date().orElseThrow(), options.share(), options.seed());
    this.addresses = addresses;
    this.backstage = backstage;
    this.out = out;
  }

  /** Java's setting, in seconds; servers keep a connection that nobody uses for twenty. */
  private static final String IDLE_CONNECTIONS = "jdk.httpclient.keepalive.timeout";

  /** Only before the first call over HTTP: connections that servers may be closing aren't taken. */
  static void keepNoIdleConnections() {
    System.setProperty(IDLE_CONNECTIONS, "10");
  }

  /** The same, of today where no day is named. */
  static Options dated(Options options) {
    DayOptions day = options.day();
    LocalDate date = day.date().orElseGet(() -> LocalDate.now(CityTime.ZONE));
    return options.withDay(new DayOptions(Optional.of(date), day.share(), day.seed()));
  }

  /** When the day begins; only for one that is dated. */
  static Instant begins(DayOptions options) {
    return options.date().orElseThrow().atStartOfDay(CityTime.ZONE).toInstant();
  }

  /** Days pass: what lies in a directory already would be late, or not have happened yet. */
  static void requirePlayable(DataDirectory data) {
    if (Files.exists(data.database())) {
      throw Refusal.failed(
          "A day has a clock of its own, and there are data in %s: delete it, or give --data a new directory."
              .formatted(data.path()));
    }
  }

  /** Returns the exit code: 0 if all books agree. */
  int run() {
    out.println(DayFigures.heading(plan));
    try {
      return play();
    } catch (RuntimeException e) {
      if (how.compareAndSet(How.PLAYING, How.ENDED)) {
        throw e;
      }
      return Refusal.FAILED; // what runs under the day is being stopped, so that anything fails
    }
  }

  /** Ends it before its end; false where it had ended. */
  boolean stop() {
    return how.compareAndSet(How.PLAYING, How.STOPPED);
  }

  /** For who stopped it, once nothing runs any more. */
  void tellWhereItStopped(DataDirectory data) {
    out.printf(
        Locale.ROOT,
        "%n%nStopped 已停止: %s on the city's clock, %,d of %,d cases open or done; nothing was"
            + " compared, and nothing runs any more.%nWhat was played stays in %s: delete it before"
            + " the next day, or give --data a new directory.%n",
        last == null ? plan.day() : moment(last),
        last == null ? 0 : last.cases(),
        plan.callers().size(),
        data.path());
  }

  private int play() {
    try (DayPlay play = new DayPlay(plan, Demo.placeOf(addresses), backstage, this::show)) {
      DayResult result = play.play();
      how.compareAndSet(How.PLAYING, How.ENDED);
      out.printf("%n%n");
      new DayFigures(result).lines().forEach(out::println);
      return result.books().differences().isEmpty() ? 0 : Refusal.FAILED;
    }
  }

  private void show(Progress progress) {
    if (how.get() == How.STOPPED) {
      throw new IllegalStateException("stopped");
    }
    last = progress;
    out.printf(
        Locale.ROOT,
        "\r  %s  %,d of %,d cases, %,d tasks done, %d s ",
        moment(progress),
        progress.cases(),
        plan.callers().size(),
        progress.tasks(),
        progress.wall().toSeconds());
    out.flush();
  }

  private static String moment(Progress at) {
    return CityTime.toTheMinute(at.now().atZone(CityTime.ZONE).toOffsetDateTime());
  }
}
