package city.whistle.console.tasks;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.resident.MasterKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people have begun to fill in, one draft a person and task. Sealed, since it may hold words
 * for a resident; a draft that can't be opened any more, after a change of the master key, is none.
 */
@Component
@Transactional
class Drafts {

  /** Longer than any form takes. */
  static final int LENGTH_MAX = 100_000;

  private static final Duration KEPT = Duration.ofDays(30);
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient jdbc;
  private final CityTime time;
  private final MasterKey key;

  Drafts(JdbcClient jdbc, CityTime time, MasterKey key) {
    this.jdbc = jdbc;
    this.time = time;
    this.key = key;
  }

  /** The draft as JSON text. */
  Optional<String> find(String personId, long taskKey) {
    return jdbc.sql("select sealed from console.draft where person_id = ? and task_key = ?")
        .params(personId, taskKey)
        .query(byte[].class)
        .optional()
        .flatMap(box -> open(personId, taskKey, box));
  }

  void save(String personId, long taskKey, String values) {
    jdbc.sql("delete from console.draft where saved_at < ?").param(time.now().minus(KEPT)).update();
    jdbc.sql(
            """
            insert into console.draft (person_id, task_key, sealed, saved_at) values (?, ?, ?, ?)
            on conflict (person_id, task_key)
              do update set sealed = excluded.sealed, saved_at = excluded.saved_at\
            """)
        .params(personId, taskKey, seal(personId, taskKey, values), time.now())
        .update();
  }

  /** The task is done: nobody needs what was begun for it. */
  void forget(long taskKey) {
    jdbc.sql("delete from console.draft where task_key = ?").param(taskKey).update();
  }

  private byte[] seal(String personId, long taskKey, String values) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    byte[] sealed =
        run(Cipher.ENCRYPT_MODE, personId, taskKey, nonce, values.getBytes(StandardCharsets.UTF_8))
            .orElseThrow();
    byte[] box = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
    System.arraycopy(sealed, 0, box, NONCE_BYTES, sealed.length);
    return box;
  }

  private Optional<String> open(String personId, long taskKey, byte[] box) {
    byte[] nonce = Arrays.copyOf(box, NONCE_BYTES);
    byte[] sealed = Arrays.copyOfRange(box, NONCE_BYTES, box.length);
    return run(Cipher.DECRYPT_MODE, personId, taskKey, nonce, sealed)
        .map(plain -> new String(plain, StandardCharsets.UTF_8));
  }

  private Optional<byte[]> run(int mode, String personId, long taskKey, byte[] nonce, byte[] data) {
    byte[] whose = (personId + "/" + taskKey).getBytes(StandardCharsets.UTF_8);
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      SecretKeySpec secret = new SecretKeySpec(key.mac("console.draft", whose), "AES");
      cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, nonce));
      return Optional.of(cipher.doFinal(data));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }
}
