package city.whistle.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where everything that must survive lies: database, keys, logs. */
record DataDirectory(Path path) {

  static DataDirectory open(Path path) {
    DataDirectory data = new DataDirectory(path.toAbsolutePath().normalize());
    try {
      Files.createDirectories(data.logs());
      Files.createDirectories(data.keys());
    } catch (IOException e) {
      throw Refusal.failed(
          "The data directory %s can't be used: give --data a directory that you may write to."
              .formatted(data.path));
    }
    return data;
  }

  Path database() {
    return path.resolve("postgresql");
  }

  /** Settings that somebody wrote; need not be there. */
  Path settings() {
    return path.resolve("whistle.properties");
  }

  Path logs() {
    return path.resolve("logs");
  }

  Path keys() {
    return path.resolve("keys");
  }
}
