package city.whistle.app;

import city.whistle.workers.resident.MasterKey;
import city.whistle.workers.resident.MasterKeyRecord;
import city.whistle.workers.resident.SecretFile;
import city.whistle.workers.timeline.Finding;
import city.whistle.workers.timeline.TimelineVerification;
import city.whistle.workers.timeline.TimelineVerification.Summary;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Looks whether all timelines are as they were written, beside a running Whistle or without one,
 * and says which line of which case isn't.
 */
final class TimelineCommand {

  /** Findings are shown up to here, and counted beyond. */
  private static final int SHOWN_MAX = 100;

  private final DataDirectory data;
  private final PrintStream out;
  private int shown;

  TimelineCommand(DataDirectory data, PrintStream out) {
    this.data = data;
    this.out = out;
  }

  /** Returns the exit code: 0 if all is as it was written. */
  int run() {
    MasterKey key = masterKey();
    Optional<String> ownUrl = Optional.ofNullable(System.getenv(Database.URL_VARIABLE));
    try (Database database = Database.openBeside(data, ownUrl)) {
      DataSource source = new DriverManagerDataSource(database.url());
      Summary summary = new TimelineVerification(source, fitting(key, source)).verify(this::tell);
      out.println(conclusion(summary));
      return summary.intact() ? 0 : Refusal.FAILED;
    }
  }

  /** With another key every seal would look forged. */
  private static MasterKey fitting(MasterKey key, DataSource source) {
    MasterKeyRecord database = new MasterKeyRecord(JdbcClient.create(source), Clock.systemUTC());
    DataDirectory.requireCurrent(database.isThere());
    return database
        .unlock(key)
        .orElseThrow(
            () ->
                Refusal.failed(
                    "The seals can't be looked at: the master key is not the one that made them. Put that one back from its backup."));
  }

  private MasterKey masterKey() {
    SecretFile file = new KeyFiles(data.keys()).master();
    Optional<String> given = KeyFiles.setting(KeyFiles.MASTER_KEY_VARIABLE);
    if (given.isPresent()) {
      return KeyFiles.parse(given.get(), KeyFiles.MASTER_KEY_VARIABLE);
    }
    if (!file.exists()) {
      throw Refusal.failed(
          "The seals can't be looked at without the master key: set %s, or put its file at %s."
              .formatted(KeyFiles.MASTER_KEY_VARIABLE, file.path()));
    }
    return KeyFiles.read(file);
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
    String found =
        summary.intact()
            ? "Verified %s: all are as they were written.".formatted(looked)
            : "Verified %s: %,d findings.".formatted(looked, summary.findings());
    return summary.unsealed() == 0
        ? found
        : found
            + " %,d cases and whistles have no seal over their rows, as an older program left them."
                .formatted(summary.unsealed());
  }
}
