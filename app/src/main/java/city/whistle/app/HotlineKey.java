package city.whistle.app;

import city.whistle.workers.resident.SecretFile;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** The demonstration hotline's API key: made once a data directory, so that it stays the same. */
final class HotlineKey {

  private static final String VARIABLE = "WHISTLE_DEMO_HOTLINE_KEY";
  private static final int BYTES = 24;

  private HotlineKey() {}

  /**
   * The key, made where there is none; none where the API is open to others than this machine and
   * no key was made before.
   */
  static Optional<String> of(DataDirectory data, String host) {
    SecretFile file = file(data);
    if (!file.exists()) {
      if (!isLoopback(host)) {
        return Optional.empty();
      }
      file.make(random());
    }
    return Optional.of(file.read());
  }

  /** The key that was made before; empty where none was. */
  static Optional<String> made(DataDirectory data) {
    return Optional.of(file(data)).filter(SecretFile::exists).map(SecretFile::read);
  }

  /** How a command on this machine comes by the key. */
  static Optional<String> forShell(DataDirectory data, Addresses addresses) {
    return addresses
        .apiKey()
        .map(
            key ->
                System.getenv(VARIABLE) != null
                    ? "$" + VARIABLE
                    : "$(cat '%s')".formatted(file(data).path()));
  }

  private static SecretFile file(DataDirectory data) {
    return new SecretFile(data.keys().resolve("hotline.key"));
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static String random() {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    return HexFormat.of().formatHex(key);
  }
}
