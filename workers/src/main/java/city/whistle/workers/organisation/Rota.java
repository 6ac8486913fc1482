package city.whistle.workers.organisation;

import city.whistle.workers.calendar.CityTime;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who is on duty when. A shift holds from its first minute to before its last; one that doesn't end
 * later than it starts ends on the next day, and belongs to the day on which it begins.
 */
@Component
public class Rota {

  private final JdbcClient jdbc;

  Rota(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Who is on duty in the street's bodies, by their codes. */
  public Map<String, List<OnDuty>> inBodies(String streetCode, OffsetDateTime when) {
    return at(streetCode, "body", when);
  }

  /** Who is on call for the street's joint enforcement centre, by the codes of their units. */
  public Map<String, List<OnDuty>> onCall(String streetCode, OffsetDateTime when) {
    return at(streetCode, "centre", when);
  }

  private Map<String, List<OnDuty>> at(String street, String place, OffsetDateTime when) {
    OffsetDateTime inCity = CityTime.inCity(when);
    LocalDate day = inCity.toLocalDate();
    LocalTime hour = inCity.toLocalTime();
    return jdbc
        .sql(
            """
            select distinct t.holder, t.person, t.phone
            from registry.duty_shift t
            cross join (values (:today::date, 0), (:today::date - 1, 1)) begun(on_day, days_ago)
            where t.place = :place and t.street_code = case when exists
                (select from registry.duty_shift o where o.street_code = :street and o.place = :place
                   and o.valid_from <= :today and (o.valid_to is null or o.valid_to > :today)) then :street else '*' end
              and t.valid_from <= begun.on_day and (t.valid_to is null or t.valid_to > begun.on_day)
              and strpos(t.days, extract(isodow from begun.on_day)::text) > 0
              and case when days_ago = 0 then t.starts <= :hour and (t.ends <= t.starts or t.ends > :hour)
                  else t.ends <= t.starts and t.ends > :hour end
            order by t.holder, t.person\
            """)
        .param("street", street)
        .param("place", place)
        .param("today", day)
        .param("hour", hour)
        .query(
            (row, n) ->
                Map.entry(
                    row.getString("holder"),
                    new OnDuty(row.getString("person"), row.getString("phone"))))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }
}
