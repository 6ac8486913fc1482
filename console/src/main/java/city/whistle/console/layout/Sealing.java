package city.whistle.console.layout;

import city.whistle.workers.resident.MasterKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Seals what people have typed and not yet sent, since it may tell of residents: AES-256-GCM by the
 * master key. What can't be opened any more, after a change of that key, is none.
 */
@Component
public class Sealing {

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final MasterKey key;

  Sealing(MasterKey key) {
    this.key = key;
  }

  /**
   * @param purpose a key of its own for each
   * @param label whose it is: opened by the same label alone
   */
  public byte[] seal(String purpose, String label, String text) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    byte[] sealed =
        run(Cipher.ENCRYPT_MODE, purpose, label, nonce, text.getBytes(StandardCharsets.UTF_8))
            .orElseThrow();
    byte[] box = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
    System.arraycopy(sealed, 0, box, NONCE_BYTES, sealed.length);
    return box;
  }

  public Optional<String> open(String purpose, String label, byte[] box) {
    byte[] nonce = Arrays.copyOf(box, NONCE_BYTES);
    byte[] sealed = Arrays.copyOfRange(box, NONCE_BYTES, box.length);
    return run(Cipher.DECRYPT_MODE, purpose, label, nonce, sealed)
        .map(plain -> new String(plain, StandardCharsets.UTF_8));
  }

  private Optional<byte[]> run(int mode, String purpose, String label, byte[] nonce, byte[] data) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      SecretKeySpec secret =
          new SecretKeySpec(key.mac(purpose, label.getBytes(StandardCharsets.UTF_8)), "AES");
      cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, nonce));
      return Optional.of(cipher.doFinal(data));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }
}
