package city.whistle.workers.resident;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The city's key of 32 bytes. It wraps each case's data key and, under another purpose each, makes
 * digests that nobody without the key can guess. Never leaves this package in the clear.
 */
public final class MasterKey {

  static final int BYTES = 32;

  private final byte[] key;

  MasterKey(byte[] key) {
    if (key.length != BYTES) {
      throw new IllegalArgumentException(
          "the master key must be Base64 of " + BYTES + " bytes, this one has " + key.length);
    }
    this.key = key.clone();
  }

  /**
   * @throws IllegalArgumentException saying what a key must be, without showing this one
   */
  public static MasterKey ofBase64(String text) {
    try {
      return new MasterKey(Base64.getDecoder().decode(text.strip()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "WHISTLE_MASTER_KEY (or the key file) must hold Base64 of exactly " + BYTES + " bytes");
    }
  }

  SecretKey wrapping() {
    return new SecretKeySpec(mac("wrap", new byte[0]), "AES");
  }

  /** HMAC-SHA-256 of {@code data}, different for each purpose. */
  public byte[] mac(String purpose, byte[] data) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(purpose.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return mac.doFinal(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java lacks HmacSHA256", e);
    }
  }
}
