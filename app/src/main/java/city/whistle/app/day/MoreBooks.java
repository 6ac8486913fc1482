package city.whistle.app.day;

import city.whistle.app.example.CaseApi;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What units asked for and what became of themes, in the player's book and in the registry. */
final class MoreBooks {

  private final Ledger ledger;
  private final CaseApi api;
  private final List<Difference> differences;

  MoreBooks(Ledger ledger, CaseApi api, List<Difference> differences) {
    this.ledger = ledger;
    this.api = api;
    this.differences = differences;
  }

  void compare() {
    ledger.pleas().forEach(this::compare);
    ledger.reviewed().forEach(this::theme);
  }

  private void compare(Plea plea) {
    String state = api.read(plea.kind().path() + "/" + plea.id()).path("state").asText();
    if (!state.equals(plea.state())) {
      note(
          plea.story().number(),
          "%s should be %s, and is %s".formatted(plea.kind().word(), plea.state(), state));
    }
  }

  private void theme(String month, Ledger.Reviewed said) {
    JsonNode theme = api.read("/api/themes/" + month);
    String state = theme.path("state").asText();
    long reached = 0;
    for (JsonNode task : theme.path("tasks")) {
      reached += task.path("reached").asLong();
    }
    if (!state.equals(said.outcome()) || reached != said.reached()) {
      note(
          "theme " + month,
          "units reached %d, %s; the registry has %d, %s"
              .formatted(said.reached(), said.outcome(), reached, state));
    }
  }

  private void note(String subject, String what) {
    differences.add(new Difference(subject, what));
  }
}
