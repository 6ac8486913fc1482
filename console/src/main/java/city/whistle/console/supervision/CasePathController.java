package city.whistle.console.supervision;

import city.whistle.console.access.Access;
import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.account.Role;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.NoSuchPage;
import city.whistle.console.supervision.CasePathPage.Called;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.CaseFile;
import io.camunda.client.api.search.response.ProcessInstance;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Which steps a case went, who did them, how long each took, and how late it was. */
@Controller
class CasePathController {

  private static final int CALLED_MAX = 10;
  private static final String CALLBACK = "callback";

  /** Whoever handles a case neither sees nor steers its callbacks. */
  private static final Set<Role> SEES_CALLS = Set.of(Role.AGENT, Role.SUPERVISOR, Role.AUDITOR);

  private final Access access;
  private final EngineInstances engine;
  private final EngineProcesses processes;
  private final InstanceRows rows;
  private final StepTasks tasks;
  private final CityTime time;

  CasePathController(
      Access access,
      EngineInstances engine,
      EngineProcesses processes,
      InstanceRows rows,
      StepTasks tasks,
      CityTime time) {
    this.access = access;
    this.engine = engine;
    this.processes = processes;
    this.rows = rows;
    this.tasks = tasks;
    this.time = time;
  }

  @GetMapping("/cases/{number}/path")
  @Allowed(Right.CASES)
  Answer show(@PathVariable String number, Person person) {
    CaseFile file = access.seen(person, number).orElseThrow(NoSuchPage::new);
    return process(file).map(one -> page(file, one, person)).orElseGet(() -> nothing(file));
  }

  /** Empty where none was begun, where it is lost, and where its key is another case's now. */
  private Optional<ProcessInstance> process(CaseFile file) {
    return Optional.ofNullable(file.processInstanceKey())
        .flatMap(engine::find)
        .filter(
            one ->
                one.getTags() == null
                    || one.getTags().contains("case:" + file.number())
                    || one.getTags().stream().noneMatch(tag -> tag.startsWith("case:")));
  }

  private CasePathPage page(CaseFile file, ProcessInstance one, Person person) {
    long key = one.getProcessInstanceKey();
    DrawnProcess drawn = processes.drawn(one.getProcessDefinitionKey());
    EngineInstances.Path path = engine.path(key);
    return new CasePathPage(
        file.number(),
        file.about().title(),
        rows.drawing(drawn, path.elements(), engine.flows(key)),
        rows.path(drawn, path.elements(), tasks.of(key)),
        path.leftOut(),
        engine.called(key).stream()
            .filter(called -> sees(person, called))
            .limit(CALLED_MAX)
            .map(this::called)
            .toList(),
        time.now());
  }

  private CasePathPage nothing(CaseFile file) {
    return new CasePathPage(
        file.number(), file.about().title(), null, List.of(), 0, List.of(), time.now());
  }

  private static boolean sees(Person person, ProcessInstance called) {
    return !called.getProcessDefinitionId().equals(CALLBACK) || person.isOneOf(SEES_CALLS);
  }

  private Called called(ProcessInstance one) {
    DrawnProcess drawn = processes.drawn(one.getProcessDefinitionKey());
    EngineInstances.Path path = engine.path(one.getProcessInstanceKey());
    return new Called(
        one.getProcessDefinitionId(),
        one.getProcessDefinitionName(),
        one.getState().name().toLowerCase(Locale.ROOT),
        CityTime.inCity(one.getStartDate()),
        rows.path(drawn, path.elements(), tasks.of(one.getProcessInstanceKey())),
        path.leftOut());
  }
}
