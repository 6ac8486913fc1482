package city.whistle.engine.command;

import city.whistle.engine.execution.Components;
import city.whistle.engine.execution.Definitions;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.model.Definition;
import city.whistle.engine.model.Element;
import city.whistle.engine.model.ProcessModel;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.state.ProcessDefinition;
import city.whistle.engine.state.ProcessInstance;
import city.whistle.engine.state.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

final class CreateInstanceHandler implements CommandHandler<CreateInstance, InstanceCreated> {

  private static final int MAX_TAGS = 10;
  private static final Pattern TAG = Pattern.compile("[A-Za-z][A-Za-z0-9_\\-:.]{0,99}");

  private final Components components;
  private final Definitions definitions;

  CreateInstanceHandler(Components components) {
    this.components = components;
    this.definitions = components.definitions;
  }

  @Override
  public InstanceCreated handle(CreateInstance command) {
    checkTags(command.tags());
    Map<String, Object> variables = Inputs.object(command.variables());
    ProcessDefinition definition = find(command);
    ProcessModel model = definitions.model(definition.key());
    ProcessInstance instance =
        command.startElementIds().isEmpty()
            ? start(definition, model, variables, command.tags())
            : startBefore(definition, model, variables, command);
    CompletableFuture<JsonValue> result =
        command.awaitResult()
            ? components.waiters.await(instance.key(), command.fetchVariables())
            : null;
    return new InstanceCreated(
        instance.key(),
        definition.key(),
        definition.bpmnProcessId(),
        definition.version(),
        instance.tags(),
        result);
  }

  private ProcessDefinition find(CreateInstance command) {
    String id = command.bpmnProcessId();
    boolean hasId = id != null && !id.isEmpty();
    if (hasId && command.processDefinitionKey() != Row.NONE) {
      throw Rejection.invalid(
          "Expected either a process definition key or an id, but got both: leave one out.");
    }
    if (command.processDefinitionKey() != Row.NONE) {
      return definitions
          .process(command.processDefinitionKey())
          .orElseThrow(() -> notFound("key '%d'".formatted(command.processDefinitionKey())));
    }
    if (!hasId) {
      throw Rejection.invalid("Expected either a process definition key or an id, but got none.");
    }
    Optional<ProcessDefinition> found =
        command.version() < 0
            ? definitions.latestProcess(id)
            : definitions.process(id, command.version());
    return found.orElseThrow(
        () ->
            notFound(
                command.version() < 0
                    ? "process ID '%s'".formatted(id)
                    : "process ID '%s' and version '%d'".formatted(id, command.version())));
  }

  private static Rejection notFound(String by) {
    return Rejection.notFound(
        "Expected to find process definition with " + by + ", but none found");
  }

  private ProcessInstance start(
      ProcessDefinition definition,
      ProcessModel model,
      Map<String, Object> variables,
      List<String> tags) {
    if (((Definition.Scope) model.root().definition()).noneStartId() == null) {
      throw Rejection.wrongState(
          "Expected to create instance of process with none start event, but '%s' has none."
              .formatted(definition.bpmnProcessId()));
    }
    return components.instances.start(definition, variables, tags);
  }

  private ProcessInstance startBefore(
      ProcessDefinition definition,
      ProcessModel model,
      Map<String, Object> variables,
      CreateInstance command) {
    List<Element> elements =
        command.startElementIds().stream().map(id -> EnterableElements.find(model, id)).toList();
    return components.startInstructions.start(definition, elements, variables, command.tags());
  }

  private static void checkTags(List<String> tags) {
    if (tags.size() > MAX_TAGS) {
      throw Rejection.invalid(
          "Expected at most %d tags, but got %d.".formatted(MAX_TAGS, tags.size()));
    }
    for (String tag : tags) {
      if (!TAG.matcher(tag).matches()) {
        throw Rejection.invalid(
            "The tag '%s' must begin with a letter and have at most 100 letters, digits, '_', '-', ':' or '.'."
                .formatted(tag));
      }
    }
  }
}
