package city.whistle.engine.contract.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.model.Definition;
import city.whistle.engine.model.ElementType;
import city.whistle.engine.model.ProcessModel;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.NetChanges;
import java.util.HashMap;
import java.util.Map;

/** A scope is interrupted by one of its event sub-processes, once, also within one command. */
final class Interruptions {

  private final Map<String, ProcessModel> models;
  private final Map<Long, ElementInstance> byScope = new HashMap<>();

  Interruptions(Map<String, ProcessModel> models) {
    this.models = models;
  }

  void check(NetChanges changes) {
    for (NetChanges.OfRelation<?> net : changes.relations()) {
      for (Object row : net.inserts()) {
        if (row instanceof ElementInstance instance && interrupts(instance)) {
          ElementInstance before = byScope.put(instance.scopeKey(), instance);
          assertThat(before).as("%s begins in the same scope after", instance).isNull();
        }
      }
    }
  }

  private boolean interrupts(ElementInstance instance) {
    if (instance.type() != ElementType.EVENT_SUB_PROCESS) {
      return false;
    }
    ProcessModel model = models.get(instance.bpmnProcessId());
    Definition.Scope scope = (Definition.Scope) model.element(instance.elementId()).definition();
    return Invariants.isInterrupting(model.element(scope.startIds().get(0)));
  }
}
