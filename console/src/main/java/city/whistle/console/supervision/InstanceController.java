package city.whistle.console.supervision;

import city.whistle.console.access.Access;
import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Answer;
import city.whistle.console.supervision.InstancePage.Other;
import city.whistle.workers.calendar.CityTime;
import io.camunda.client.api.search.response.ProcessInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One process instance. */
@Controller
class InstanceController {

  private final KnownInstances known;
  private final EngineInstances engine;
  private final EngineProcesses processes;
  private final EngineAbilities abilities;
  private final InstanceRows rows;
  private final StepTasks tasks;
  private final Access access;
  private final CityTime time;

  InstanceController(
      KnownInstances known,
      EngineInstances engine,
      EngineProcesses processes,
      EngineAbilities abilities,
      InstanceRows rows,
      StepTasks tasks,
      Access access,
      CityTime time) {
    this.known = known;
    this.engine = engine;
    this.processes = processes;
    this.abilities = abilities;
    this.rows = rows;
    this.tasks = tasks;
    this.access = access;
    this.time = time;
  }

  @GetMapping("/supervision/instances/{instance:\\d{1,18}}")
  @Allowed(Right.SUPERVISION)
  Answer show(@PathVariable("instance") long key, Person person) {
    KnownInstance of = known.require(person, key);
    ProcessInstance one = of.instance();
    DrawnProcess drawn = processes.drawn(one.getProcessDefinitionKey());
    EngineInstances.Path path = engine.path(key);
    List<InstancePage.Hindrance> incidents = rows.incidents(drawn, key);
    return new InstancePage(
        key,
        one.getProcessDefinitionId(),
        one.getProcessDefinitionName(),
        one.getProcessDefinitionVersion(),
        ProcessVersions.path(one.getProcessDefinitionId(), one.getProcessDefinitionVersion()),
        word(one),
        CityTime.inCity(one.getStartDate()),
        CityTime.inCity(one.getEndDate()),
        of.number(),
        of.title(),
        callers(key),
        engine.called(key).stream().map(InstanceController::other).toList(),
        rows.drawing(drawn, path.elements(), engine.flows(key)),
        rows.path(drawn, path.elements(), tasks.of(key)),
        path.leftOut(),
        incidents,
        rows.jobs(drawn, key),
        rows.variables(drawn, key, path.elements()),
        access.may(person, Right.INTERVENE) ? acts(of, incidents) : List.of(),
        abilities.never(),
        time.now());
  }

  private List<String> acts(KnownInstance of, List<InstancePage.Hindrance> incidents) {
    List<String> acts = new ArrayList<>();
    if (!incidents.isEmpty()) {
      acts.add("retry");
    }
    if (of.isRunning()) {
      acts.addAll(abilities.changes());
      acts.add("cancel");
    }
    return acts;
  }

  private List<Other> callers(long key) {
    return engine.callers(key).stream()
        .filter(one -> one.getProcessInstanceKey() != key)
        .map(
            one ->
                new Other(one.getProcessInstanceKey(), null, one.getProcessDefinitionName(), null))
        .toList();
  }

  private static Other other(ProcessInstance one) {
    return new Other(
        one.getProcessInstanceKey(),
        one.getProcessDefinitionId(),
        one.getProcessDefinitionName(),
        word(one));
  }

  private static String word(ProcessInstance one) {
    return one.getState().name().toLowerCase(Locale.ROOT);
  }
}
