package city.whistle.console.supervision;

import city.whistle.console.account.Person;
import city.whistle.console.audit.ActionLog.Deed;
import city.whistle.console.supervision.CaseInstances.Hindrance;
import city.whistle.workers.timeline.Timeline;
import io.camunda.client.api.search.response.ProcessDefinition;
import io.camunda.client.api.search.response.Variable;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What a supervisor does to one process instance. Each is noted in the action log, and in the
 * timeline of its case where it is of one.
 */
@Component
class InstanceInterventions {

  private static final int TOLD_MAX = 200;

  private final EngineInstances engine;
  private final EngineProcesses processes;
  private final CaseInstances instances;
  private final NotedCommands commands;
  private final Timeline timeline;

  InstanceInterventions(
      EngineInstances engine,
      EngineProcesses processes,
      CaseInstances instances,
      NotedCommands commands,
      Timeline timeline) {
    this.engine = engine;
    this.processes = processes;
    this.instances = instances;
    this.commands = commands;
    this.timeline = timeline;
  }

  /**
   * Ends it with all that it called.
   *
   * @throws city.whistle.console.tasks.Refused where the engine says no
   */
  void cancel(Person person, KnownInstance of, String reason) {
    String process = of.instance().getProcessDefinitionId();
    commands.run(
        person,
        new Deed("cancel", of.number(), of.key(), process),
        reason,
        () -> engine.cancel(of.key()));
    note(person, of, "ProcessCancelled", reason, Map.of("process", process));
  }

  /**
   * Moves its token from where it stands to another step.
   *
   * @param from id of the element that ends
   * @param to id of the element that begins
   * @throws city.whistle.console.tasks.Refused where the engine says no
   */
  void move(
      Person person,
      KnownInstance of,
      long elementInstance,
      String from,
      String to,
      String reason) {
    commands.run(
        person,
        new Deed("move", of.number(), of.key(), from + " → " + to),
        reason,
        () -> engine.move(of.key(), elementInstance, to));
    DrawnProcess drawn = processes.drawn(of.instance().getProcessDefinitionKey());
    note(
        person,
        of,
        "TokenMoved",
        reason,
        Map.of("from", from, "fromName", drawn.nameOf(from), "to", to, "toName", drawn.nameOf(to)));
  }

  /**
   * Lets it go on by another version of its process.
   *
   * @param mapping what its elements become, by their ids
   * @throws city.whistle.console.tasks.Refused where the engine says no
   */
  void migrate(
      Person person,
      KnownInstance of,
      ProcessDefinition to,
      Map<String, String> mapping,
      String reason) {
    String process = to.getProcessDefinitionId();
    String from = String.valueOf(of.instance().getProcessDefinitionVersion());
    String next = String.valueOf(to.getVersion());
    commands.run(
        person,
        new Deed("migrate", of.number(), of.key(), process + ": " + from + " → " + next),
        reason,
        () -> engine.migrate(of.key(), to.getProcessDefinitionKey(), mapping));
    note(
        person,
        of,
        "ProcessMigrated",
        reason,
        Map.of("process", process, "from", from, "to", next));
  }

  /**
   * @throws city.whistle.console.tasks.Refused where the engine says no
   */
  void retry(Person person, KnownInstance of, Hindrance hindrance, String reason) {
    String what = hindrance.element() + ": " + hindrance.kind();
    commands.run(
        person,
        new Deed("retry", of.number(), of.key(), what),
        reason,
        () -> instances.retry(hindrance));
    note(
        person,
        of,
        "IncidentRetried",
        reason,
        Map.of("element", hindrance.element(), "incident", hindrance.kind()));
  }

  /**
   * @param value what its new value is
   * @param written the same as JSON
   * @throws city.whistle.console.tasks.Refused where the engine says no
   */
  void change(
      Person person,
      KnownInstance of,
      Variable variable,
      Object value,
      String written,
      String reason) {
    String what = variable.getName() + ": " + cut(variable.getValue()) + " → " + cut(written);
    commands.run(
        person,
        new Deed("change", of.number(), of.key(), what),
        reason,
        () -> engine.setVariable(variable.getScopeKey(), variable.getName(), value));
    note(person, of, "VariableChanged", reason, Map.of("variable", variable.getName()));
  }

  private static String cut(String value) {
    return value.length() <= TOLD_MAX ? value : value.substring(0, TOLD_MAX) + "…";
  }

  private void note(
      Person person, KnownInstance of, String what, String reason, Map<String, ?> data) {
    of.file()
        .ifPresent(file -> timeline.append(file.id(), person.id(), what, reason, Map.copyOf(data)));
  }
}
