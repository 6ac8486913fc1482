package city.whistle.engine.command;

import city.whistle.engine.outcome.None;
import java.util.List;

/**
 * Lets a running instance go on as one of another version, or of another process: all of it or
 * nothing.
 *
 * @param mappings what each element with something under way becomes; of events that it waits for,
 *     those that go on waiting
 * @see <a
 *     href="https://docs.camunda.io/docs/8.8/components/concepts/process-instance-migration/">process
 *     instance migration</a>
 */
public record MigrateInstance(
    long processInstanceKey, long targetProcessDefinitionKey, List<Mapping> mappings)
    implements Command<None> {

  /** An element of the instance's process, or a sequence flow, and what it becomes. */
  public record Mapping(String sourceElementId, String targetElementId) {}
}
