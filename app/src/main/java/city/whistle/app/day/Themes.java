package city.whistle.app.day;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.CamundaClient;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The theme of the day's month: begun by people, worked on by two units, reviewed. */
final class Themes {

  /** Process and tag of a theme. */
  static final String PROCESS = "monthly-theme";

  static final String SUBJECT = "theme:";

  private static final LocalTime BEGINS = LocalTime.of(9, 0);
  private static final String LEADS = "urban-management";
  private static final String HELPS = "heat";
  private static final int WORKS_DAYS = 20;
  private static final List<Map<String, String>> WITHOUT_PROPOSALS =
      List.of(problem("老旧小区室温不达标", "010401"), problem("老旧管网停水", "010101"));

  private Themes() {}

  /** Puts its beginning on the agenda. */
  static void plan(DayPlan plan, Agenda agenda, CamundaClient client) {
    String month = YearMonth.from(plan.day()).toString();
    agenda.add(
        plan.day().atTime(BEGINS).atZone(DayPlan.CITY).toInstant(),
        () ->
            client
                .newCreateInstanceCommand()
                .bpmnProcessId(PROCESS)
                .latestVersion()
                .variables(Map.of("month", month))
                .tags(SUBJECT + month)
                .send()
                .join());
  }

  /** What is filled in where a theme is chosen, worked on and reviewed. */
  static Map<String, Object> answer(
      Work work, Chance chance, Instant now, Function<String, JsonNode> read) {
    return switch (work.element()) {
      case "ChooseThemes" -> chosen(now, read.apply("theme"));
      case "WorkOnTheme" -> worked(work, chance, read.apply("work"));
      default -> Map.of("outcome", review(read.apply("theme")), "reviewNote", "已复盘。");
    };
  }

  private static Map<String, Object> chosen(Instant now, JsonNode theme) {
    List<Map<String, String>> problems = new ArrayList<>();
    for (JsonNode proposal : theme.path("proposals")) {
      if (problems.size() < 2) {
        problems.add(problem(proposal.path("label").asText(), proposal.path("value").asText()));
      }
    }
    String due = now.atZone(DayPlan.CITY).toLocalDate().plusDays(WORKS_DAYS).toString();
    return Map.of(
        "outcome",
        "choose",
        "choice",
        Map.of(
            "name",
            "样例主题",
            "problems",
            problems.size() == 2 ? problems : WITHOUT_PROPOSALS,
            "lead",
            LEADS,
            "coUnits",
            List.of(HELPS),
            "tasks",
            List.of(task(LEADS, 10, due), task(HELPS, 1200, due))),
        "chooseNote",
        "诉求集中。");
  }

  private static Map<String, String> problem(String what, String category) {
    return Map.of("what", what, "categoryCode", category);
  }

  private static Map<String, Object> task(String unit, int target, String due) {
    return Map.of("what", "专项治理", "unit", unit, "target", target, "measure", "处", "due", due);
  }

  /**
   * What is shown beside goes back as it is. Half is reached when it is told of first; then what
   * chance gives, up to a tenth more.
   */
  private static Map<String, Object> worked(Work work, Chance chance, JsonNode shown) {
    boolean first = work.times() == 0;
    double part = first ? 0.5 : chance.between(0.9, 1.1, work.chance(), work.purpose("reached"));
    List<Map<String, Object>> tasks = new ArrayList<>();
    for (JsonNode task : shown.path("tasks")) {
      Map<String, Object> row = new LinkedHashMap<>();
      task.fields().forEachRemaining(field -> row.put(field.getKey(), field.getValue()));
      row.put("reached", (int) (part * task.path("target").asInt()));
      tasks.add(row);
    }
    return Map.of("outcome", first ? "progress" : "done", "work", Map.of("tasks", tasks));
  }

  /** How many a unit says that it has reached, all its tasks together. */
  static long reached(Map<String, Object> variables) {
    long sum = 0;
    if (variables.get("work") instanceof Map<?, ?> work && work.get("tasks") instanceof List<?> t) {
      for (Object task : t) {
        sum += ((Number) ((Map<?, ?>) task).get("reached")).longValue();
      }
    }
    return sum;
  }

  private static String review(JsonNode theme) {
    for (JsonNode task : theme.path("tasks")) {
      if (task.path("reached").asInt() < task.path("target").asInt()) {
        return "partly";
      }
    }
    return "reached";
  }
}
