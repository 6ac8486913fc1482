package city.whistle.console.supervision;

import city.whistle.console.layout.Message;
import city.whistle.console.supervision.Migration.Asked;
import city.whistle.console.supervision.PlanPage.Choice;
import city.whistle.console.supervision.PlanPage.Select;
import io.camunda.client.api.search.response.ProcessDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is chosen for a migration: the version, and what steps without a counterpart become. */
final class MigrationSelects {

  /** Before the id of a step, in the name of the field that says what it becomes. */
  static final String STEP = "step.";

  private MigrationSelects() {}

  /**
   * @param chosen number of the version; null for none
   */
  static List<Select> of(List<ProcessDefinition> versions, Integer chosen, List<Asked> asked) {
    List<Select> selects = new ArrayList<>();
    selects.add(
        new Select(
            "version",
            Message.of("migrate.to"),
            null,
            false,
            versions.stream().map(MigrationSelects::version).toList(),
            String.valueOf(chosen)));
    for (Asked one : asked) {
      String step = Message.step(one.step().id(), one.step().name());
      selects.add(
          new Select(
              STEP + one.step().id(),
              Message.of("migrate.step", step),
              selects.size() == 1 ? Message.of("migrate.ask") : null,
              true,
              one.choices().stream().map(part -> Choice.step(part.id(), part.name())).toList(),
              one.chosen()));
    }
    return selects;
  }

  private static Choice version(ProcessDefinition one) {
    String number = String.valueOf(one.getVersion());
    String tag = one.getVersionTag();
    return new Choice(
        number,
        tag == null || tag.isBlank()
            ? Message.of("processes.version", number)
            : Message.of("plan.version", number, tag),
        null);
  }

  /** What steps become, by their ids, of all that was sent. */
  static Map<String, String> steps(Map<String, String> all) {
    Map<String, String> steps = new HashMap<>();
    all.forEach(
        (name, value) -> {
          if (name.startsWith(STEP)) {
            steps.put(name.substring(STEP.length()), value);
          }
        });
    return steps;
  }
}
