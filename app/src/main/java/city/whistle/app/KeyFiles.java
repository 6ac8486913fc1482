package city.whistle.app;

import city.whistle.workers.resident.MasterKey;
import city.whistle.workers.resident.SecretFile;
import java.nio.file.Path;
import java.util.Optional;

/** Where a command finds the master key: in the environment, else among the data's keys. */
record KeyFiles(Path directory) {

  static final String MASTER_KEY_VARIABLE = "WHISTLE_MASTER_KEY";

  SecretFile master() {
    return new SecretFile(directory.resolve(WhistleApplication.MASTER_KEY_FILE));
  }

  /** The key that is to take the master key's place; there only while it is being changed. */
  SecretFile next() {
    return beside("new");
  }

  /**
   * What the master key's place was before.
   *
   * @param mark tells several of them apart
   */
  SecretFile former(String mark) {
    return beside("former-" + mark);
  }

  private SecretFile beside(String suffix) {
    return new SecretFile(
        directory.resolve("%s.%s".formatted(WhistleApplication.MASTER_KEY_FILE, suffix)));
  }

  static Optional<String> setting(String variable) {
    return Optional.ofNullable(System.getenv(variable)).filter(text -> !text.isBlank());
  }

  /** The key in a setting or file, which is named where the text is none. */
  static MasterKey parse(String text, String from) {
    try {
      return MasterKey.ofBase64(text);
    } catch (IllegalArgumentException e) {
      throw Refusal.failed("%s: %s.".formatted(from, e.getMessage()));
    }
  }

  static MasterKey read(SecretFile file) {
    return parse(file.read(), file.path().toString());
  }
}
