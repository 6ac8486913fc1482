package city.whistle.workers.casefile;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows that say which case follows which, since both are about the same matter. A case follows
 * one other at most, and one that leads follows none, so there are no chains.
 */
@Component
public class MergedCases {

  private final JdbcClient jdbc;

  MergedCases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The case that this one follows now. */
  public Optional<UUID> leaderOf(UUID caseId) {
    return jdbc.sql(
            "select leader_id from registry.case_merge where case_id = ? and ended_at is null")
        .param(caseId)
        .query(UUID.class)
        .optional();
  }

  /** Those that follow this case now, in the order in which they were merged. */
  public List<UUID> followersOf(UUID caseId) {
    return jdbc.sql(
            """
            select case_id from registry.case_merge where leader_id = ? and ended_at is null
            order by merged_at, id\
            """)
        .param(caseId)
        .query(UUID.class)
        .list();
  }

  public void add(UUID caseId, UUID leaderId, String by, OffsetDateTime at) {
    jdbc.sql(
            """
            insert into registry.case_merge (case_id, leader_id, merged_at, merged_by)
            values (?, ?, ?, ?)\
            """)
        .params(caseId, leaderId, at, by)
        .update();
  }

  /**
   * @param how a word of column {@code ended_how}
   */
  public void end(UUID caseId, String how, OffsetDateTime at) {
    jdbc.sql(
            """
            update registry.case_merge set ended_at = ?, ended_how = ?
            where case_id = ? and ended_at is null\
            """)
        .params(at, how, caseId)
        .update();
  }

  /** How this case last ceased to follow another. */
  public Optional<Ended> lastEnded(UUID caseId) {
    return jdbc.sql(
            """
            select leader_id, ended_how from registry.case_merge
            where case_id = ? and ended_at is not null order by id desc limit 1\
            """)
        .param(caseId)
        .query(
            (row, n) ->
                new Ended(row.getObject("leader_id", UUID.class), row.getString("ended_how")))
        .optional();
  }

  /**
   * Which of its matter's complaints this one is: 1 for the case that leads, or by itself; the
   * others as they were merged.
   */
  public int placeOf(UUID caseId) {
    return jdbc.sql(
            """
            select coalesce((
              select (select 2 + count(*) from registry.case_merge o
                where o.leader_id = m.leader_id and o.ended_how = 'over' and o.id < m.id)
              from registry.case_merge m
              where m.case_id = ? and m.ended_how = 'over' order by m.id desc limit 1), 1)\
            """)
        .param(caseId)
        .query(Integer.class)
        .single();
  }

  /** Holds the rows of cases until the transaction ends, always in the same order. */
  public void lock(List<UUID> caseIds) {
    jdbc.sql("select id from registry.case_file where id = any(?) order by id for update")
        .param(caseIds.toArray(UUID[]::new))
        .query(UUID.class)
        .list();
  }

  /**
   * @param how a word of column {@code ended_how}
   */
  public record Ended(UUID leaderId, String how) {}
}
