package city.whistle.engine.model;

import city.whistle.engine.expression.Expression;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is particular to an element's kind. */
public sealed interface Definition {

  /**
   * A process, an embedded or an event sub-process.
   *
   * @param noneStartId the none start event inside, null where there is none
   * @param startIds all start events inside
   */
  record Scope(String noneStartId, List<String> startIds) implements Definition {}

  /**
   * @param interrupting only of meaning in an event sub-process
   */
  record StartEvent(EventDefinition event, boolean interrupting) implements Definition {}

  record IntermediateCatchEvent(EventDefinition event) implements Definition {}

  /**
   * @param job the job that throws a message, null for all other events
   */
  record IntermediateThrowEvent(EventDefinition event, JobSpec job) implements Definition {}

  /**
   * @param job the job that throws a message, null for all other events
   */
  record EndEvent(EventDefinition event, JobSpec job) implements Definition {}

  record BoundaryEvent(String attachedToId, boolean interrupting, EventDefinition event)
      implements Definition {}

  /** A task that a job worker does: service, send, script or business rule. */
  record JobTask(JobSpec job) implements Definition {}

  /** Manual and undefined tasks, which the engine passes through. */
  record PassThroughTask() implements Definition {}

  record ReceiveTask(EventDefinition.Message message) implements Definition {}

  record ScriptTask(Expression script, String resultVariable) implements Definition {}

  record BusinessRuleTask(Expression decisionId, Binding binding, String resultVariable)
      implements Definition {}

  /**
   * Camunda's user task; each nullable expression is null where the model says nothing.
   *
   * @param formId null where an external form or none is meant
   */
  record UserTask(
      Expression assignee,
      Expression candidateGroups,
      Expression candidateUsers,
      Expression dueDate,
      Expression followUpDate,
      Expression priority,
      Expression formId,
      Binding formBinding,
      Expression externalFormReference,
      Map<String, String> headers,
      List<Listener> listeners)
      implements Definition {}

  /**
   * A user task that a job worker does; its job has what the model says of it among its headers.
   * Each nullable expression is null where the model says nothing.
   *
   * @param formId null where a form key or none is meant
   */
  record JobUserTask(
      JobSpec job,
      Expression assignee,
      Expression candidateGroups,
      Expression candidateUsers,
      Expression dueDate,
      Expression followUpDate,
      Expression formId,
      Binding formBinding)
      implements Definition {}

  record CallActivity(
      Expression processId,
      Binding binding,
      boolean propagateAllParentVariables,
      boolean propagateAllChildVariables)
      implements Definition {}

  /**
   * @param defaultFlowId null where there is none
   */
  record ExclusiveGateway(String defaultFlowId) implements Definition {}

  record ParallelGateway() implements Definition {}

  /**
   * @param defaultFlowId null where there is none
   * @param upstream ids of the elements of the same scope from which a token can still come
   */
  record InclusiveGateway(String defaultFlowId, Set<String> upstream) implements Definition {}

  /**
   * @param eventIds the catch events and receive tasks behind its flows
   */
  record EventBasedGateway(List<String> eventIds) implements Definition {}
}
