package city.whistle.workers.casefile;

import city.whistle.workers.calendar.Limits;
import city.whistle.workers.timeline.RecordSeals;
import city.whistle.workers.unit.UnitRef;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves a case's row on; each change is a worker's, in the worker's transaction. Nothing else
 * changes the row, for each change is sealed.
 */
@Component
@Transactional
public class CaseProgress {

  private final JdbcClient jdbc;
  private final RecordSeals seals;

  CaseProgress(JdbcClient jdbc, RecordSeals seals) {
    this.jdbc = jdbc;
    this.seals = seals;
  }

  /** Ties the case to its process instance; false where another instance has it. */
  public boolean bind(UUID caseId, long processInstanceKey) {
    seals.touch(caseId);
    return jdbc.sql(
                """
                update registry.case_file set process_instance_key = :key,
                  status = case when status = 'received' then 'registered' else status end
                where id = :id and (process_instance_key is null or process_instance_key = :key)\
                """)
            .param("key", processInstanceKey)
            .param("id", caseId)
            .update()
        == 1;
  }

  /** Parts the case from its instance, if it still has that one. */
  public void unbind(UUID caseId, Long processInstanceKey) {
    seals.touch(caseId);
    jdbc.sql(
            """
            update registry.case_file set process_instance_key = null
            where id = ? and process_instance_key is not distinct from ?\
            """)
        .params(caseId, processInstanceKey)
        .update();
  }

  /**
   * @param level by which its limits were made
   */
  public void dispatched(UUID caseId, UnitRef owner, int round, String level, Limits limits) {
    seals.touch(caseId);
    jdbc.sql(
            """
            update registry.case_file set status = 'dispatched', owner_code = ?, owner_name = ?, owner_kind = ?,
              round = ?, level = ? where id = ?\
            """)
        .params(owner.code(), owner.name(), owner.kind(), round, level, caseId)
        .update();
    limits(caseId, limits);
  }

  /** What the resident may expect from the first. */
  public void promise(UUID caseId, OffsetDateTime answerBy) {
    seals.touch(caseId);
    jdbc.sql("update registry.case_file set promised_by = ?, promise_moved_at = null where id = ?")
        .params(answerBy, caseId)
        .update();
  }

  /** The resident is told another time; to be called where that is done. */
  public void promiseMoved(UUID caseId, OffsetDateTime answerBy, OffsetDateTime now) {
    seals.touch(caseId);
    jdbc.sql(
            """
            update registry.case_file set promised_by = :by, promise_moved_at = :now
            where id = :id and promised_by is distinct from :by\
            """)
        .param("by", answerBy)
        .param("now", now)
        .param("id", caseId)
        .update();
  }

  /** Another unit has the case, as it stands. */
  public void owner(UUID caseId, UnitRef owner) {
    seals.touch(caseId);
    jdbc.sql(
            "update registry.case_file set owner_code = ?, owner_name = ?, owner_kind = ? where id"
                + " = ?")
        .params(owner.code(), owner.name(), owner.kind(), caseId)
        .update();
  }

  public void limits(UUID caseId, Limits limits) {
    seals.touch(caseId);
    jdbc.sql(
            """
            update registry.case_file set sign_by = ?, contact_by = ?, warn_at = ?, settle_by = ?
            where id = ?\
            """)
        .params(limits.signBy(), limits.contactBy(), limits.warnAt(), limits.settleBy(), caseId)
        .update();
  }

  public void round(UUID caseId, int round, Limits limits) {
    seals.touch(caseId);
    jdbc.sql("update registry.case_file set round = ? where id = ?").params(round, caseId).update();
    limits(caseId, limits);
  }

  /** The case's clocks stand still; false where they don't run, since it is over. */
  public boolean suspended(UUID caseId) {
    seals.touch(caseId);
    return jdbc.sql(
                "update registry.case_file set status = 'suspended' where id = ? and status ="
                    + " 'dispatched'")
            .param(caseId)
            .update()
        == 1;
  }

  public void resumed(UUID caseId, Limits limits) {
    seals.touch(caseId);
    jdbc.sql(
            "update registry.case_file set status = 'dispatched' where id = ? and status ="
                + " 'suspended'")
        .param(caseId)
        .update();
    limits(caseId, limits);
  }

  /** The case follows another. */
  public void merged(UUID caseId) {
    seals.touch(caseId);
    jdbc.sql("update registry.case_file set status = 'merged' where id = ? and closed_at is null")
        .param(caseId)
        .update();
  }

  /** The case is handled by itself again. */
  public void parted(UUID caseId) {
    seals.touch(caseId);
    jdbc.sql(
            """
            update registry.case_file
            set status = case when owner_code is null then 'registered' else 'dispatched' end
            where id = ? and status = 'merged'\
            """)
        .param(caseId)
        .update();
  }

  /** The case that it followed is closed: its resident is asked about that one's owner. */
  public void followed(UUID caseId, UnitRef owner) {
    seals.touch(caseId);
    owner(caseId, owner);
    jdbc.sql(
            """
            update registry.case_file set status = 'dispatched', round = greatest(round, 1)
            where id = ? and status = 'merged'\
            """)
        .param(caseId)
        .update();
  }

  /** The case ends with a reply and without a dispatch. */
  public void answered(UUID caseId, String route, OffsetDateTime at) {
    seals.touch(caseId);
    jdbc.sql(
            "update registry.case_file set status = 'answered', route = ?, closed_at = ? where id ="
                + " ?")
        .params(route, at, caseId)
        .update();
  }

  public void withdrawn(UUID caseId, OffsetDateTime at) {
    seals.touch(caseId);
    jdbc.sql("update registry.case_file set status = 'withdrawn', closed_at = ? where id = ?")
        .params(at, caseId)
        .update();
  }

  /** The case ends; what was withdrawn stays so. */
  public void closed(UUID caseId, ResidentAnswer answer, Inclusion inclusion, OffsetDateTime at) {
    seals.touch(caseId);
    jdbc.sql(
            """
            update registry.case_file set
              status = case when status = 'withdrawn' then status else 'closed' end,
              answered = ?, contacted = ?, settled = ?, satisfied = ?,
              included = ?, inclusion_reason = ?, closed_at = coalesce(closed_at, ?)
            where id = ?\
            """)
        .params(
            answer.answered(),
            answer.contacted(),
            answer.settled(),
            answer.satisfied(),
            inclusion.included(),
            inclusion.reason(),
            at,
            caseId)
        .update();
  }
}
