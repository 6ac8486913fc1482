package city.whistle.workers.assessment.request;

import city.whistle.workers.assessment.policy.Policies;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** For whom, and in which month, a case is counted. */
@Component
class CountedCases {

  private final JdbcClient jdbc;
  private final Policies policies;

  CountedCases(JdbcClient jdbc, Policies policies) {
    this.jdbc = jdbc;
    this.policies = policies;
  }

  /** Where the case's last valid answer counts; empty where it has none. */
  Optional<CountedCase> of(UUID caseId) {
    return jdbc.sql(
            """
            select unit_code, recorded_at from registry.callback_fact
            where case_id = ? and answered order by recorded_at desc limit 1\
            """)
        .param(caseId)
        .query(
            (row, n) ->
                new CountedCase(
                    row.getString("unit_code"),
                    policies.sets().monthOf(row.getObject("recorded_at", OffsetDateTime.class))))
        .optional();
  }

  /** For whom a case is counted, and when. */
  record CountedCase(String unitCode, YearMonth month) {}
}
