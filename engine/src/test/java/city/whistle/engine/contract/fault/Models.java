package city.whistle.engine.contract.fault;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;

/** Models whose instances have rows in every table. */
final class Models {

  static final String MAIN = "fault-main";
  static final String TIMED = "fault-timed";
  static final String LARGE = "fault-large";
  static final String JOB = "fault-work";
  static final String MESSAGE = "fault-message";

  private static final String RULE = "fault-rule";

  private Models() {}

  static BpmnModelInstance main() {
    var process = Bpmn.createExecutableProcess(MAIN);
    process
        .eventSubProcess("Beside")
        .startEvent("Happened")
        .interrupting(false)
        .signal("fault-signal")
        .endEvent("Over");
    return process
        .startEvent("Start")
        .parallelGateway("Fork")
        .serviceTask("Work", t -> t.zeebeJobType(JOB))
        .boundaryEvent("Late", b -> b.timerWithDuration("P9999D"))
        .endEvent("TooLate")
        .moveToActivity("Work")
        .parallelGateway("Join")
        .businessRuleTask("Rule", t -> t.zeebeCalledDecisionId(RULE).zeebeResultVariable("doubled"))
        .serviceTask(
            "Item",
            t ->
                t.zeebeJobType(JOB)
                    .multiInstance(
                        m ->
                            m.sequential()
                                .zeebeInputCollectionExpression("[1, 2]")
                                .zeebeInputElement("item")))
        .userTask("Ask", t -> t.zeebeUserTask())
        .endEvent("Done")
        .moveToNode("Fork")
        .intermediateCatchEvent(
            "Wait", e -> e.message(m -> m.name(MESSAGE).zeebeCorrelationKeyExpression("caseId")))
        .connectTo("Join")
        .done();
  }

  /** Starts by itself, again and again. */
  static BpmnModelInstance timed() {
    return Bpmn.createExecutableProcess(TIMED)
        .startEvent()
        .timerWithCycle("R/PT1H")
        .endEvent()
        .done();
  }

  /** Takes more steps than a command may do in one go, and has more results than are kept whole. */
  static BpmnModelInstance large() {
    return Bpmn.createExecutableProcess(LARGE)
        .startEvent()
        .manualTask("Step")
        .multiInstance(
            m ->
                m.zeebeInputCollectionExpression("for i in 1..6000 return i")
                    .zeebeOutputCollection("results")
                    .zeebeOutputElementExpression("loopCounter"))
        .endEvent()
        .done();
  }

  /** Nobody starts it. */
  static BpmnModelInstance another(String id) {
    return Bpmn.createExecutableProcess(id).startEvent().message(id).endEvent().done();
  }

  static String rule() {
    return """
    <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
        id="fault-drg" name="Rules" namespace="http://camunda.org/schema/1.0/dmn">
      <decision id="%s" name="Rule">
        <variable id="v" name="out"/>
        <literalExpression id="e"><text>n * 2</text></literalExpression>
      </decision>
    </definitions>
    """
        .formatted(RULE);
  }
}
