package city.whistle.workers.outbox;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the registry asks of the process engine. */
public sealed interface EngineCall {

  /**
   * Starts the process. The first worker of a process must cope with a second start of the same
   * subject.
   *
   * @param before the element before which it begins; null for its none start
   */
  record StartProcess(
      String processId, Map<String, Object> variables, Set<String> tags, String before)
      implements EngineCall {

    public StartProcess(String processId, Map<String, Object> variables, Set<String> tags) {
      this(processId, variables, tags, null);
    }
  }

  /**
   * Cancels an instance that should not have been started; one that is gone is as good as
   * cancelled.
   */
  record CancelProcess(long processInstanceKey) implements EngineCall {}

  /**
   * Has an instance try again what it could not do: jobs get new retries, incidents are resolved.
   * Where nothing hinders it any more, nothing is done.
   */
  record RetryProcess(long processInstanceKey) implements EngineCall {}

  /** Sets variables of an instance for all that is in it; one that is gone needs none. */
  record SetVariables(long processInstanceKey, Map<String, Object> variables)
      implements EngineCall {}

  /**
   * Has the open tasks of an instance looked at soon by the watch over people's tasks, since their
   * limits have changed.
   */
  record LookAtTasks(long processInstanceKey) implements EngineCall {

    /** Empty where the process hasn't begun, and no task is there: the key is null. */
    public static Optional<LookAtTasks> of(Long processInstanceKey) {
      return Optional.ofNullable(processInstanceKey).map(LookAtTasks::new);
    }
  }

  /**
   * Publishes a message; the outbox row's id is its message id.
   *
   * @param timeToLive how long it waits for a process that is not yet where it is heard
   */
  record PublishMessage(
      String name, String correlationKey, Map<String, Object> variables, Duration timeToLive)
      implements EngineCall {

    /** A message that must be heard, however long a process takes to come to it. */
    public static PublishMessage lasting(
        String name, String correlationKey, Map<String, Object> variables) {
      return new PublishMessage(name, correlationKey, variables, Duration.ofDays(15));
    }

    /** A message about how things are now, which would mislead whoever heard it later. */
    public static PublishMessage momentary(
        String name, String correlationKey, Map<String, Object> variables) {
      return new PublishMessage(name, correlationKey, variables, Duration.ofMinutes(1));
    }
  }
}
