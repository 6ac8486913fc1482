package city.whistle.app.example;

import io.camunda.client.CamundaClient;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;

/** What is of a month: its figures and its theme, begun for the example by people. */
final class Months {

  private final CaseApi api;
  private final CamundaClient client;
  private final CityClock clock;

  Months(CaseApi api, CamundaClient client, CityClock clock) {
    this.api = api;
    this.client = client;
    this.clock = clock;
  }

  /** Moves the clock to the end of the month that is counted now, and has its figures computed. */
  Matter endNow() {
    Instant now = clock.now().toInstant();
    YearMonth month = AssessmentMonth.of(now);
    clock.pass(Duration.between(now, AssessmentMonth.ends(month)));
    return begin(Matter.Kind.ASSESSMENT, month);
  }

  /** Begins this month's theme, or the next one's where this month has one. */
  Matter beginTheme() {
    YearMonth month = YearMonth.from(clock.now());
    boolean taken = !api.read("/api/themes?month=" + month).path("items").isEmpty();
    return begin(Matter.Kind.THEME, taken ? month.plusMonths(1) : month);
  }

  private Matter begin(Matter.Kind kind, YearMonth month) {
    Matter begun = Matter.of(kind, month.toString());
    client
        .newCreateInstanceCommand()
        .bpmnProcessId(kind == Matter.Kind.THEME ? "monthly-theme" : "monthly-assessment")
        .latestVersion()
        .variables(Map.of("month", month.toString()))
        .tags(begun.tag())
        .send()
        .join();
    return begun;
  }
}
