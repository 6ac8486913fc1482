package city.whistle.workers.api;

import city.whistle.workers.WhistleProperties;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.digest.Sha256;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may call. A key is 32 random bytes, so its plain SHA-256 is enough to keep; the key itself is
 * nowhere but with its holder.
 */
@Component
public class ApiClients implements InitializingBean {

  private static final String DEMO = "demo-hotline";
  private static final int KEY_MIN = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient jdbc;
  private final CityTime time;
  private final WhistleProperties properties;

  ApiClients(JdbcClient jdbc, CityTime time, WhistleProperties properties) {
    this.jdbc = jdbc;
    this.time = time;
    this.properties = properties;
  }

  @Override
  public void afterPropertiesSet() {
    if (properties.demoHotlineKey() != null) {
      admit(DEMO, "Demonstration hotline", properties.demoHotlineKey());
    }
  }

  /** A new key, for {@link #admit}; show it once and keep it nowhere. */
  public static String newKey() {
    byte[] key = new byte[32];
    RANDOM.nextBytes(key);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
  }

  /** Lets a client in with this key, in place of its earlier one. */
  public void admit(String id, String name, String key) {
    if (key.length() < KEY_MIN) {
      throw new IllegalArgumentException(
          "an API key must have at least " + KEY_MIN + " characters; make one at random");
    }
    jdbc.sql(
            """
            insert into registry.api_client (id, name, key_hash, created_at) values (?, ?, ?, ?)
            on conflict (id) do update
              set name = excluded.name, key_hash = excluded.key_hash, disabled_at = null""")
        .params(id, name, Sha256.of(key), time.now())
        .update();
  }

  Optional<ApiClient> of(String key) {
    return jdbc.sql(
            "select id, name from registry.api_client where key_hash = ? and disabled_at is null")
        .param(Sha256.of(key))
        .query((row, n) -> new ApiClient(row.getString("id"), row.getString("name")))
        .optional();
  }
}
