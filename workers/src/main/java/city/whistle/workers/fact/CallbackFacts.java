package city.whistle.workers.fact;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.ResidentAnswer;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The callbacks as they are counted: one row each, with whose the case was just then, in the
 * transaction that records the callback.
 */
@Component
public class CallbackFacts {

  private static final long LOCK = 0x7768_6973_746c_6502L;

  private final JdbcClient jdbc;
  private final CityTime time;

  CallbackFacts(JdbcClient jdbc, CityTime time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  /** When a fact happens that this transaction is about to write. */
  public OffsetDateTime moment() {
    jdbc.sql("select pg_advisory_xact_lock_shared(?)").param(LOCK).query().singleRow();
    return time.now();
  }

  /**
   * A moment before which every fact is written: it waits for those that are being written. What is
   * counted up to it is the same whenever it is counted again.
   */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public OffsetDateTime settledMoment() {
    jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query().singleRow();
    return time.now();
  }

  /**
   * Keeps how a callback ended; of a case that nobody owns there is nothing to count.
   *
   * @param at from {@link #moment}
   */
  public void add(UUID callbackId, UUID caseId, ResidentAnswer answer, OffsetDateTime at) {
    boolean answered = Boolean.TRUE.equals(answer.answered());
    boolean settled = answered && "settled".equals(answer.settled());
    jdbc.sql(
            """
            insert into registry.callback_fact (callback_id, case_id, recorded_at, unit_code, district_code,
              category_code, answered, contacted, settled, satisfied, settled_at_first)
            select :callback, f.id, :at, f.owner_code, u.district_code, f.category_code, :answered,
              :contacted, coalesce(:settled, 'not'), coalesce(:satisfied, 'not'),
              coalesce((select o.settled_at_first from registry.callback_fact o
                where o.case_id = f.id and o.answered order by o.recorded_at limit 1), :first)
            from registry.case_file f left join registry.unit_district u on u.code = f.owner_code
            where f.id = :case and f.owner_code is not null
            on conflict do nothing\
            """)
        .param("callback", callbackId)
        .param("case", caseId)
        .param("at", at)
        .param("answered", answered)
        .param("contacted", answered && Boolean.TRUE.equals(answer.contacted()))
        .param("settled", answer.settled())
        .param("satisfied", answer.satisfied())
        .param("first", settled)
        .update();
  }
}
