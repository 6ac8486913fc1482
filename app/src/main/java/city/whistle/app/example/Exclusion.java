package city.whistle.app.example;

import java.util.Map;
import java.util.Optional;

/** An owner's wish that a case be left out of the month's figures. */
final class Exclusion {

  private final CaseApi api;
  private final String id;

  private Exclusion(CaseApi api, String id) {
    this.api = api;
    this.id = id;
  }

  /** Asks for it; what isn't over yet counts in no figure, and is refused. */
  static Exclusion ask(CaseApi api, String caseNumber, Step.Exclude step) {
    Map<String, Object> request =
        Map.of("caseNumber", caseNumber, "ground", step.ground(), "evidence", step.evidence());
    return new Exclusion(api, api.exclude(request).path("id").asText());
  }

  /** Waits for what became of it: {@code granted}, {@code refused} or {@code refusedByRule}. */
  String decided(Patience patience) {
    return patience.await(
        "a decision on exclusion " + id,
        () ->
            Optional.of(api.exclusion(id).path("state").asText())
                .filter(state -> !state.equals("asked")));
  }
}
