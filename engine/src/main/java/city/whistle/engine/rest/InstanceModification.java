package city.whistle.engine.rest;

import city.whistle.engine.command.ModifyInstance;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.state.Row;
import java.util.List;

/** Reads what is to begin and to end in an instance. */
final class InstanceModification {

  /** How clients say that they name no ancestor. */
  private static final long NO_ANCESTOR = -1;

  private InstanceModification() {}

  static ModifyInstance of(Call call, long processInstanceKey) {
    Body body = call.body("operationReference", "activateInstructions", "terminateInstructions");
    body.checkOperationReference();
    return new ModifyInstance(
        processInstanceKey,
        body
            .objects(
                "activateInstructions",
                "elementId",
                "variableInstructions",
                "ancestorElementInstanceKey")
            .stream()
            .map(InstanceModification::activation)
            .toList(),
        body.objects("terminateInstructions", "elementInstanceKey").stream()
            .map(InstanceModification::termination)
            .toList());
  }

  private static ModifyInstance.Activation activation(Body instruction) {
    long ancestor = instruction.key("ancestorElementInstanceKey");
    List<ModifyInstance.Variables> variables =
        instruction.objects("variableInstructions", "variables", "scopeId").stream()
            .map(
                some ->
                    new ModifyInstance.Variables(
                        some.requiredVariables("variables"), some.text("scopeId", "")))
            .toList();
    return new ModifyInstance.Activation(
        instruction.requiredText("elementId"),
        ancestor == NO_ANCESTOR ? Row.NONE : ancestor,
        variables);
  }

  private static long termination(Body instruction) {
    long key = instruction.key("elementInstanceKey");
    if (key == Row.NONE) {
      throw Rejection.invalid("No 'terminateInstructions.elementInstanceKey' was given.");
    }
    return key;
  }
}
