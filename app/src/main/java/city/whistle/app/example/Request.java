package city.whistle.app.example;

import java.util.Map;
import java.util.Optional;

/** An owner's wish that a case be left out of the month's figures, or its appeal against them. */
final class Request {

  private final CaseApi api;
  private final String path;

  private Request(CaseApi api, String path) {
    this.api = api;
    this.path = path;
  }

  /** Asks for it; what isn't over yet counts in no figure, and is refused. */
  static Request ask(CaseApi api, String caseNumber, Step.Ask step) {
    Map<String, Object> request =
        Map.of("caseNumber", caseNumber, "ground", step.ground(), "evidence", step.evidence());
    String path = "/api/" + step.what() + "s";
    return new Request(api, path + "/" + api.ask(path, request).path("id").asText());
  }

  /** Waits for what became of it: {@code granted}, {@code refused} or {@code refusedByRule}. */
  String decided(Patience patience) {
    return patience.await(
        "a decision on " + path,
        () ->
            Optional.of(api.read(path).path("state").asText())
                .filter(state -> !state.equals("asked")));
  }
}
