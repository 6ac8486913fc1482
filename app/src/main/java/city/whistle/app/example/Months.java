package city.whistle.app.example;

import io.camunda.client.CamundaClient;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;

/**
 * What is of a month: its figures, which the city counts by itself, and its theme, begun by people.
 */
final class Months {

  // monthly-assessment looks each day at 20:00 whether a month is over
  private static final Duration LOOKED_FOR = Duration.ofHours(20);

  private final CaseApi api;
  private final CamundaClient client;
  private final CityClock clock;
  private final Processes processes;

  Months(CaseApi api, CamundaClient client, CityClock clock, Processes processes) {
    this.api = api;
    this.client = client;
    this.clock = clock;
    this.processes = processes;
  }

  /**
   * Lets the month that is counted now end; returns its figures, which the same day begins to
   * count.
   */
  Matter endNow() {
    Instant now = clock.now().toInstant();
    YearMonth month = AssessmentMonth.of(now);
    clock.pass(Duration.between(now, AssessmentMonth.ends(month).plus(LOOKED_FOR)));
    return processes.assessment(month);
  }

  /** Begins this month's theme, or the next one's where this month has one. */
  Matter beginTheme() {
    YearMonth month = YearMonth.from(clock.now());
    boolean taken = !api.read("/api/themes?month=" + month).path("items").isEmpty();
    return begin(taken ? month.plusMonths(1) : month);
  }

  private Matter begin(YearMonth month) {
    Matter begun = Matter.of(Matter.Kind.THEME, month.toString());
    client
        .newCreateInstanceCommand()
        .bpmnProcessId("monthly-theme")
        .latestVersion()
        .variables(Map.of("month", month.toString()))
        .tags(begun.tag())
        .send()
        .join();
    return begun;
  }
}
