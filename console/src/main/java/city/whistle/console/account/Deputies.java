package city.whistle.console.account;

import city.whistle.workers.calendar.CityTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who stands in for whom. It ends by its last day, or when somebody ends it, or when either account
 * is disabled. One who stands in for somebody has no deputy in that time, and the other way round:
 * there are neither chains nor circles, and nobody's work is with one who is away himself.
 */
@Component
@Transactional
public class Deputies {

  /** As far ahead as somebody plans to be away. */
  private static final int AHEAD_DAYS_MAX = 366;

  private final JdbcClient jdbc;
  private final CityTime time;
  private final AccountSettings settings;

  Deputies(JdbcClient jdbc, CityTime time, AccountSettings settings) {
    this.jdbc = jdbc;
    this.time = time;
    this.settings = settings;
  }

  /**
   * Names a deputy. Whether the namer may, {@code Access} says.
   *
   * @return what is in the way; empty where it is done
   */
  public Optional<Obstacle> name(Wish wish, String namedBy) {
    return datesObstacle(wish)
        .or(() -> peopleObstacle(wish))
        .or(() -> overlap(wish))
        .or(
            () -> {
              add(wish, namedBy);
              return Optional.empty();
            });
  }

  private Optional<Obstacle> datesObstacle(Wish wish) {
    LocalDate today = time.today();
    if (wish.from().isBefore(today)) {
      return Obstacle.of("from", "deputy.from.past");
    }
    if (wish.from().isAfter(today.plusDays(AHEAD_DAYS_MAX))) {
      return Obstacle.of("from", "deputy.from.far", AHEAD_DAYS_MAX);
    }
    if (wish.to().isBefore(wish.from())) {
      return Obstacle.of("to", "person.to.beforeFrom");
    }
    return wish.to().isAfter(wish.from().plusDays(settings.deputyDaysMax() - 1L))
        ? Obstacle.of("to", "deputy.to.far", settings.deputyDaysMax())
        : Optional.empty();
  }

  /** Holds both accounts as they are, so that of two wishes at once the second sees the first. */
  private Optional<Obstacle> peopleObstacle(Wish wish) {
    if (wish.personId().equals(wish.deputyId())) {
      return Obstacle.of("deputy", "deputy.self");
    }
    List<String> enabled =
        jdbc.sql(
                """
                select id from console.person where id in (?, ?) and disabled_at is null
                order by id for update\
                """)
            .params(wish.personId(), wish.deputyId())
            .query(String.class)
            .list();
    if (!enabled.contains(wish.personId())) {
      return Obstacle.of("person", "deputy.person.unknown");
    }
    return enabled.contains(wish.deputyId())
        ? Optional.empty()
        : Obstacle.of("deputy", "deputy.deputy.unknown");
  }

  private Optional<Obstacle> overlap(Wish wish) {
    return jdbc.sql(
            """
            select * from console.deputy
            where ended_at is null and valid_from <= :to and valid_to >= :from
              and (person_id in (:person, :deputy) or deputy_id = :person)
            order by person_id = :person desc, valid_from limit 1\
            """)
        .param("from", wish.from())
        .param("to", wish.to())
        .param("person", wish.personId())
        .param("deputy", wish.deputyId())
        .query((row, n) -> read(row))
        .optional()
        .flatMap(other -> Obstacle.of("deputy", key(other, wish), other.from(), other.to()));
  }

  private static String key(Deputy other, Wish wish) {
    if (other.personId().equals(wish.personId())) {
      return "deputy.hasOne";
    }
    return other.personId().equals(wish.deputyId()) ? "deputy.isAway" : "deputy.standsIn";
  }

  private void add(Wish wish, String namedBy) {
    jdbc.sql(
            """
            insert into console.deputy (id, person_id, deputy_id, valid_from, valid_to, named_by, named_at)
            values (?, ?, ?, ?, ?, ?, ?)\
            """)
        .params(
            UUID.randomUUID(),
            wish.personId(),
            wish.deputyId(),
            wish.from(),
            wish.to(),
            namedBy,
            time.now())
        .update();
  }

  public Optional<Deputy> find(UUID id) {
    return jdbc.sql("select * from console.deputy where id = ?")
        .param(id)
        .query((row, n) -> read(row))
        .optional();
  }

  /** Ends it at once; false where it was over already. */
  public boolean end(UUID id, String endedBy) {
    return jdbc.sql(
                """
                update console.deputy set ended_at = :now, ended_by = :by
                where id = :id and ended_at is null and valid_to >= :today\
                """)
            .param("now", time.now())
            .param("by", endedBy)
            .param("id", id)
            .param("today", time.today())
            .update()
        == 1;
  }

  /** Newest first: of which the person is a part on either side. */
  public List<Deputy> of(String personId, int max) {
    return jdbc.sql(
            """
            select * from console.deputy where person_id = :id or deputy_id = :id
            order by valid_from desc, named_at desc limit :max\
            """)
        .param("id", personId)
        .param("max", max)
        .query((row, n) -> read(row))
        .list();
  }

  private static Deputy read(ResultSet row) throws SQLException {
    return new Deputy(
        row.getObject("id", UUID.class),
        row.getString("person_id"),
        row.getString("deputy_id"),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class),
        row.getString("named_by"),
        CityTime.inCity(row.getObject("ended_at", OffsetDateTime.class)));
  }

  /** Who is to stand in for whom, the first and the last day. */
  public record Wish(String personId, String deputyId, LocalDate from, LocalDate to) {}

  /**
   * Why it can't be.
   *
   * @param field of the form
   * @param key of the sentence
   */
  public record Obstacle(String field, String key, List<Object> arguments) {

    public static Optional<Obstacle> of(String field, String key, Object... arguments) {
      return Optional.of(new Obstacle(field, key, List.of(arguments)));
    }
  }
}
