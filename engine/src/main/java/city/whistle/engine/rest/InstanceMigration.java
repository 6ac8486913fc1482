package city.whistle.engine.rest;

import city.whistle.engine.command.MigrateInstance;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.state.Row;

/** Reads what an instance is to become. */
final class InstanceMigration {

  private InstanceMigration() {}

  static MigrateInstance of(Call call, long processInstanceKey) {
    Body body =
        call.body("operationReference", "targetProcessDefinitionKey", "mappingInstructions");
    body.checkOperationReference();
    long target = body.key("targetProcessDefinitionKey");
    if (target == Row.NONE) {
      throw Rejection.invalid("No 'targetProcessDefinitionKey' was given.");
    }
    if (!body.has("mappingInstructions")) {
      throw Rejection.invalid("No 'mappingInstructions' were given.");
    }
    return new MigrateInstance(
        processInstanceKey,
        target,
        body.objects("mappingInstructions", "sourceElementId", "targetElementId").stream()
            .map(InstanceMigration::mapping)
            .toList());
  }

  private static MigrateInstance.Mapping mapping(Body instruction) {
    return new MigrateInstance.Mapping(
        instruction.requiredText("sourceElementId"), instruction.requiredText("targetElementId"));
  }
}
