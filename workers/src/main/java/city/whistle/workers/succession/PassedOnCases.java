package city.whistle.workers.succession;

import city.whistle.workers.calendar.CityTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cases that abolished units left. */
@Component
public class PassedOnCases {

  private final JdbcClient jdbc;

  PassedOnCases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Oldest first, after the one that is named.
   *
   * @param unitCode who left them; null for any unit
   * @param afterTime with {@code afterId}, where the page before ended; null for the first
   */
  public List<PassedOn> list(String unitCode, OffsetDateTime afterTime, UUID afterId, int max) {
    return jdbc.sql(
            """
            select s.case_id, f.number, s.from_unit, s.to_unit, s.at
            from registry.case_succession s join registry.case_file f on f.id = s.case_id
            where (:unit::text is null or s.from_unit = :unit)
              and (:afterTime::timestamptz is null or (s.at, s.case_id) > (:afterTime, :afterId::uuid))
            order by s.at, s.case_id limit :max\
            """)
        .param("unit", unitCode)
        .param("afterTime", afterTime)
        .param("afterId", afterId)
        .param("max", max)
        .query(
            (row, n) ->
                new PassedOn(
                    row.getObject("case_id", UUID.class),
                    row.getString("number"),
                    row.getString("from_unit"),
                    row.getString("to_unit"),
                    CityTime.inCity(row.getObject("at", OffsetDateTime.class))))
        .list();
  }
}
