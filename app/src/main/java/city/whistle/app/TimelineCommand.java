package city.whistle.app;

import city.whistle.workers.resident.MasterKey;
import city.whistle.workers.timeline.Finding;
import city.whistle.workers.timeline.TimelineVerification;
import city.whistle.workers.timeline.TimelineVerification.Summary;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Looks whether all timelines are as they were written, beside a running Whistle or without one,
 * and says which line of which case isn't.
 */
final class TimelineCommand {

  /** Findings are shown up to here, and counted beyond. */
  private static final int SHOWN_MAX = 100;

  private static final String MASTER_KEY_VARIABLE = "WHISTLE_MASTER_KEY";

  private final DataDirectory data;
  private final PrintStream out;
  private int shown;

  TimelineCommand(DataDirectory data, PrintStream out) {
    this.data = data;
    this.out = out;
  }

  /** Refuses where there is nothing to look at, before a directory is made. */
  static void require(Path directory) {
    if (System.getenv(Database.URL_VARIABLE) == null
        && Files.notExists(new DataDirectory(directory).database())) {
      throw Refusal.failed(
          "There are no data in %s: give --data the directory of an installation, or set %s."
              .formatted(directory, Database.URL_VARIABLE));
    }
  }

  /** Returns the exit code: 0 if all is as it was written. */
  int run() {
    MasterKey key = masterKey();
    Optional<String> ownUrl = Optional.ofNullable(System.getenv(Database.URL_VARIABLE));
    try (Database database = Database.openBeside(data, ownUrl)) {
      Summary summary =
          new TimelineVerification(new DriverManagerDataSource(database.url()), key)
              .verify(this::tell);
      out.println(conclusion(summary));
      return summary.intact() ? 0 : Refusal.FAILED;
    }
  }

  private MasterKey masterKey() {
    String given = System.getenv(MASTER_KEY_VARIABLE);
    Path file = data.keys().resolve(WhistleApplication.MASTER_KEY_FILE);
    if (given == null && Files.notExists(file)) {
      throw Refusal.failed(
          "The seals can't be looked at without the master key: set %s, or put its file at %s."
              .formatted(MASTER_KEY_VARIABLE, file));
    }
    try {
      return MasterKey.ofBase64(given == null ? Files.readString(file) : given);
    } catch (IOException e) {
      throw new UncheckedIOException("The master key can't be read from " + file, e);
    }
  }

  private void tell(String number, Finding finding) {
    shown++;
    if (shown <= SHOWN_MAX) {
      String line = finding.line() == 0 ? "" : ", line " + finding.line();
      out.printf("%s%s: %s.%n", number, line, finding.kind().sentence());
    } else if (shown == SHOWN_MAX + 1) {
      out.println("...");
    }
  }

  private static String conclusion(Summary summary) {
    String looked = "%,d lines of %,d timelines".formatted(summary.lines(), summary.timelines());
    return summary.intact()
        ? "Verified %s: all are as they were written.".formatted(looked)
        : "Verified %s: %,d findings.".formatted(looked, summary.findings());
  }
}
