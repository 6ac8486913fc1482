package city.whistle.console.supervision;

import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.NoSuchPage;
import city.whistle.console.layout.Redirect;
import city.whistle.console.supervision.Bulk.Cohort;
import io.camunda.client.api.search.response.ProcessDefinition;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Chooses instances that stand at one step, and what all of them are to become. */
@Controller
class BulkInstancesController {

  private final EngineProcesses processes;
  private final EngineAbilities abilities;
  private final BulkCohorts cohorts;
  private final ManyChanges changes;
  private final BulkPages pages;

  BulkInstancesController(
      EngineProcesses processes,
      EngineAbilities abilities,
      BulkCohorts cohorts,
      ManyChanges changes,
      BulkPages pages) {
    this.processes = processes;
    this.abilities = abilities;
    this.cohorts = cohorts;
    this.changes = changes;
    this.pages = pages;
  }

  /**
   * @param element id of the step at which they stand
   * @param incidents whether the list was of those that can't go on there
   * @param instance keys of the chosen ones
   * @param all whether it is all instances of the list, whatever was chosen
   */
  @PostMapping("/supervision/bulk/instances")
  @Allowed(Right.INTERVENE)
  Answer choose(
      @RequestParam(defaultValue = "") String action,
      @RequestParam String process,
      @RequestParam int version,
      @RequestParam String element,
      @RequestParam(defaultValue = "false") boolean incidents,
      @RequestParam(required = false) List<Long> instance,
      @RequestParam(defaultValue = "false") boolean all,
      Person person) {
    ProcessDefinition of = ProcessController.chosen(processes.versions(process), version);
    long key = of.getProcessDefinitionKey();
    if (!processes.drawn(key).elements().containsKey(element)) {
      throw new NoSuchPage();
    }
    Cohort cohort = Cohort.of(process, of.getVersion(), element);
    String list = ProcessVersions.instances(process, of.getVersion(), element, incidents, null);
    Redirect back = Redirect.to(list);
    if (!abilities.changes().contains(action)) {
      return back.saying("bulk.noAction");
    }
    if (action.equals(Bulk.MIGRATE) && processes.versions(process).size() < 2) {
      return back.saying("migrate.none");
    }
    Optional<UUID> frozen =
        all
            ? cohorts.ofList(person, action, list, cohort, key, incidents)
            : cohorts.ofInstances(
                person,
                action,
                list,
                cohort,
                instance == null ? new LinkedHashSet<>() : new LinkedHashSet<>(instance));
    return frozen
        .map(id -> Redirect.to(BulkPages.path(id)))
        .orElseGet(() -> back.saying("bulk.noneChosen"));
  }

  /**
   * @param to id of the step; absent for a migration
   * @param version number of the version; absent for a move
   * @param sent all, among it what steps become that the other version doesn't have so
   */
  @PostMapping("/supervision/bulk/{id:[0-9a-f-]{1,36}}/to")
  @Allowed(Right.INTERVENE)
  Answer aim(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String version,
      @RequestParam Map<String, String> sent,
      Person person) {
    Bulk bulk = pages.require(person, id);
    if (bulk.cohort() == null) {
      throw new NoSuchPage();
    }
    Redirect page = Redirect.to(BulkPages.path(bulk.id()));
    String where = bulk.action().equals(Bulk.MOVE) ? to : version;
    Map<String, String> steps = MigrationSelects.steps(sent);
    Optional<ManyChange> change = changes.of(bulk, where, steps);
    if (change.isEmpty()) {
      return page.saying("bulk.noTarget");
    }
    if (bulk.started() == null) {
      cohorts.aim(person, bulk, where, steps, change.get());
    }
    return page;
  }
}
