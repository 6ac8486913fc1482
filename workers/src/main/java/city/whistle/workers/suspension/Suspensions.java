package city.whistle.workers.suspension;

import java.time.Duration;
import java.time.OffsetDateTime;
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
      Rest rest) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into registry.suspension
              (id, case_id, cause, reason, suspended_at, settle_rest, warn_rest, until)
            values (?, ?, ?, ?, ?, ?, ?, ?)\
            """)
        .params(
            id,
            caseId,
            request.cause(),
            request.reason() == null ? "" : request.reason(),
            now,
            rest.untilSettled().toMillis(),
            rest.untilWarned().toMillis(),
            until)
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

  /** The owner replied while the case was suspended: nothing is left to resume. */
  public void endOf(UUID caseId, OffsetDateTime now) {
    jdbc.sql(
            "update registry.suspension set resumed_at = ? where case_id = ? and resumed_at is"
                + " null")
        .params(now, caseId)
        .update();
  }

  void end(UUID id, OffsetDateTime now) {
    jdbc.sql("update registry.suspension set resumed_at = ? where id = ?").params(now, id).update();
  }

  Rest rest(UUID id) {
    return jdbc.sql("select settle_rest, warn_rest from registry.suspension where id = ?")
        .param(id)
        .query(
            (row, n) ->
                new Rest(
                    Duration.ofMillis(row.getLong("settle_rest")),
                    Duration.ofMillis(row.getLong("warn_rest"))))
        .single();
  }

  /** Counted time that is left of a case's limits; zero where one has passed. */
  record Rest(Duration untilSettled, Duration untilWarned) {}
}
