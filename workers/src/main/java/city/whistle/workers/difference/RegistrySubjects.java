package city.whistle.workers.difference;

import city.whistle.workers.calendar.CityTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the registry has processes work on. */
@Component
class RegistrySubjects {

  private static final String CASES =
      """
      select id, number, id as case_id, true as apart, process_instance_key, received_at as since, closed_at as over_at
      from registry.case_file where\s\
      """;

  private static final String WHISTLES =
      """
      select id, number, case_id, client_id is not null as apart, process_instance_key, blown_at as since,
        ended_at as over_at
      from registry.whistle where\s\
      """;

  private static final String SUPERVISIONS =
      """
      select id, null as number, case_id, case_id is null as apart, null::bigint as process_instance_key,
        raised_at as since, recorded_at as over_at
      from registry.supervision where\s\
      """;

  private final JdbcClient jdbc;

  RegistrySubjects(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Open cases, oldest first.
   *
   * @param last of the page before; null for the first
   */
  List<Subject> openCases(Subject last, int max) {
    return jdbc.sql(
            CASES
                + """
                closed_at is null and (:since::timestamptz is null or (received_at, id) > (:since, :id::uuid))
                order by received_at, id limit :max\
                """)
        .param("since", last == null ? null : last.since())
        .param("id", last == null ? null : last.id())
        .param("max", max)
        .query(RegistrySubjects::read)
        .list();
  }

  /** Whistles that aren't over, oldest first. */
  List<Subject> openWhistles(int max) {
    return jdbc.sql(WHISTLES + "ended_at is null order by blown_at, id limit ?")
        .param(max)
        .query(RegistrySubjects::read)
        .list();
  }

  /** Supervisions that aren't over, oldest first. */
  List<Subject> openSupervisions(int max) {
    return jdbc.sql(SUPERVISIONS + "recorded_at is null order by raised_at, id limit ?")
        .param(max)
        .query(RegistrySubjects::read)
        .list();
  }

  List<Subject> cases(Collection<UUID> ids, Collection<String> numbers) {
    return jdbc.sql(CASES + "id = any(?) or number = any(?)")
        .params(ids.toArray(UUID[]::new), numbers.toArray(String[]::new))
        .query(RegistrySubjects::read)
        .list();
  }

  List<Subject> whistles(Collection<UUID> ids) {
    return some(WHISTLES, ids);
  }

  List<Subject> supervisions(Collection<UUID> ids) {
    return some(SUPERVISIONS, ids);
  }

  Optional<Subject> theCase(UUID id) {
    return cases(List.of(id), List.of()).stream().findFirst();
  }

  /** Whether the engine has still to be asked for the process of a case or whistle. */
  boolean startWaits(UUID subject) {
    return jdbc.sql(
            """
            select exists (select from registry.outbox where sent_at is null and kind = 'startProcess'
              and :id in (payload -> 'variables' ->> 'caseId', payload -> 'variables' -> 'whistle' ->> 'id'))\
            """)
        .param("id", subject.toString())
        .query(Boolean.class)
        .single();
  }

  private List<Subject> some(String sql, Collection<UUID> ids) {
    return jdbc.sql(sql + "id = any(?)")
        .param(ids.toArray(UUID[]::new))
        .query(RegistrySubjects::read)
        .list();
  }

  private static Subject read(ResultSet row, int n) throws SQLException {
    return new Subject(
        row.getObject("id", UUID.class),
        row.getString("number"),
        row.getObject("case_id", UUID.class),
        row.getBoolean("apart"),
        row.getObject("process_instance_key", Long.class),
        CityTime.inCity(row.getObject("since", OffsetDateTime.class)),
        CityTime.inCity(row.getObject("over_at", OffsetDateTime.class)));
  }
}
