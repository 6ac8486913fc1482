package city.whistle.engine.execution;

import city.whistle.engine.json.JsonValue;
import city.whistle.engine.model.Listener;
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
  @JsonSubTypes.Type(Step.CallListener.class),
  @JsonSubTypes.Type(Step.NextItem.class),
  @JsonSubTypes.Type(Step.TakeBuffered.class),
  @JsonSubTypes.Type(Step.Trigger.class),
  @JsonSubTypes.Type(Step.Complete.class),
  @JsonSubTypes.Type(Step.Finish.class),
  @JsonSubTypes.Type(Step.Terminate.class),
  @JsonSubTypes.Type(Step.TerminateChildren.class)
})
public sealed interface Step {

  /** The element instance that the step is for. */
  long key();

  /** What is to be done once the incident that stopped this step is resolved. */
  default Step again() {
    return this;
  }

  /** Applies input mappings; start listeners come next. */
  record Enter(long key) implements Step {}

  /** Opens subscriptions and does what is the element's own. */
  record Begin(long key) implements Step {

    /**
     * The element is entered anew, so that its input mappings see what was mended.
     *
     * @see <a href="https://github.com/camunda/camunda/issues/8095">camunda 8095</a>
     */
    @Override
    public Step again() {
      return new Enter(key);
    }
  }

  /**
   * Calls a listener, or does what comes after the last one of its event: begins or ends the
   * element, makes a user task's transition true.
   *
   * @param index among the element's listeners of this event, from 0
   */
  record CallListener(long key, Listener.Event event, int index) implements Step {

    /**
     * All listeners of the event are called again, those that were done included; a start listener
     * belongs to the beginning of its element, input mappings included.
     *
     * @see <a
     *     href="https://docs.camunda.io/docs/8.8/components/concepts/execution-listeners/#expression-evaluation-failure">execution
     *     listeners</a>
     * @see <a
     *     href="https://docs.camunda.io/docs/8.8/components/concepts/user-task-listeners/#incident-recovery">user
     *     task listeners</a>
     */
    @Override
    public Step again() {
      return event == Listener.Event.START ? new Enter(key) : new CallListener(key, event, 0);
    }
  }

  /** Creates the instance for the next item of a multi-instance body. */
  record NextItem(long key) implements Step {}

  /** Looks for a buffered message for a subscription of the element instance. */
  record TakeBuffered(long key, long subscriptionKey) implements Step {}

  /** Something that the element instance waits for, or that is attached to it, has happened. */
  record Trigger(long key, String eventId, JsonValue variables) implements Step {}

  /**
   * Applies output mappings; end listeners come next.
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
