package city.whistle.workers.suspension;

import city.whistle.workers.calendar.DueDates;
import city.whistle.workers.calendar.TimeLimit;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of suspensions and their reviews. */
@Component
public class Suspensions {

  private final JdbcClient jdbc;

  Suspensions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  UUID begin(
      UUID caseId,
      SuspendCaseWorker.Request request,
      OffsetDateTime now,
      OffsetDateTime until,
      Rest rest,
      TimeLimit timeLimit,
      SuspensionRule rule) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into registry.suspension
              (id, case_id, cause, reason, suspended_at, settle_rest, warn_rest, until,
               basis, warn_share, rest_at_least, rest_basis)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """)
        .params(
            id,
            caseId,
            request.cause(),
            request.reason() == null ? "" : request.reason(),
            now,
            rest.untilSettled().toMillis(),
            rest.untilWarned().toMillis(),
            until,
            timeLimit.days().wireName(),
            timeLimit.share(),
            rule.restAtLeast(),
            DueDates.Basis.of(rule.basis()).wireName())
        .update();
    return id;
  }

  /**
   * @param outcome {@code goesOn}, {@code longestReached} or {@code ends}
   * @param note null for none
   */
  void reviewed(
      UUID id, String outcome, String note, OffsetDateTime now, OffsetDateTime nextReviewBy) {
    jdbc.sql(
            """
            insert into registry.suspension_review (id, suspension_id, outcome, note, reviewed_at, review_by)
            values (?, ?, ?, ?, ?, ?)\
            """)
        .params(UUID.randomUUID(), id, outcome, note, now, nextReviewBy)
        .update();
  }

  void end(UUID id, OffsetDateTime now) {
    jdbc.sql("update registry.suspension set resumed_at = ? where id = ?").params(now, id).update();
  }

  /** How the case's clocks stand still; nobody else ends that before the transaction is over. */
  Optional<Stopped> open(UUID caseId) {
    return jdbc.sql(
            """
            select id, settle_rest, warn_rest, basis, warn_share, rest_at_least, rest_basis
            from registry.suspension where case_id = ? and resumed_at is null for update\
            """)
        .param(caseId)
        .query(
            (row, n) ->
                new Stopped(
                    row.getObject("id", UUID.class),
                    Duration.ofMillis(row.getLong("settle_rest")),
                    Duration.ofMillis(row.getLong("warn_rest")),
                    DueDates.Basis.of(row.getString("basis")),
                    row.getDouble("warn_share"),
                    row.getString("rest_at_least"),
                    DueDates.Basis.of(row.getString("rest_basis"))))
        .optional();
  }

  /**
   * @param untilSettled counted time that was left, as is {@code untilWarned}
   * @param days which days count for both
   * @param restAtLeast ISO 8601 duration of {@code restDays} that the owner has at least
   */
  record Stopped(
      UUID id,
      Duration untilSettled,
      Duration untilWarned,
      DueDates.Basis days,
      double warnShare,
      String restAtLeast,
      DueDates.Basis restDays) {}

  /** Counted time that is left of a case's limits; zero where one has passed. */
  record Rest(Duration untilSettled, Duration untilWarned) {}
}
