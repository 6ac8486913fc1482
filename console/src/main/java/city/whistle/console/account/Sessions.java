package city.whistle.console.account;

import city.whistle.workers.calendar.CityTime;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The browsers in which somebody is signed in. */
@Component
@Transactional
public class Sessions {

  private static final int SHOWN_MAX = 20;

  private final JdbcClient jdbc;
  private final CityTime time;

  Sessions(JdbcClient jdbc, CityTime time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  /** Last used first. */
  public List<Open> of(String personId) {
    return jdbc.sql(
            """
            select session_id, creation_time, last_access_time from console.session
            where principal_name = ? and expiry_time > last_access_time
            order by last_access_time desc limit ?\
            """)
        .params(personId, SHOWN_MAX)
        .query((row, n) -> new Open(row.getString(1), time(row.getLong(2)), time(row.getLong(3))))
        .list();
  }

  /** Whether somebody is still signed in by this session. */
  public boolean isOpen(String id) {
    return jdbc.sql(
            "select exists (select from console.session where session_id = ? and expiry_time > ?)")
        .params(id, time.now().toInstant().toEpochMilli())
        .query(Boolean.class)
        .single();
  }

  private static OffsetDateTime time(long millis) {
    return CityTime.inCity(Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC));
  }

  /**
   * Signs the person out.
   *
   * @param but the session that stays; null for none
   */
  public void end(String personId, String but) {
    jdbc.sql(
            """
            delete from console.session
            where principal_name = :person and (:but::text is null or session_id <> :but)\
            """)
        .param("person", personId)
        .param("but", but)
        .update();
  }

  /** A browser in which the person is signed in. */
  public record Open(String id, OffsetDateTime since, OffsetDateTime lastUsed) {}
}
