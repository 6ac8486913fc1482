package city.whistle.workers.assessment.request;

import city.whistle.workers.assessment.policy.Policies;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.CaseFile;
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
  private final CityTime time;

  CountedCases(JdbcClient jdbc, Policies policies, CityTime time) {
    this.jdbc = jdbc;
    this.policies = policies;
    this.time = time;
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

  /** The same, or where it would be counted if it were called back now. */
  Optional<CountedCase> ofOrWouldBe(CaseFile file) {
    return of(file.id())
        .or(
            () ->
                Optional.ofNullable(file.owner())
                    .map(
                        owner ->
                            new CountedCase(owner.code(), policies.sets().monthOf(time.now()))));
  }

  /** For whom a case is counted, and when. */
  record CountedCase(String unitCode, YearMonth month) {}
}
