package city.whistle.app.example;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** How what an example is about comes in: by the API, or with a process that a hotline starts. */
final class Entrance {

  private final CaseApi api;
  private final Processes processes;
  private final Months months;
  private final Blanks blanks;
  private final Patience patience;

  Entrance(CaseApi api, Processes processes, Months months, Blanks blanks, Patience patience) {
    this.api = api;
    this.processes = processes;
    this.months = months;
    this.blanks = blanks;
    this.patience = patience;
  }

  /**
   * Opens the example's complaint, or whatever else it is about.
   *
   * @param subjects get what there is beside it
   */
  Matter open(Example example, Subjects subjects) {
    if (example.earlier() != null) {
      subjects.earlier(opened(api.open(numbered(example, example.earlier()))));
    }
    if (example.burst() != null) {
      subjects.callers(
          example.burst().complaints().stream()
              .map(complaint -> opened(api.open(numbered(example, complaint))))
              .toList());
      return example.burst().found(api, patience);
    }
    if (example.monthlyTheme()) {
      return months.beginTheme();
    }
    if (example.patrol() != null) {
      return Walk.report(api, example.lane(), numbered(example, example.patrol()));
    }
    if (example.whistle() != null) {
      String number = api.blow(numbered(example, example.whistle())).path("number").asText();
      return Matter.of(Matter.Kind.WHISTLE, number);
    }
    return example.intake() == Example.Intake.API
        ? opened(api.open(numbered(example, example.complaint())))
        : processes.start(numbered(example, example.complaint()));
  }

  private static Matter opened(JsonNode answer) {
    return Matter.ofCase(answer.path("number").asText(), answer.path("caseId").asText());
  }

  /** The same example may be played often, so each time it has a number of its own. */
  private Map<String, Object> numbered(Example example, Map<String, Object> request) {
    Map<String, Object> numbered = new LinkedHashMap<>(blanks.fill(request));
    numbered.put("externalId", example.name() + "-" + UUID.randomUUID());
    return numbered;
  }
}
