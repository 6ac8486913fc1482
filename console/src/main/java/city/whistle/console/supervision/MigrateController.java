package city.whistle.console.supervision;

import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Message;
import city.whistle.console.layout.NoSuchPage;
import city.whistle.console.layout.Redirect;
import city.whistle.console.supervision.Migration.Asked;
import io.camunda.client.api.search.response.ProcessDefinition;
import java.util.LinkedHashMap;
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
    PlanPage shown = page(of, versions, version, plan, seal(of, to, plan), sent);
    if (!shown.isSure()) {
      return shown;
    }
    if (!seal.equals(shown.sent().get("seal"))) {
      return shown.wrong(Message.of("migrate.changed"));
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
    return to.filter(one -> of.isRunning())
        .map(one -> migrations.plan(of, one, MigrationSelects.steps(all)));
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

  private static PlanPage page(
      KnownInstance of,
      List<ProcessDefinition> versions,
      Integer version,
      Optional<Migration> plan,
      String seal,
      ActionForm form) {
    List<Asked> asked = plan.map(Migration::asked).orElse(List.of());
    Map<String, String> sent = new LinkedHashMap<>();
    sent.put("version", String.valueOf(version));
    sent.put("seal", seal);
    asked.forEach(one -> sent.put(MigrationSelects.STEP + one.step().id(), one.chosen()));
    return PlanPage.of(
        "migrate",
        of,
        Message.of("migrate.now", of.instance().getProcessDefinitionVersion()),
        versions.isEmpty() ? Message.of("migrate.none") : null,
        MigrationSelects.of(versions, version, asked),
        wrong(of, version, plan),
        plan.map(Migration::preview).orElse(List.of()),
        sent,
        form);
  }
}
