package city.whistle.engine.model;

import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.BusinessRuleTask;
import io.camunda.zeebe.model.bpmn.instance.CallActivity;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.EventBasedGateway;
import io.camunda.zeebe.model.bpmn.instance.ExclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.InclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.IntermediateCatchEvent;
import io.camunda.zeebe.model.bpmn.instance.IntermediateThrowEvent;
import io.camunda.zeebe.model.bpmn.instance.ManualTask;
import io.camunda.zeebe.model.bpmn.instance.ParallelGateway;
import io.camunda.zeebe.model.bpmn.instance.ReceiveTask;
import io.camunda.zeebe.model.bpmn.instance.ScriptTask;
import io.camunda.zeebe.model.bpmn.instance.SendTask;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import io.camunda.zeebe.model.bpmn.instance.Task;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import java.util.Map;
import java.util.Optional;

/** The engine's kinds of elements for those of a BPMN file. */
final class ElementTypes {

  private static final Map<Class<?>, ElementType> TYPES =
      Map.ofEntries(
          Map.entry(StartEvent.class, ElementType.START_EVENT),
          Map.entry(IntermediateCatchEvent.class, ElementType.INTERMEDIATE_CATCH_EVENT),
          Map.entry(IntermediateThrowEvent.class, ElementType.INTERMEDIATE_THROW_EVENT),
          Map.entry(BoundaryEvent.class, ElementType.BOUNDARY_EVENT),
          Map.entry(EndEvent.class, ElementType.END_EVENT),
          Map.entry(ServiceTask.class, ElementType.SERVICE_TASK),
          Map.entry(SendTask.class, ElementType.SEND_TASK),
          Map.entry(ReceiveTask.class, ElementType.RECEIVE_TASK),
          Map.entry(UserTask.class, ElementType.USER_TASK),
          Map.entry(ScriptTask.class, ElementType.SCRIPT_TASK),
          Map.entry(BusinessRuleTask.class, ElementType.BUSINESS_RULE_TASK),
          Map.entry(ManualTask.class, ElementType.MANUAL_TASK),
          Map.entry(Task.class, ElementType.TASK),
          Map.entry(SubProcess.class, ElementType.SUB_PROCESS),
          Map.entry(CallActivity.class, ElementType.CALL_ACTIVITY),
          Map.entry(ExclusiveGateway.class, ElementType.EXCLUSIVE_GATEWAY),
          Map.entry(ParallelGateway.class, ElementType.PARALLEL_GATEWAY),
          Map.entry(InclusiveGateway.class, ElementType.INCLUSIVE_GATEWAY),
          Map.entry(EventBasedGateway.class, ElementType.EVENT_BASED_GATEWAY));

  private ElementTypes() {}

  /** Empty for what the engine doesn't run. */
  static Optional<ElementType> of(FlowElement element) {
    ElementType type = TYPES.get(element.getElementType().getInstanceType());
    return type == ElementType.SUB_PROCESS && ((SubProcess) element).triggeredByEvent()
        ? Optional.of(ElementType.EVENT_SUB_PROCESS)
        : Optional.ofNullable(type);
  }
}
