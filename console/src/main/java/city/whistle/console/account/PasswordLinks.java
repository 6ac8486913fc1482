package city.whistle.console.account;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.digest.Sha256;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * One-time links by which a person chooses a password. Looking at one uses nothing up, so that a
 * mail scanner can't spoil it; a newer one makes older ones void.
 */
@Component
@Transactional
public class PasswordLinks {

  public static final Duration VALID_FOR = Duration.ofDays(3);

  private static final int TOKEN_BYTES = 24;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient jdbc;
  private final CityTime time;

  PasswordLinks(JdbcClient jdbc, CityTime time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  /** Returns the link's path; only its digest is kept. */
  public String make(String personId) {
    jdbc.sql("delete from console.password_link where person_id = ? and used_at is null")
        .param(personId)
        .update();
    byte[] bytes = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    jdbc.sql("insert into console.password_link (digest, person_id, expires_at) values (?, ?, ?)")
        .params(Sha256.of(token), personId, time.now().plus(VALID_FOR))
        .update();
    return "/password/" + token;
  }

  /** Whose link it is; empty where there is none, or it was used, or is too old. */
  public Optional<String> personOf(String token) {
    return jdbc.sql(
            """
            select l.person_id from console.password_link l join console.person p on p.id = l.person_id
            where l.digest = ? and l.used_at is null and l.expires_at > ? and p.disabled_at is null\
            """)
        .params(Sha256.of(token), time.now())
        .query(String.class)
        .optional();
  }

  /** True for the one who uses it first. */
  public boolean use(String token) {
    return jdbc.sql(
                """
                update console.password_link set used_at = :now
                where digest = :digest and used_at is null and expires_at > :now\
                """)
            .param("now", time.now())
            .param("digest", Sha256.of(token))
            .update()
        == 1;
  }
}
