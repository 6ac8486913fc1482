package city.whistle.workers.dataset;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Imports the days that differ from the week's rule, and the spacing of callback attempts. */
@Component
class CalendarImport {

  private final DataFile files;
  private final JdbcTemplate jdbc;

  CalendarImport(DataFile files, JdbcTemplate jdbc) {
    this.files = files;
    this.jdbc = jdbc;
  }

  void importDays() {
    Days file = files.read("calendar.json", Days.class);
    jdbc.batchUpdate(
        """
        insert into registry.calendar_day (day, working, name, announced, source) values (?, ?, ?, ?, ?)
        on conflict (day) do update set working = excluded.working, name = excluded.name,
          announced = excluded.announced, source = excluded.source""",
        file.days().stream()
            .map(d -> new Object[] {d.day, d.working, d.name, d.announced, file.source()})
            .toList());
  }

  void importCallbackAttempts() {
    Attempts file = files.read("callback-attempts.json", Attempts.class);
    jdbc.update("delete from registry.callback_attempt");
    jdbc.batchUpdate(
        """
        insert into registry.callback_attempt (attempt, channel, answer_within, next_attempt_in)
        values (?, ?, ?, ?)""",
        file.attempts().stream()
            .map(a -> new Object[] {a.attempt, a.channel, a.answerWithin, a.nextAttemptIn})
            .toList());
  }

  record Days(String source, List<Day> days) {}

  record Day(LocalDate day, boolean working, String name, boolean announced) {}

  record Attempts(List<Attempt> attempts) {}

  record Attempt(int attempt, String channel, String answerWithin, String nextAttemptIn) {}
}
