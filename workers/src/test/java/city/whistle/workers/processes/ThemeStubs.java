package city.whistle.workers.processes;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What the workers of the month's theme answer: nothing is due but what people choose. */
final class ThemeStubs {

  private ThemeStubs() {}

  static Map<String, UnaryOperator<Map<String, Object>>> at(Supplier<Instant> clock) {
    return Map.of(
        "theme.find",
        job -> found(job, clock.get()),
        "theme.choose",
        job -> Map.of("theme", chosen(job, clock.get())),
        "theme.recordWork",
        job -> Map.of("themeUnit", job.get("themeUnit")),
        "theme.sumUp",
        job -> Map.of("theme", job.get("theme")));
  }

  private static Map<String, Object> found(Map<String, Object> job, Instant now) {
    return job.get("month") == null
        ? Json.members("{theme: {due: false, reason: 'nothing'}}")
        : Map.of(
            "theme",
            Map.of(
                "id",
                "theme-1",
                "month",
                job.get("month"),
                "due",
                true,
                "choosers",
                "policy",
                "chooseBy",
                StubAnswers.at(now, Duration.ofDays(7)),
                "chooseUntil",
                StubAnswers.at(now, Duration.ofDays(30)),
                "workUntil",
                StubAnswers.at(now, Duration.ofDays(90))));
  }

  private static Map<String, Object> chosen(Map<String, Object> job, Instant now) {
    Map<String, Object> theme = new HashMap<>(StubAnswers.object(job, "theme"));
    theme.put("units", List.of(unit("housing", now), unit("water", now)));
    return theme;
  }

  private static Map<String, Object> unit(String code, Instant now) {
    return Map.of(
        "code",
        code,
        "name",
        "单位" + code,
        "group",
        "department:" + code,
        "due",
        StubAnswers.at(now, Duration.ofDays(20)),
        "tasks",
        List.of());
  }
}
