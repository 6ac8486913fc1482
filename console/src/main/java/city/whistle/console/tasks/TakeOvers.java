package city.whistle.console.tasks;

import city.whistle.console.account.Person;
import city.whistle.console.audit.ActionLog;
import city.whistle.console.audit.ActionLog.Deed;
import city.whistle.workers.calendar.CityTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tasks that colleagues took over: in the log of actions, and told to whom they had been. */
@Component
@Transactional
public class TakeOvers {

  private static final Duration TOLD_FOR = Duration.ofDays(30);
  private static final int TOLD_MAX = 20;

  private final JdbcClient jdbc;
  private final ActionLog log;
  private final CityTime time;

  TakeOvers(JdbcClient jdbc, ActionLog log, CityTime time) {
    this.jdbc = jdbc;
    this.log = log;
    this.time = time;
  }

  /**
   * @param task as it was before
   */
  void done(Person by, WorkTask task, String number, String reason) {
    log.done(by.id(), deed(task, number), reason);
    jdbc.sql("delete from console.taken_over where at < ? or task_key = ? and person_id = ?")
        .params(time.now().minus(TOLD_FOR), task.key(), by.id())
        .update();
    jdbc.sql(
            """
            insert into console.taken_over
              (person_id, task_key, by_person, step, step_name, case_number, reason, at)
            select id, ?, ?, ?, ?, ?, ?, ? from console.person where id = ?
            on conflict (person_id, task_key)
              do update set by_person = excluded.by_person, reason = excluded.reason, at = excluded.at\
            """)
        .params(
            task.key(),
            by.id(),
            task.elementId(),
            task.name(),
            number,
            reason,
            time.now(),
            task.assignee())
        .update();
  }

  void refused(Person by, WorkTask task, String number, String reason, String answer) {
    log.refused(by.id(), deed(task, number), reason, answer);
  }

  private static Deed deed(WorkTask task, String number) {
    return new Deed(
        "takeOver", number, task.processInstanceKey(), task.elementId() + ": " + task.assignee());
  }

  /** What was taken from the person and he hasn't read yet, newest first. */
  List<TakenOver> from(Person person) {
    return jdbc.sql(
            """
            select t.*, p.name as by_name from console.taken_over t join console.person p on p.id = t.by_person
            where t.person_id = ? and t.at >= ? order by t.at desc, t.task_key limit ?\
            """)
        .params(person.id(), time.now().minus(TOLD_FOR), TOLD_MAX)
        .query((row, n) -> read(row))
        .list();
  }

  /** He has read it. */
  void read(Person person, long taskKey) {
    jdbc.sql("delete from console.taken_over where person_id = ? and task_key = ?")
        .params(person.id(), taskKey)
        .update();
  }

  private static TakenOver read(ResultSet row) throws SQLException {
    return new TakenOver(
        row.getLong("task_key"),
        row.getString("step"),
        row.getString("step_name"),
        row.getString("case_number"),
        row.getString("by_name"),
        row.getString("reason"),
        CityTime.inCity(row.getObject("at", OffsetDateTime.class)));
  }

  /**
   * A task that was taken over.
   *
   * @param number of its case or whistle; null where it is of neither
   * @param by name of who has it now
   */
  public record TakenOver(
      long taskKey,
      String step,
      String stepName,
      String number,
      String by,
      String reason,
      OffsetDateTime at) {}
}
