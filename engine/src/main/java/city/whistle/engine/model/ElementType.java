package city.whistle.engine.model;

/** Kinds of elements, in Camunda's words. */
public enum ElementType {
  PROCESS,
  SUB_PROCESS,
  EVENT_SUB_PROCESS,
  MULTI_INSTANCE_BODY,
  START_EVENT,
  INTERMEDIATE_CATCH_EVENT,
  INTERMEDIATE_THROW_EVENT,
  BOUNDARY_EVENT,
  END_EVENT,
  SERVICE_TASK,
  SEND_TASK,
  RECEIVE_TASK,
  USER_TASK,
  SCRIPT_TASK,
  BUSINESS_RULE_TASK,
  MANUAL_TASK,
  TASK,
  CALL_ACTIVITY,
  EXCLUSIVE_GATEWAY,
  PARALLEL_GATEWAY,
  INCLUSIVE_GATEWAY,
  EVENT_BASED_GATEWAY;

  /** Whether other elements run inside it, in a scope of their own. */
  public boolean isScope() {
    return this == PROCESS || this == SUB_PROCESS || this == EVENT_SUB_PROCESS;
  }
}
