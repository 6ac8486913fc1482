package city.whistle.benchmarks.pages;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * What stands in a directory that holds a filled city, so that it is measured again without being
 * filled again.
 *
 * @param password of everybody in it
 */
record Kept(int open, int closed, String password, Instant filledAt) {

  private static final String FILE = "city.properties";

  /** Its timers lie a day or more ahead; where they have passed, all of them go off at once. */
  private static final Duration FRESH = Duration.ofHours(22);

  /**
   * Empty where the directory holds nothing yet.
   *
   * @throws IllegalStateException where what it holds can't be used; the message says why
   */
  static Optional<Kept> read(Path directory, Instant now) throws IOException {
    Path file = directory.resolve(FILE);
    if (!Files.exists(file)) {
      if (Files.exists(directory.resolve(PagesBench.PROGRAM))) {
        throw unusable(directory, "its filling broke off");
      }
      return Optional.empty();
    }
    Properties found = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      found.load(reader);
    }
    Kept kept =
        new Kept(
            Integer.parseInt(found.getProperty("open")),
            Integer.parseInt(found.getProperty("closed")),
            found.getProperty("password"),
            Instant.parse(found.getProperty("filledAt")));
    if (kept.filledAt.plus(FRESH).isBefore(now)) {
      throw unusable(directory, "it was filled at " + kept.filledAt + ", and its timers go off");
    }
    return Optional.of(kept);
  }

  private static IllegalStateException unusable(Path directory, String why) {
    return new IllegalStateException(
        "the city in %s can't be measured, since %s: delete the directory"
            .formatted(directory, why));
  }

  void write(Path directory) throws IOException {
    Properties all = new Properties();
    all.setProperty("open", String.valueOf(open));
    all.setProperty("closed", String.valueOf(closed));
    all.setProperty("password", password);
    all.setProperty("filledAt", filledAt.toString());
    try (Writer writer = Files.newBufferedWriter(directory.resolve(FILE))) {
      all.store(writer, null);
    }
  }
}
