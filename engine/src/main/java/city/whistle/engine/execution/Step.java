package city.whistle.engine.execution;

import city.whistle.engine.json.JsonValue;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * One small piece of a command. A step whose element instance is gone, or in a state that the step
 * isn't for, does nothing: something that came before has overtaken it.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "step")
@JsonSubTypes({
  @JsonSubTypes.Type(Step.Enter.class),
  @JsonSubTypes.Type(Step.Begin.class),
  @JsonSubTypes.Type(Step.NextItem.class),
  @JsonSubTypes.Type(Step.Trigger.class),
  @JsonSubTypes.Type(Step.Complete.class),
  @JsonSubTypes.Type(Step.Finish.class),
  @JsonSubTypes.Type(Step.Terminate.class),
  @JsonSubTypes.Type(Step.TerminateChildren.class)
})
public sealed interface Step {

  /** The element instance that the step is for. */
  long key();

  /** Applies input mappings and calls start listeners. */
  record Enter(long key) implements Step {}

  /** Opens subscriptions and does what is the element's own. */
  record Begin(long key) implements Step {}

  /** Creates the instance for the next item of a multi-instance body. */
  record NextItem(long key) implements Step {}

  /** Something that the element instance waits for, or that is attached to it, has happened. */
  record Trigger(long key, String eventId, JsonValue variables) implements Step {}

  /**
   * Applies output mappings and calls end listeners.
   *
   * @param flowIds the flows to take afterwards, null for all
   */
  record Complete(long key, JsonValue variables, List<String> flowIds) implements Step {

    public Complete(long key, JsonValue variables) {
      this(key, variables, null);
    }

    public Complete(long key) {
      this(key, JsonValue.EMPTY_OBJECT, null);
    }
  }

  /**
   * Ends the element instance and goes on behind it.
   *
   * @param flowIds the flows to take, null for all
   */
  record Finish(long key, List<String> flowIds) implements Step {}

  /** Ends the element instance, with everything inside it, without going on. */
  record Terminate(long key) implements Step {}

  /**
   * Ends the element instances inside the one that is ending or interrupted, some at a time.
   *
   * @param after the last one that has its step already, NONE at first
   * @param last the last one that was there; what comes later belongs to what goes on
   */
  record TerminateChildren(long key, long after, long last) implements Step {}
}
