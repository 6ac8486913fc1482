package city.whistle.engine.contract;

import io.camunda.client.api.command.MigrateProcessInstanceCommandStep1;
import io.camunda.client.api.command.MigrateProcessInstanceCommandStep1.MigrateProcessInstanceCommandFinalStep;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.util.List;

/** A migration to what was deployed last, and how it is asked for. */
record Migration(Caller caller, long target) {

  /** Deploys the model and means it. */
  static Migration to(Caller caller, BpmnModelInstance model) {
    return new Migration(
        caller, caller.deploy(model).getProcesses().get(0).getProcessDefinitionKey());
  }

  /** Migrates, each of these elements to that of the same id. */
  void keeping(Instance instance, String... ids) {
    ask(instance.key(), List.of(ids).stream().map(id -> id + ">" + id).toArray(String[]::new));
  }

  /**
   * @param mappings each an id, {@code >} and another id
   */
  void of(Instance instance, String... mappings) {
    ask(instance.key(), mappings);
  }

  private void ask(long processInstanceKey, String... mappings) {
    command(processInstanceKey, mappings).send().join();
  }

  MigrateProcessInstanceCommandFinalStep command(long processInstanceKey, String... mappings) {
    MigrateProcessInstanceCommandStep1.MigrateProcessInstanceCommandStep2 command =
        caller.client().newMigrateProcessInstanceCommand(processInstanceKey).migrationPlan(target);
    for (String mapping : mappings) {
      String[] ids = mapping.split(">");
      command = command.addMappingInstruction(ids[0], ids[1]);
    }
    return (MigrateProcessInstanceCommandFinalStep) command;
  }

  /** Asserts that nothing is migrated, for these reasons. */
  void isRefused(Refusal why, Instance instance, String mappings, String... parts) {
    String[] each = mappings.isEmpty() ? new String[0] : mappings.split(" ");
    why.of(() -> ask(instance.key(), each), parts);
  }
}
