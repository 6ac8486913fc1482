package city.whistle.app;

import city.whistle.workers.resident.SecretFile;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The demonstration hotline's API key: made once a data directory, so that it stays the same. */
final class HotlineKey {

  private static final int BYTES = 24;

  private HotlineKey() {}

  static String of(DataDirectory data) {
    SecretFile file = new SecretFile(data.keys().resolve("hotline.key"));
    if (!file.exists()) {
      file.make(random());
    }
    return file.read();
  }

  private static String random() {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    return HexFormat.of().formatHex(key);
  }
}
