package city.whistle.workers.callback;

import city.whistle.workers.digest.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/** The secret of a callback's link: 32 random bytes, of which the registry keeps the digest. */
record CallbackToken(String text) {

  private static final int LENGTH_MAX = 100;
  private static final SecureRandom RANDOM = new SecureRandom();

  static CallbackToken random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return new CallbackToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** A text longer than any token is cut: it is none. */
  static CallbackToken of(String text) {
    return new CallbackToken(text.length() > LENGTH_MAX ? text.substring(0, LENGTH_MAX) : text);
  }

  byte[] digest() {
    return Sha256.of(text);
  }

  /** Shows nothing of the secret. */
  @Override
  public String toString() {
    return "CallbackToken";
  }
}
