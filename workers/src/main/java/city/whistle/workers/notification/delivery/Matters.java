package city.whistle.workers.notification.delivery;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What messages are about: cases, whistles, bursts, patrols, and months of the assessment and their
 * themes.
 */
@Component
class Matters {

  private final JdbcClient jdbc;

  Matters(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Matter> find(UUID subject) {
    return jdbc.sql(
            """
            select number, external_id from registry.case_file where id = :id
            union all select number, null from registry.whistle where id = :id
            union all select number, null from registry.matter where id = :id
            union all select number, null from registry.patrol where id = :id
            union all select to_char(month, 'YYYY-MM'), null from registry.assessment_run where id = :id
            union all select to_char(month, 'YYYY-MM'), null from registry.theme where id = :id
            limit 1\
            """)
        .param("id", subject)
        .query((row, n) -> new Matter(row.getString("number"), row.getString("external_id")))
        .optional();
  }

  /**
   * @param externalId the hotline's own number of a case; null for a whistle
   */
  record Matter(String number, String externalId) {}
}
