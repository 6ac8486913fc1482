package city.whistle.workers.resident;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The city's key of 32 bytes. It wraps each case's data key and, with a secret that it seals itself
 * and that stays when it is changed, makes digests that nobody without the key can guess. Never
 * leaves this package in the clear.
 */
public final class MasterKey {

  static final int BYTES = 32;

  private static final int MARK_BYTES = 4;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String SECRET_LABEL = "digest-secret";

  private final byte[] key;
  private final byte[] secret;

  MasterKey(byte[] key) {
    this(key, key);
  }

  private MasterKey(byte[] key, byte[] secret) {
    if (key.length != BYTES) {
      throw new IllegalArgumentException(
          "the master key must be Base64 of " + BYTES + " bytes, this one has " + key.length);
    }
    this.key = key.clone();
    this.secret = secret.clone();
  }

  /**
   * The key alone, as it stands in a setting or file. Before it makes digests, {@link
   * MasterKeyRecord} gives it their secret.
   *
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

  /** A new key, as a setting or file holds it. */
  public static String randomBase64() {
    return Base64.getEncoder().encodeToString(random());
  }

  static byte[] random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  SecretKey wrapping() {
    return new SecretKeySpec(hmac(key, "wrap", new byte[0]), "AES");
  }

  /** Few letters that tell keys apart, and tell nothing of them. */
  public String mark() {
    return HexFormat.of().formatHex(checkValue(), 0, MARK_BYTES);
  }

  /** By which this key is known without being told. */
  byte[] checkValue() {
    return hmac(key, "check", new byte[0]);
  }

  byte[] sealedSecret() {
    return SealedBox.seal(wrapping(), SECRET_LABEL, secret);
  }

  MasterKey withSecret(byte[] another) {
    return new MasterKey(key, another);
  }

  MasterKey withSealedSecret(byte[] box) {
    return withSecret(SealedBox.open(wrapping(), SECRET_LABEL, box));
  }

  /** The key that takes this one's place, with the same digests. */
  MasterKey changedTo(MasterKey next) {
    return next.withSecret(secret);
  }

  /** HMAC-SHA-256 of {@code data}, different for each purpose; the same after a change of key. */
  public byte[] mac(String purpose, byte[] data) {
    return hmac(secret, purpose, data);
  }

  private static byte[] hmac(byte[] key, String purpose, byte[] data) {
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
