package city.whistle.workers.casefile;

import city.whistle.workers.calendar.CityTime;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Units that take part in a case beside its owner. */
@Component
public class CaseParties {

  private final JdbcClient jdbc;
  private final CityTime time;

  CaseParties(JdbcClient jdbc, CityTime time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  /** Notes who was asked to take part; who is noted stays so, for what it did is of the case. */
  public void addCoHandlers(UUID caseId, Collection<String> unitCodes) {
    unitCodes.forEach(
        code ->
            jdbc.sql(
                    """
                    insert into registry.case_party (case_id, unit_code, role, since)
                    values (?, ?, 'coHandler', ?) on conflict do nothing\
                    """)
                .params(caseId, code, time.now())
                .update());
  }
}
