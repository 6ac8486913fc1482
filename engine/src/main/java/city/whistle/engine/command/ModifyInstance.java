package city.whistle.engine.command;

import city.whistle.engine.json.JsonValue;
import city.whistle.engine.outcome.None;
import java.util.List;

/**
 * Repairs a running instance: begins elements and ends element instances, all or nothing. All that
 * begins does so before anything ends, so that a scope which is left for another element of its own
 * goes on.
 *
 * @param terminations keys of element instances
 * @see <a
 *     href="https://docs.camunda.io/docs/8.8/components/concepts/process-instance-modification/">process
 *     instance modification</a>
 */
public record ModifyInstance(
    long processInstanceKey, List<Activation> activations, List<Long> terminations)
    implements Command<None> {

  /**
   * An element begins as if a token had come to it.
   *
   * @param ancestorKey the element instance in which it begins, with new scopes in between; NONE
   *     for the only instances of its scopes that there are, which begin where there are none
   * @param variables set before it begins
   */
  public record Activation(String elementId, long ancestorKey, List<Variables> variables) {}

  /**
   * @param scopeId the element, around the one that begins, to which they are local; empty for the
   *     process
   */
  public record Variables(JsonValue variables, String scopeId) {}
}
