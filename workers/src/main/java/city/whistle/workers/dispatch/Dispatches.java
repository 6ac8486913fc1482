package city.whistle.workers.dispatch;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.unit.Unit;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows that tell who had a case when. */
@Component
class Dispatches {

  private final JdbcClient jdbc;
  private final CityTime time;

  Dispatches(JdbcClient jdbc, CityTime time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  /** When the case was dispatched last. */
  OffsetDateTime lastTime(UUID caseId) {
    return CityTime.inCity(
        jdbc.sql("select max(dispatched_at) from registry.case_dispatch where case_id = ?")
            .param(caseId)
            .query(OffsetDateTime.class)
            .single());
  }

  /**
   * @param districtCode null where the case's district is none of the registry's
   */
  void insert(
      UUID caseId,
      long elementInstanceKey,
      Unit owner,
      String districtCode,
      int round,
      String level) {
    jdbc.sql(
            """
            insert into registry.case_dispatch
              (element_instance_key, case_id, unit_code, unit_kind, district_code, round, level, dispatched_at,
               category_code)
            values (?, ?, ?, ?, ?, ?, ?, ?, (select category_code from registry.case_file where id = ?))""")
        .params(
            elementInstanceKey,
            caseId,
            owner.code(),
            owner.kind().wireName(),
            districtCode,
            round,
            level,
            time.now(),
            caseId)
        .update();
  }
}
