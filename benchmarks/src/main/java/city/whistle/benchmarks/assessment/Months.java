package city.whistle.benchmarks.assessment;

import city.whistle.benchmarks.program.Calls;
import city.whistle.benchmarks.program.Program;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Map;

/** Has the program compute and publish months, as its process does it. */
final class Months {

  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final long LOOK_AGAIN_MILLIS = 50;
  private static final int OK = 200;
  private static final int NOT_YET = 404;

  private final Program program;
  private final Calls calls;

  Months(Program program, Calls calls) {
    this.program = program;
    this.calls = calls;
  }

  /**
   * How long it takes from the start of the process until the month's figures can be read; then
   * they are published.
   */
  Duration computed(YearMonth month) throws IOException {
    long begun = System.nanoTime();
    JsonNode instance =
        calls.post(
            engine("process-instances"),
            Map.of(
                "processDefinitionId",
                "monthly-assessment",
                "variables",
                Map.of("month", month.toString())));
    URI figures = program.api().resolve("/api/assessments/" + month);
    while (calls.status(figures, NOT_YET) != OK) {
      pause(begun, figures);
    }
    Duration taken = Duration.ofNanos(System.nanoTime() - begun);
    publish(instance.path("processInstanceKey").asText());
    return taken;
  }

  private void publish(String instance) throws IOException {
    long begun = System.nanoTime();
    URI search = engine("user-tasks/search");
    Map<String, ?> open =
        Map.of("filter", Map.of("processInstanceKey", instance, "state", "CREATED"));
    JsonNode tasks = calls.post(search, open).path("items");
    while (tasks.isEmpty()) {
      pause(begun, search);
      tasks = calls.post(search, open).path("items");
    }
    calls.post(
        engine("user-tasks/" + tasks.path(0).path("userTaskKey").asText() + "/completion"),
        Map.of("variables", Map.of("outcome", "publish")));
    while (!calls.post(search, open).path("items").isEmpty()) {
      pause(begun, search);
    }
  }

  private URI engine(String path) {
    return program.engine().resolve("/v2/" + path);
  }

  private static void pause(long begun, URI what) {
    if (System.nanoTime() - begun > LONGEST.toNanos()) {
      throw new IllegalStateException(what + " did not answer as awaited in " + LONGEST);
    }
    try {
      Thread.sleep(LOOK_AGAIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
