package city.whistle.workers.theme;

import city.whistle.workers.Registry;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.job.TestJob;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Requests of the past, and themes of the months that follow. */
public class ThemeScene {

  public static final String LEAD = "housing";
  public static final String CO_UNIT = "water";

  private final Registry registry;
  private final FindThemesWorker find;
  private final ChooseThemesWorker choose;
  private final JdbcClient jdbc;
  private final CityTime time;

  ThemeScene(
      Registry registry,
      FindThemesWorker find,
      ChooseThemesWorker choose,
      JdbcClient jdbc,
      CityTime time) {
    this.registry = registry;
    this.find = find;
    this.choose = choose;
    this.jdbc = jdbc;
    this.time = time;
  }

  /** Nothing is proposed, chosen or asked for, and nobody ever complained of these categories. */
  void forget(String... categories) {
    for (String table : List.of("result", "task", "unit", "problem", "proposal", "hint")) {
      jdbc.sql("delete from registry.theme_" + table).update();
    }
    jdbc.sql("delete from registry.theme").update();
    jdbc.sql(
            "update registry.case_file set received_at = '2001-01-01' where category_code = any(?)")
        .param(categories)
        .update();
  }

  public YearMonth now() {
    return YearMonth.from(time.today());
  }

  /** So many requests at that time, as the registry has them years later. */
  void asked(String category, int times, OffsetDateTime at) {
    CaseFile one = registry.opened(body -> body.put("categoryCode", category));
    jdbc.sql("update registry.case_file set received_at = ? where id = ?")
        .params(at, one.id())
        .update();
    jdbc.sql(
            """
            insert into registry.case_file
            select (jsonb_populate_record(f, jsonb_build_object('id', gen_random_uuid(), 'number', gen_random_uuid(),
              'external_id', gen_random_uuid(), 'tracking_digest', '\\x' || md5(random()::text)))).*
            from registry.case_file f, generate_series(2, ?) n where f.id = ?\
            """)
        .params(times, one.id())
        .update();
  }

  /** The variables of a month's process after its theme was looked for. */
  Map<String, Object> found(YearMonth month, long instance) {
    return find.findThemes(
        TestJob.of("theme.find", Map.of("month", month.toString())).in(instance));
  }

  /** What people send who choose: two problems, a task for each of two units. */
  public static Map<String, Object> choice(YearMonth month, String... categories) {
    Map<String, Object> choice = new HashMap<>();
    choice.put("name", "用水保障");
    choice.put(
        "problems",
        List.of(
            Map.of("what", "老旧小区水压不足", "categoryCode", categories[0]),
            Map.of("what", "水质发黄", "categoryCode", categories[1])));
    choice.put("lead", LEAD);
    choice.put("coUnits", List.of(CO_UNIT));
    String due = month.plusMonths(1).atDay(15).toString();
    choice.put("tasks", List.of(task(LEAD, 40, due), task(CO_UNIT, 120, due)));
    return choice;
  }

  static Map<String, Object> task(String unit, int target, String due) {
    return Map.of("what", "改造管线", "unit", unit, "target", target, "measure", "处", "due", due);
  }

  /** The variables after these were chosen. */
  Map<String, Object> chosen(Map<String, Object> before, Object choice, long instance) {
    Map<String, Object> variables = new HashMap<>(before);
    variables.put("choice", choice);
    variables.put("outcome", "choose");
    variables.put("chooseNote", "诉求集中");
    variables.putAll(choose.chooseThemes(TestJob.of("theme.choose", variables).in(instance)));
    return variables;
  }

  /** A theme of the current month with its units at work, in place of what the month had. */
  public Map<String, Object> atWork(long instance) {
    forget();
    YearMonth month = now();
    return chosen(found(month, instance), choice(month, "010101", "010102"), instance);
  }

  /** What is being chosen for the current month, in place of what it had. */
  public Map<String, Object> choosing(long instance) {
    forget();
    return found(now(), instance);
  }

  /** What a unit of it sends, with the variables of its part. */
  public static Map<String, Object> work(Map<String, Object> theme, int unit, String outcome) {
    Map<String, Object> variables = new HashMap<>(theme);
    Map<?, ?> about = (Map<?, ?>) theme.get("theme");
    variables.put("themeUnit", ((List<?>) about.get("units")).get(unit));
    variables.put("outcome", outcome);
    variables.put(
        "work",
        Map.of(
            "tasks", List.of(Map.of("id", unit + 1, "reached", 40)),
            "policies", List.of(Map.of("name", "供水保障办法")),
            "sites", List.of(Map.of("name", "某某小区南门"))));
    return variables;
  }
}
