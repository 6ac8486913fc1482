package city.whistle.workers.notification.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what a webhook gets, as <a href="https://www.standardwebhooks.com">Standard Webhooks</a>
 * defines it, so that receivers can check it with a library.
 */
final class WebhookSignature {

  private static final String PREFIX = "whsec_";
  private static final int KEY_MIN = 24;
  private static final int KEY_MAX = 64;

  private final byte[] key;

  private WebhookSignature(byte[] key) {
    this.key = key;
  }

  /**
   * @throws IllegalArgumentException where it is no secret; the message doesn't show it
   */
  static WebhookSignature with(String secret, String setting) {
    try {
      byte[] key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
      if (secret.startsWith(PREFIX) && key.length >= KEY_MIN && key.length <= KEY_MAX) {
        return new WebhookSignature(key);
      }
    } catch (RuntimeException e) {
      // none, too short or not Base64: told below
    }
    throw new IllegalArgumentException(
        setting + " must be whsec_ and Base64 of 24 to 64 random bytes");
  }

  /**
   * @param timestamp seconds since 1970
   */
  String of(String id, long timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java lacks HmacSHA256", e);
    }
  }
}
