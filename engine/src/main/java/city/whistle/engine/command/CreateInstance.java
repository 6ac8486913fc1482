package city.whistle.engine.command;

import city.whistle.engine.json.JsonValue;
import java.util.List;

/**
 * Starts an instance of a process at its none start event, or before the given elements.
 *
 * @param processDefinitionKey NONE where the process is given by its id
 * @param bpmnProcessId null or empty where it is given by its key
 * @param version -1 for the latest
 * @param variables an object
 * @param startElementIds empty to begin at the none start event
 * @param awaitResult whether {@link InstanceCreated#result()} will be completed
 * @param fetchVariables names of the variables in the result, empty for all
 */
public record CreateInstance(
    long processDefinitionKey,
    String bpmnProcessId,
    int version,
    JsonValue variables,
    List<String> startElementIds,
    List<String> tags,
    boolean awaitResult,
    List<String> fetchVariables)
    implements Command<InstanceCreated> {

  /** Tags are a set: each counts once. */
  public CreateInstance {
    tags = tags.stream().distinct().toList();
  }
}
