package city.whistle.engine.command;

import city.whistle.engine.execution.Components;
import city.whistle.engine.execution.MigrationPlan;
import city.whistle.engine.outcome.None;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.state.ProcessDefinition;
import city.whistle.engine.state.ProcessInstance;

final class MigrateInstanceHandler implements CommandHandler<MigrateInstance, None> {

  private final Components components;

  MigrateInstanceHandler(Components components) {
    this.components = components;
  }

  @Override
  public None handle(MigrateInstance command) {
    ProcessInstance instance = instance(command.processInstanceKey());
    ProcessDefinition target = target(command.targetProcessDefinitionKey());
    MigrationPlan plan =
        new MigrationPlan(
            components.definitions.model(instance.processDefinitionKey()),
            components.definitions.model(target.key()));
    command.mappings().forEach(one -> plan.map(one.sourceElementId(), one.targetElementId()));
    components.migrations.migrate(instance, target, plan);
    return None.NONE;
  }

  private ProcessInstance instance(long key) {
    return components
        .turn
        .state()
        .processInstances
        .find(key)
        .orElseThrow(
            () ->
                Rejection.notFound(
                    "Expected to migrate process instance but no process instance found with key '%d'"
                        .formatted(key)));
  }

  private ProcessDefinition target(long key) {
    return components
        .definitions
        .process(key)
        .orElseThrow(
            () ->
                Rejection.notFound(
                    "Expected to migrate process instance to process definition but no process definition found with key '%d'"
                        .formatted(key)));
  }
}
