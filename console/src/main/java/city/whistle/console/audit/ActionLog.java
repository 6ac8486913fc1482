package city.whistle.console.audit;

import city.whistle.console.access.ActingFor;
import city.whistle.workers.calendar.CityTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people did to cases, tasks and processes. The database keeps every line. */
@Component
public class ActionLog {

  private final JdbcClient jdbc;
  private final CityTime time;
  private final ActingFor acting;

  ActionLog(JdbcClient jdbc, CityTime time, ActingFor acting) {
    this.jdbc = jdbc;
    this.time = time;
    this.acting = acting;
  }

  /** Notes that it was done. */
  public void done(String who, Deed deed, String reason) {
    add(who, deed, reason, true, "");
  }

  /**
   * Notes that it was tried and refused.
   *
   * @param answer the words of who refused it
   */
  public void refused(String who, Deed deed, String reason, String answer) {
    add(who, deed, reason, false, answer == null ? "" : answer);
  }

  private void add(String who, Deed deed, String reason, boolean done, String answer) {
    jdbc.sql(
            """
            insert into console.action
              (at, who, for_whom, what, case_number, instance_key, target, reason, done, answer)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """)
        .params(
            time.now(),
            who,
            acting.now(who, deed.caseNumber()).orElse(null),
            deed.what(),
            deed.caseNumber(),
            deed.instanceKey(),
            deed.target(),
            reason,
            done,
            answer)
        .update();
  }

  /** Newest first. */
  public List<Action> list(AuditFilter filter, int max) {
    return filter
        .asked(
            jdbc.sql(
                """
            select * from console.action
            where (:who::text is null or who = :who) and (:number::text is null or case_number = :number)
              and (:from::timestamptz is null or at >= :from) and (:to::timestamptz is null or at < :to)
              and (:before::bigint is null or id < :before)
            order by id desc limit :max\
            """),
            max)
        .query((row, n) -> read(row))
        .list();
  }

  private static Action read(ResultSet row) throws SQLException {
    return new Action(
        row.getLong("id"),
        CityTime.inCity(row.getObject("at", OffsetDateTime.class)),
        row.getString("who"),
        row.getString("for_whom"),
        row.getString("what"),
        row.getString("case_number"),
        row.getObject("instance_key", Long.class),
        row.getString("target"),
        row.getString("reason"),
        row.getBoolean("done"),
        row.getString("answer"));
  }

  /**
   * What is done, to what.
   *
   * @param what last part of its message's key
   * @param caseNumber null where it is of no case
   * @param instanceKey null where it is of no instance in particular
   * @param target the task, incident or person; empty for none
   */
  public record Deed(String what, String caseNumber, Long instanceKey, String target) {}
}
