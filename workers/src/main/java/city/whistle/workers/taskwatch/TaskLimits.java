package city.whistle.workers.taskwatch;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The limits of tasks, dated. */
@Component
class TaskLimits {

  private final JdbcClient jdbc;

  TaskLimits(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What holds for a task that begins on this day. */
  Optional<TaskLimit> find(String process, String element, LocalDate day) {
    return jdbc.sql(
            """
            select process, element, within, case_limit, remind_share, again_every, escalated_by, escalate_to
            from registry.task_limit where process = ? and element = ? and valid_from <= ?
            order by valid_from desc limit 1\
            """)
        .params(process, element, day)
        .query(TaskLimit.class)
        .optional();
  }

  /** The processes whose tasks are watched. */
  List<String> processes() {
    return jdbc.sql("select distinct process from registry.task_limit order by process")
        .query(String.class)
        .list();
  }
}
