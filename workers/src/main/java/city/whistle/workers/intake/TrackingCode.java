package city.whistle.workers.intake;

import city.whistle.workers.digest.Sha256;
import city.whistle.workers.resident.MasterKey;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The code by which a resident finds the case again. Made from the case's id with the master key,
 * so that it can be told again but not guessed; the registry keeps only its digest.
 */
record TrackingCode(String text) {

  private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final int LENGTH = 12;

  static TrackingCode of(UUID caseId, MasterKey key) {
    byte[] mac = key.mac("tracking", caseId.toString().getBytes(StandardCharsets.UTF_8));
    StringBuilder code = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      code.append(ALPHABET.charAt(mac[i] & 31));
    }
    return new TrackingCode(code.toString());
  }

  byte[] digest() {
    return Sha256.of(text);
  }
}
