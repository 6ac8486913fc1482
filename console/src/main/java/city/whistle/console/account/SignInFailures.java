package city.whistle.console.account;

import city.whistle.workers.calendar.CityTime;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Locks a name after wrong attempts in a row: a minute after the fifth, twice as long after each
 * further one, an hour at most. Names that nobody has are locked alike, so that a lock tells
 * nothing.
 */
@Component
@Transactional
class SignInFailures {

  private static final int FREE_ATTEMPTS = 5;
  private static final Duration FIRST_LOCK = Duration.ofMinutes(1);
  private static final Duration LONGEST_LOCK = Duration.ofHours(1);
  private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);
  private static final int DOUBLINGS_MAX = 6;

  private final JdbcClient jdbc;
  private final CityTime time;

  SignInFailures(JdbcClient jdbc, CityTime time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  /**
   * For how long nobody signs in by this name; empty where it isn't locked. A lock from when the
   * clock was ahead is none.
   */
  Optional<Duration> lock(String name) {
    OffsetDateTime now = time.now();
    return jdbc.sql(
            """
            select locked_until from console.sign_in_failure
            where name = ? and locked_until > ? and locked_until <= ?\
            """)
        .params(key(name), now, now.plus(LONGEST_LOCK))
        .query(OffsetDateTime.class)
        .optional()
        .map(until -> Duration.between(now, until));
  }

  void failed(String name) {
    OffsetDateTime now = time.now();
    jdbc.sql("delete from console.sign_in_failure where last_at < ?")
        .param(now.minus(FORGOTTEN_AFTER))
        .update();
    int failures =
        jdbc.sql(
                """
                insert into console.sign_in_failure as f (name, failures, last_at) values (?, 1, ?)
                on conflict (name) do update set failures = f.failures + 1, last_at = excluded.last_at
                returning failures\
                """)
            .params(key(name), now)
            .query(Integer.class)
            .single();
    if (failures >= FREE_ATTEMPTS) {
      jdbc.sql("update console.sign_in_failure set locked_until = ? where name = ?")
          .params(now.plus(lockAfter(failures)), key(name))
          .update();
    }
  }

  void succeeded(String name) {
    jdbc.sql("delete from console.sign_in_failure where name = ?").param(key(name)).update();
  }

  private static Duration lockAfter(int failures) {
    int doublings = Math.min(failures - FREE_ATTEMPTS, DOUBLINGS_MAX);
    Duration lock = FIRST_LOCK.multipliedBy(1L << doublings);
    return lock.compareTo(LONGEST_LOCK) > 0 ? LONGEST_LOCK : lock;
  }

  private static String key(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    return lower.length() > 100 ? lower.substring(0, 100) : lower;
  }
}
