package city.whistle.workers.theme;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.theme.ThemeWork.Member;
import city.whistle.workers.theme.ThemeWork.ProblemTaken;
import city.whistle.workers.theme.ThemeWork.Result;
import city.whistle.workers.theme.ThemeWork.Task;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The problems, units, tasks and results of chosen themes. */
@Component
class WorkStore {

  private final JdbcClient jdbc;
  private final JdbcTemplate rows;
  private final CityTime time;

  WorkStore(JdbcClient jdbc, JdbcTemplate rows, CityTime time) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.time = time;
  }

  void put(UUID theme, ThemeWork work) {
    rows.batchUpdate(
        """
        insert into registry.theme_problem (theme_id, position, what, category_code, category_name, kind)
        values (?, ?, ?, ?, ?, ?)\
        """,
        work.problems().stream().map(problem -> values(theme, problem)).toList());
    rows.batchUpdate(
        "insert into registry.theme_unit (theme_id, unit_code, unit_name, leads) values (?, ?, ?,"
            + " ?)",
        work.units().stream()
            .map(unit -> new Object[] {theme, unit.code(), unit.name(), unit.leads()})
            .toList());
    rows.batchUpdate(
        """
        insert into registry.theme_task (theme_id, position, unit_code, what, target, measure, due)
        values (?, ?, ?, ?, ?, ?, ?)\
        """,
        work.tasks().stream().map(task -> values(theme, task)).toList());
  }

  private static Object[] values(UUID theme, ProblemTaken problem) {
    return new Object[] {
      theme,
      problem.position(),
      problem.what(),
      problem.categoryCode(),
      problem.categoryName(),
      problem.kind() == null ? null : problem.kind().wireName()
    };
  }

  private static Object[] values(UUID theme, Task task) {
    return new Object[] {
      theme,
      task.position(),
      task.unitCode(),
      task.what(),
      task.target(),
      task.measure(),
      task.due()
    };
  }

  ThemeWork of(UUID theme) {
    return new ThemeWork(problems(theme), units(theme), tasks(theme), results(theme));
  }

  private List<ProblemTaken> problems(UUID theme) {
    return jdbc.sql("select * from registry.theme_problem where theme_id = ? order by position")
        .param(theme)
        .query(
            (row, n) ->
                new ProblemTaken(
                    row.getInt("position"),
                    row.getString("what"),
                    row.getString("category_code"),
                    row.getString("category_name"),
                    ThemeKind.of(row.getString("kind"))))
        .list();
  }

  private List<Member> units(UUID theme) {
    return jdbc.sql(
            "select * from registry.theme_unit where theme_id = ? order by not leads, unit_code")
        .param(theme)
        .query(
            (row, n) ->
                new Member(
                    row.getString("unit_code"),
                    row.getString("unit_name"),
                    row.getBoolean("leads"),
                    ThemeStore.time(row, "done_at")))
        .list();
  }

  private List<Task> tasks(UUID theme) {
    return jdbc.sql("select * from registry.theme_task where theme_id = ? order by position")
        .param(theme)
        .query(
            (row, n) ->
                new Task(
                    row.getInt("position"),
                    row.getString("unit_code"),
                    row.getString("what"),
                    row.getInt("target"),
                    row.getString("measure"),
                    row.getObject("due", LocalDate.class),
                    row.getObject("reached", Integer.class)))
        .list();
  }

  private List<Result> results(UUID theme) {
    return jdbc.sql(
            """
            select * from registry.theme_result where theme_id = ? order by noted_at, name, unit_code limit 500\
            """)
        .param(theme)
        .query(
            (row, n) ->
                new Result(
                    row.getString("unit_code"), row.getString("kind"), row.getString("name")))
        .list();
  }

  /** How many a unit says it has reached; of another unit's task nothing is kept. */
  void reached(UUID theme, String unit, int position, int reached) {
    jdbc.sql(
            """
            update registry.theme_task set reached = ?, reached_at = ?
            where theme_id = ? and unit_code = ? and position = ?\
            """)
        .params(reached, time.now(), theme, unit, position)
        .update();
  }

  /** What is named a second time stays as it was. */
  void add(UUID theme, String unit, String kind, Collection<String> names) {
    rows.batchUpdate(
        """
        insert into registry.theme_result (theme_id, unit_code, kind, name, noted_at)
        values (?, ?, ?, ?, ?) on conflict do nothing\
        """,
        names.stream().map(name -> new Object[] {theme, unit, kind, name, time.now()}).toList());
  }

  void done(UUID theme, String unit) {
    jdbc.sql(
            """
            update registry.theme_unit set done_at = ? where theme_id = ? and unit_code = ? and done_at is null\
            """)
        .params(time.now(), theme, unit)
        .update();
  }
}
