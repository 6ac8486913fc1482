package city.whistle.workers.whistle;

import city.whistle.workers.outbox.EngineCall.PublishMessage;
import city.whistle.workers.outbox.Outbox;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The whistles of a case that are not over. */
@Component
public class OpenWhistles {

  private final JdbcClient jdbc;
  private final Outbox outbox;

  OpenWhistles(JdbcClient jdbc, Outbox outbox) {
    this.jdbc = jdbc;
    this.outbox = outbox;
  }

  /** Whether units were called for the case and it isn't over. */
  public boolean anyOf(UUID caseId) {
    return jdbc.sql(
            "select exists (select from registry.whistle where case_id = ? and ended_at is null)")
        .param(caseId)
        .query(Boolean.class)
        .single();
  }

  /** Has every unit released: the case that they were summoned for is over. */
  public void caseEnded(UUID caseId) {
    jdbc.sql("select id from registry.whistle where case_id = ? and ended_at is null")
        .param(caseId)
        .query(UUID.class)
        .list()
        .forEach(
            id -> outbox.add(PublishMessage.lasting("whistle.caseEnded", id.toString(), Map.of())));
  }
}
