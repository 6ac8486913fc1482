package city.whistle.console.supervision;

import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Message;
import city.whistle.console.layout.NoSuchPage;
import city.whistle.console.layout.Redirect;
import city.whistle.console.supervision.MigratePage.Question;
import city.whistle.console.supervision.MigratePage.Step;
import city.whistle.console.supervision.MigratePage.Version;
import city.whistle.console.supervision.ModelShape.Part;
import io.camunda.client.api.search.response.ProcessDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Lets an instance go on by another version of its process, after showing what that does. What is
 * sent has the seal of what was shown: where the instance has gone on meanwhile, nothing is done.
 */
@Controller
class MigrateController {

  private static final String PATH = "/supervision/instances/{instance:\\d{1,18}}/migrate";

  /** Before the id of a step, in the name of the field that says what it becomes. */
  private static final String STEP = "step.";

  private final KnownInstances known;
  private final EngineAbilities abilities;
  private final InstanceMigrations migrations;
  private final InstanceInterventions interventions;

  MigrateController(
      KnownInstances known,
      EngineAbilities abilities,
      InstanceMigrations migrations,
      InstanceInterventions interventions) {
    this.known = known;
    this.abilities = abilities;
    this.migrations = migrations;
    this.interventions = interventions;
  }

  /**
   * @param version number of the version; absent until it is chosen
   * @param all among them what steps without a counterpart become
   */
  @GetMapping(PATH)
  @Allowed(Right.INTERVENE)
  Answer preview(
      @PathVariable("instance") long key,
      @RequestParam(required = false) Integer version,
      @RequestParam Map<String, String> all,
      Person person) {
    KnownInstance of = require(person, key);
    List<ProcessDefinition> versions = migrations.versions(of);
    Optional<ProcessDefinition> to = chosen(versions, version);
    Optional<Migration> plan = plan(of, to, all);
    return page(of, versions, version, plan, seal(of, to, plan), ActionForm.empty());
  }

  /**
   * @param seal of what was shown
   */
  @PostMapping(PATH)
  @Allowed(Right.INTERVENE)
  Answer migrate(
      @PathVariable("instance") long key,
      @RequestParam(required = false) Integer version,
      @RequestParam Map<String, String> all,
      @RequestParam(defaultValue = "") String seal,
      @RequestParam(defaultValue = "") String reason,
      Person person) {
    KnownInstance of = require(person, key);
    List<ProcessDefinition> versions = migrations.versions(of);
    Optional<ProcessDefinition> to = chosen(versions, version);
    Optional<Migration> plan = plan(of, to, all);
    ActionForm sent = ActionForm.sent(reason);
    MigratePage shown = page(of, versions, version, plan, seal(of, to, plan), sent);
    if (!shown.isSure()) {
      return shown;
    }
    if (!shown.seal().equals(seal)) {
      return changed(shown);
    }
    return sent.act(
        form -> page(of, versions, version, plan, seal, form),
        () -> {
          interventions.migrate(person, of, to.orElseThrow(), plan.get().mapping(), sent.reason());
          return Redirect.to(of.path()).saying("migrate.done");
        });
  }

  private KnownInstance require(Person person, long key) {
    if (!abilities.migrates().orElse(false)) {
      throw new NoSuchPage();
    }
    return known.require(person, key);
  }

  private static Optional<ProcessDefinition> chosen(
      List<ProcessDefinition> versions, Integer version) {
    return versions.stream()
        .filter(one -> version != null && one.getVersion() == version)
        .findFirst();
  }

  /** Of what runs no more there is nothing to show. */
  private Optional<Migration> plan(
      KnownInstance of, Optional<ProcessDefinition> to, Map<String, String> all) {
    return to.filter(one -> of.isRunning()).map(one -> migrations.plan(of, one, steps(all)));
  }

  private static Map<String, String> steps(Map<String, String> all) {
    Map<String, String> steps = new HashMap<>();
    all.forEach(
        (name, value) -> {
          if (name.startsWith(STEP)) {
            steps.put(name.substring(STEP.length()), value);
          }
        });
    return steps;
  }

  private static String seal(
      KnownInstance of, Optional<ProcessDefinition> to, Optional<Migration> plan) {
    return plan.map(
            one ->
                one.seal(
                    of.instance().getProcessDefinitionKey(),
                    to.orElseThrow().getProcessDefinitionKey()))
        .orElse("");
  }

  private static Message wrong(KnownInstance of, Integer version, Optional<Migration> plan) {
    if (!of.isRunning()) {
      return Message.of("migrate.over");
    }
    if (version != null && plan.isEmpty()) {
      int now = of.instance().getProcessDefinitionVersion();
      return Message.of(version == now ? "migrate.there" : "migrate.whereTo", version);
    }
    return plan.map(Migration::hindrance).orElse(null);
  }

  private static MigratePage page(
      KnownInstance of,
      List<ProcessDefinition> versions,
      Integer version,
      Optional<Migration> plan,
      String seal,
      ActionForm form) {
    return new MigratePage(
        of.number(),
        of.title() == null ? of.instance().getProcessDefinitionName() : of.title(),
        of.path() + "/migrate",
        of.path(),
        of.instance().getProcessDefinitionVersion(),
        versions.stream().map(MigrateController::version).toList(),
        version,
        plan.map(Migration::asked).orElse(List.of()).stream()
            .map(
                one ->
                    new Question(
                        step(one.step()),
                        one.choices().stream().map(MigrateController::step).toList(),
                        one.chosen()))
            .toList(),
        wrong(of, version, plan),
        plan.map(Migration::preview).orElse(List.of()),
        seal,
        form);
  }

  private static MigratePage changed(MigratePage shown) {
    return new MigratePage(
        shown.number(),
        shown.title(),
        shown.path(),
        shown.back(),
        shown.version(),
        shown.versions(),
        shown.to(),
        shown.asked(),
        Message.of("migrate.changed"),
        shown.preview(),
        shown.seal(),
        shown.form());
  }

  private static Version version(ProcessDefinition one) {
    String tag = one.getVersionTag();
    return new Version(one.getVersion(), tag == null || tag.isBlank() ? null : tag);
  }

  private static Step step(Part part) {
    return new Step(part.id(), part.name());
  }
}
