package city.whistle.workers.dispatch;

import city.whistle.workers.calendar.CityTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows that tell who objected to a dispatch and what came of it. */
@Component
class Objections {

  private final JdbcClient jdbc;
  private final CityTime time;

  Objections(JdbcClient jdbc, CityTime time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  /** How often the case was objected to so far. */
  int count(UUID caseId) {
    return jdbc.sql("select count(*) from registry.objection where case_id = ?")
        .param(caseId)
        .query(Integer.class)
        .single();
  }

  /** Whether an earlier decision about the case was final. */
  boolean decidedFinally(UUID caseId) {
    return jdbc.sql("select exists (select from registry.objection where case_id = ? and final)")
        .param(caseId)
        .query(Boolean.class)
        .single();
  }

  UUID raised(UUID caseId, int round, String unitCode, String reason, OffsetDateTime reviewBy) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into registry.objection (id, case_id, round, unit_code, reason, raised_at, review_by)
            values (?, ?, ?, ?, ?, ?, ?)""")
        .params(id, caseId, round, unitCode, reason, time.now(), reviewBy)
        .update();
    return id;
  }

  /**
   * @param note null for none
   */
  void decided(UUID id, boolean upheld, String designatedUnit, boolean last, String note) {
    jdbc.sql(
            """
            update registry.objection set upheld = ?, designated_unit = ?, final = ?, note = ?, decided_at = ?
            where id = ?""")
        .params(upheld, designatedUnit, last, note, time.now(), id)
        .update();
  }
}
