package city.whistle.workers.outbox;

import java.util.Map;
import java.util.Set;

/** What the registry asks of the process engine. */
public sealed interface EngineCall {

  /**
   * Starts the process at its none start. The first worker of a process must cope with a second
   * start of the same subject.
   */
  record StartProcess(String processId, Map<String, Object> variables, Set<String> tags)
      implements EngineCall {}

  /**
   * Cancels an instance that should not have been started; one that is gone is as good as
   * cancelled.
   */
  record CancelProcess(long processInstanceKey) implements EngineCall {}

  /** Publishes a message; the outbox row's id is its message id. */
  record PublishMessage(String name, String correlationKey, Map<String, Object> variables)
      implements EngineCall {}
}
