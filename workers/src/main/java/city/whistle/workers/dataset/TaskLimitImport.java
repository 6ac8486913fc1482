package city.whistle.workers.dataset;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Imports until when people do their tasks, and who hears of what they didn't. */
@Component
class TaskLimitImport {

  private final DataFile files;
  private final JdbcTemplate jdbc;

  TaskLimitImport(DataFile files, JdbcTemplate jdbc) {
    this.files = files;
    this.jdbc = jdbc;
  }

  void importLimits() {
    File file = files.read("task-limits.json", File.class);
    jdbc.update("delete from registry.task_limit");
    jdbc.batchUpdate(
        """
        insert into registry.task_limit (process, element, valid_from, within, case_limit, remind_share,
          again_every, escalated_by, escalate_to, source)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """,
        file.limits().stream().map(row -> row.values(file.validFrom())).toList());
  }

  record File(LocalDate validFrom, List<Row> limits) {}

  /**
   * A row.
   *
   * @param validFrom for tasks that begin on that day or later; null for the file's
   */
  record Row(
      String process,
      String element,
      LocalDate validFrom,
      String within,
      String caseLimit,
      BigDecimal remindShare,
      String remindedBy,
      String againEvery,
      String escalatedBy,
      String escalateTo,
      String source) {

    private Object[] values(LocalDate fileValidFrom) {
      return new Object[] {
        process,
        element,
        validFrom == null ? fileValidFrom : validFrom,
        within,
        caseLimit,
        remindShare,
        againEvery,
        escalatedBy,
        escalateTo,
        source
      };
    }
  }
}
