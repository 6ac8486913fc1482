package city.whistle.workers.whistle;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who blew which whistle. */
@Component
public class Whistlers {

  private final JdbcClient jdbc;

  Whistlers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Code of the sub-district that blew it; empty where there is no such whistle. */
  public Optional<String> of(UUID whistleId) {
    return jdbc.sql("select street_code from registry.whistle where id = ?")
        .param(whistleId)
        .query(String.class)
        .optional();
  }

  /**
   * Whose timeline tells of the whistle: its case's, or its own where it has none; empty where
   * there is no such whistle.
   */
  public Optional<UUID> timelineSubject(UUID whistleId) {
    return jdbc.sql("select coalesce(case_id, id) from registry.whistle where id = ?")
        .param(whistleId)
        .query(UUID.class)
        .optional();
  }
}
