package city.whistle.workers.dataset;

import java.time.LocalTime;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Imports when people are left in peace, what comes all the same, and how often the same. */
@Component
class QuietHoursImport {

  private final DataFile files;
  private final JdbcTemplate jdbc;

  QuietHoursImport(DataFile files, JdbcTemplate jdbc) {
    this.files = files;
    this.jdbc = jdbc;
  }

  void importHours() {
    Hours file = files.read("quiet-hours.json", Hours.class);
    jdbc.update("delete from registry.quiet_hours");
    jdbc.batchUpdate(
        """
        insert into registry.quiet_hours (recipient, channel, starts, ends, source)
        values (?, ?, ?, ?, ?)""",
        file.quietHours().stream()
            .map(q -> new Object[] {q.recipient, q.channel, q.from, q.to, file.source()})
            .toList());
    jdbc.update("delete from registry.quiet_hours_exception");
    except("kind", file.atAnyHour().kinds());
    except("level", file.atAnyHour().levels());
    importPeriods();
  }

  private void importPeriods() {
    Periods file = files.read("notice-periods.json", Periods.class);
    jdbc.update("delete from registry.notice_period");
    jdbc.batchUpdate(
        "insert into registry.notice_period (kind, period, source) values (?, ?, ?)",
        file.periods().stream().map(p -> new Object[] {p.kind, p.period, file.source()}).toList());
  }

  private void except(String subject, List<String> names) {
    jdbc.batchUpdate(
        "insert into registry.quiet_hours_exception (subject, name) values (?, ?)",
        names.stream().map(name -> new Object[] {subject, name}).toList());
  }

  record Periods(String source, List<NoticePeriod> periods) {}

  record NoticePeriod(String kind, String period) {}

  record Hours(String source, List<Quiet> quietHours, Exceptions atAnyHour) {}

  record Quiet(String recipient, String channel, LocalTime from, LocalTime to) {}

  record Exceptions(List<String> kinds, List<String> levels) {}
}
