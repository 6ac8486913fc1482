package city.whistle.app;

import city.whistle.workers.resident.MasterKey;
import city.whistle.workers.resident.MasterKeyChange;
import city.whistle.workers.resident.MasterKeyChange.Summary;
import city.whistle.workers.resident.SecretFile;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Changes the master key of data on which nothing runs. The database changes at once or not at all;
 * where the command is interrupted behind that, it is given again and completes.
 */
final class ChangeKeyCommand {

  static final String NEXT_VARIABLE = "WHISTLE_NEW_MASTER_KEY";

  private final KeyFiles files;
  private final DataDirectory data;
  private final PrintStream out;

  ChangeKeyCommand(DataDirectory data, PrintStream out) {
    this.files = new KeyFiles(data.keys());
    this.data = data;
    this.out = out;
  }

  /** Returns the exit code: 0 if the new key is the one. */
  int run() {
    Optional<String> ownUrl = Optional.ofNullable(System.getenv(Database.URL_VARIABLE));
    try (Database database = Database.open(data, ownUrl)) {
      MasterKeyChange change =
          new MasterKeyChange(new DriverManagerDataSource(database.url()), Clock.systemUTC());
      DataDirectory.requireCurrent(change.isPossible());
      KeyFiles.setting(KeyFiles.MASTER_KEY_VARIABLE)
          .ifPresentOrElse(current -> changeSetting(change, current), () -> changeFile(change));
      return 0;
    }
  }

  private void changeSetting(MasterKeyChange change, String current) {
    String next =
        KeyFiles.setting(NEXT_VARIABLE)
            .orElseThrow(
                () ->
                    Refusal.failed(
                        "The master key is in %s: give the new one in %s (openssl rand -base64 32)."
                            .formatted(KeyFiles.MASTER_KEY_VARIABLE, NEXT_VARIABLE)));
    MasterKey to = KeyFiles.parse(next, NEXT_VARIABLE);
    if (!change.fits(to)) {
      tell(change(change, KeyFiles.parse(current, KeyFiles.MASTER_KEY_VARIABLE), to));
    }
    out.printf(
        "The new master key holds: put it into %s where Whistle starts.%n",
        KeyFiles.MASTER_KEY_VARIABLE);
  }

  private void changeFile(MasterKeyChange change) {
    SecretFile file = files.master();
    SecretFile next = files.next();
    if (!next.exists()) {
      requireFitting(change, KeyFiles.read(file));
      next.make(MasterKey.randomBase64());
    }
    MasterKey to = KeyFiles.read(next);
    if (!change.fits(to)) {
      tell(change(change, KeyFiles.read(file), to));
    }
    SecretFile former = files.former(KeyFiles.read(file).mark());
    next.replace(file, former);
    out.printf(
        "The new master key is in %s: copy it to where its backup is kept.%n"
            + "The former one is in %s: backups made until now need it. Keep it with them, and not here.%n",
        file.path(), former.path());
  }

  private static Summary change(MasterKeyChange change, MasterKey from, MasterKey to) {
    requireFitting(change, from);
    return change.change(from, to);
  }

  private static void requireFitting(MasterKeyChange change, MasterKey key) {
    if (!change.fits(key)) {
      throw Refusal.failed(
          "Nothing was changed: the master key is not the one that these data are sealed with. Put that one back from its backup.");
    }
  }

  private void tell(Summary summary) {
    out.printf("Sealed the keys of %,d cases anew.%n", summary.sealed());
    if (summary.unreadable() > 0) {
      out.printf(
          "%,d cases' keys had been spoiled before; they stay as they were.%n",
          summary.unreadable());
    }
  }
}
