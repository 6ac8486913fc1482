package city.whistle.engine.test;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;

/** Processes for the tests of this module. */
final class Models {

  /** A job, then a day's wait. */
  static final BpmnModelInstance CALLBACK =
      Bpmn.createExecutableProcess("callback")
          .startEvent("CaseSettled")
          .serviceTask("CallResident", task -> task.zeebeJobType("callback.call"))
          .intermediateCatchEvent("DayPassed", event -> event.timerWithDuration("P1D"))
          .endEvent("CallbackRecorded")
          .done();

  private Models() {}
}
