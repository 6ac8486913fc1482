package city.whistle.console.audit;

import city.whistle.workers.calendar.CityTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who signed in and who was refused. The database keeps every line. */
@Component
public class SignIns {

  private final JdbcClient jdbc;
  private final CityTime time;

  SignIns(JdbcClient jdbc, CityTime time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  /**
   * Notes it where there is such an account; else nothing.
   *
   * @param who the account's name, as it was typed
   */
  public void note(String who, How how, boolean done) {
    jdbc.sql(
            """
            insert into console.sign_in (at, who, how, done)
            select ?, id, ?, ? from console.person where id = ?\
            """)
        .params(time.now(), how.wireName(), done, who)
        .update();
  }

  /** Newest first; none where the filter asks for a case. */
  List<SignIn> list(AuditFilter filter, int max) {
    return filter
        .asked(
            jdbc.sql(
                """
            select * from console.sign_in
            where (:who::text is null or who = :who) and :number::text is null
              and (:from::timestamptz is null or at >= :from) and (:to::timestamptz is null or at < :to)
              and (:before::bigint is null or id < :before)
            order by id desc limit :max\
            """),
            max)
        .query((row, n) -> read(row))
        .list();
  }

  private static SignIn read(ResultSet row) throws SQLException {
    return new SignIn(
        row.getLong("id"),
        CityTime.inCity(row.getObject("at", OffsetDateTime.class)),
        row.getString("who"),
        row.getString("how"),
        row.getBoolean("done"));
  }

  /** By what somebody signed in; the wire name is the lower-case name. */
  public enum How {
    PASSWORD,
    PROVIDER;

    String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A sign-in.
   *
   * @param done whether he was let in
   */
  record SignIn(long id, OffsetDateTime at, String who, String how, boolean done) {}
}
