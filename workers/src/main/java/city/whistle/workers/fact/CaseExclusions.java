package city.whistle.workers.fact;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases whose answers don't count, once and for all. */
@Component
public class CaseExclusions {

  private final JdbcClient jdbc;
  private final CallbackFacts facts;

  CaseExclusions(JdbcClient jdbc, CallbackFacts facts) {
    this.jdbc = jdbc;
    this.facts = facts;
  }

  /**
   * Leaves the case out; what was left out before keeps its reason.
   *
   * @param byRule whether a decision table said so, not people
   */
  public void add(UUID caseId, String reason, boolean byRule) {
    OffsetDateTime since = facts.moment();
    jdbc.sql(
            """
            insert into registry.case_exclusion (case_id, reason, by_rule, since)
            values (?, coalesce(?, 'unstated'), ?, ?)
            on conflict do nothing\
            """)
        .params(caseId, reason, byRule, since)
        .update();
  }
}
