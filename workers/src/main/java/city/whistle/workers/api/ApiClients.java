package city.whistle.workers.api;

import city.whistle.workers.WhistleProperties;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.digest.Sha256;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may call. A key is 32 random bytes, so its plain SHA-256 is enough to keep; the key itself is
 * nowhere but with its holder.
 */
@Component
class ApiClients implements InitializingBean {

  private static final String DEMO = "demo-hotline";
  private static final int KEY_MIN = 32;
  private static final int LISTING_MAX = 1000;
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
    if (properties.demoHotlineKey() == null) {
      return;
    }
    if (isEmpty()) {
      admit(
          new ApiClient(DEMO, "Demonstration hotline", EnumSet.allOf(Scope.class), null),
          properties.demoHotlineKey());
    } else {
      changeKey(DEMO, properties.demoHotlineKey());
    }
  }

  /** Whether no client was ever let in; only then does the demonstration's come by itself. */
  private boolean isEmpty() {
    return jdbc.sql("select not exists (select from registry.api_client)")
        .query(Boolean.class)
        .single();
  }

  /** Leaves its rights as they are, and one that was shut out where it is. */
  private void changeKey(String id, String key) {
    requireLong(key);
    jdbc.sql(
            "update registry.api_client set key_hash = ? where id = ? and disabled_at is null and key_hash <> ?")
        .params(Sha256.of(key), id, Sha256.of(key))
        .update();
  }

  private static void requireLong(String key) {
    if (key.length() < KEY_MIN) {
      throw new IllegalArgumentException(
          "an API key must have at least " + KEY_MIN + " characters; make one at random");
    }
  }

  /** A new key, for {@link #admit}; show it once and keep it nowhere. */
  static String newKey() {
    byte[] key = new byte[32];
    RANDOM.nextBytes(key);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
  }

  /** Lets a client in with this key, in place of its earlier one and its earlier rights. */
  void admit(ApiClient client, String key) {
    requireLong(key);
    jdbc.sql(
            """
            insert into registry.api_client (id, name, key_hash, scopes, unit_code, created_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (id) do update
              set name = excluded.name, key_hash = excluded.key_hash, scopes = excluded.scopes,
                unit_code = excluded.unit_code, disabled_at = null""")
        .params(
            client.id(),
            client.name(),
            Sha256.of(key),
            client.scopes().stream().map(Scope::wireName).toArray(String[]::new),
            client.unitCode(),
            time.now())
        .update();
  }

  /** Shuts a client out; false where there is none that was in. */
  boolean shutOut(String id) {
    return jdbc.sql(
                "update registry.api_client set disabled_at = ? where id = ? and disabled_at is null")
            .params(time.now(), id)
            .update()
        == 1;
  }

  /** Those that are in, by id. */
  List<ApiClient> list() {
    return jdbc.sql(
            "select * from registry.api_client where disabled_at is null order by id limit ?")
        .param(LISTING_MAX)
        .query(ApiClients::read)
        .list();
  }

  Optional<ApiClient> of(String key) {
    return jdbc.sql("select * from registry.api_client where key_hash = ? and disabled_at is null")
        .param(Sha256.of(key))
        .query(ApiClients::read)
        .optional();
  }

  private static ApiClient read(ResultSet row, int n) throws SQLException {
    return new ApiClient(
        row.getString("id"),
        row.getString("name"),
        scopes((String[]) row.getArray("scopes").getArray()),
        row.getString("unit_code"));
  }

  private static Set<Scope> scopes(String... names) {
    EnumSet<Scope> scopes = EnumSet.noneOf(Scope.class);
    Arrays.stream(names).map(Scope::of).flatMap(Optional::stream).forEach(scopes::add);
    return scopes;
  }
}
