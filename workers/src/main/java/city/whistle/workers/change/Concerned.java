package city.whistle.workers.change;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom it concerns that something happened to cases or whistles. */
@Component
public class Concerned {

  private final JdbcClient jdbc;

  Concerned(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Codes of the units that own them, take part, whistled or were summoned, and of their places.
   */
  public Set<String> units(Collection<UUID> subjects) {
    return Set.copyOf(
        jdbc.sql(
                """
                select unit from registry.case_file f, unnest(array[owner_code, street_code, district_code]) unit
                  where f.id = any(:subjects) and unit is not null
                union select unit_code from registry.case_party where case_id = any(:subjects)
                union select street_code from registry.whistle where id = any(:subjects) or case_id = any(:subjects)
                union select s.unit_code from registry.whistle w join registry.summons s on s.whistle_id = w.id
                  where w.id = any(:subjects) or w.case_id = any(:subjects)\
                """)
            .param("subjects", subjects.toArray(UUID[]::new))
            .query(String.class)
            .list());
  }
}
