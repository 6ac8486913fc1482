package city.whistle.workers.resident;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM: nonce of 12 bytes, then ciphertext with its tag; bound to a label that must be the
 * same when it is opened.
 */
final class SealedBox {

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private SealedBox() {}

  static byte[] seal(SecretKey key, String label, byte[] plain) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, key, label, nonce, plain);
    byte[] box = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
    System.arraycopy(sealed, 0, box, NONCE_BYTES, sealed.length);
    return box;
  }

  /**
   * @throws IllegalStateException where key, label or content are not those that were sealed
   */
  static byte[] open(SecretKey key, String label, byte[] box) {
    byte[] nonce = Arrays.copyOf(box, NONCE_BYTES);
    return run(
        Cipher.DECRYPT_MODE, key, label, nonce, Arrays.copyOfRange(box, NONCE_BYTES, box.length));
  }

  private static byte[] run(int mode, SecretKey key, String label, byte[] nonce, byte[] data) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(label.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "sealed data can't be read: wrong master key, or the row was changed", e);
    }
  }
}
