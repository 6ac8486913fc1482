package city.whistle.engine.server;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;

/** Processes with something of everything, to be played at random. */
final class PlayModels {

  private PlayModels() {}

  /** Branches, waits, loops, events, a call; all of it ends, whatever happens. */
  static BpmnModelInstance main() {
    return Bpmn.createExecutableProcess("main")
        .eventSubProcess(
            "Noted",
            s ->
                s.startEvent("Note")
                    .interrupting(false)
                    .message(m -> m.name("note").zeebeCorrelationKeyExpression("caseId"))
                    .zeebeOutputExpression("text", "lastNote")
                    .serviceTask("Record", t -> t.zeebeJobType("record"))
                    .endEvent())
        .startEvent()
        .parallelGateway("Fork")
        .serviceTask("Work", t -> t.zeebeJobType("work").zeebeInputExpression("caseId", "input"))
        .boundaryEvent("Slow", b -> b.cancelActivity(false).timerWithCycle("R3/PT1H"))
        .serviceTask("Remind", t -> t.zeebeJobType("remind"))
        .endEvent("Reminded")
        .moveToActivity("Work")
        .boundaryEvent("Broken", b -> b.error("BROKEN"))
        .scriptTask("Mend", t -> t.zeebeExpression("caseId + 1").zeebeResultVariable("mended"))
        .endEvent("Mended")
        .moveToActivity("Work")
        .parallelGateway("Join")
        .exclusiveGateway("Choice")
        .defaultFlow()
        .callActivity("Call", c -> c.zeebeProcessId("child").zeebePropagateAllChildVariables(false))
        .endEvent("Called")
        .moveToLastExclusiveGateway()
        .sequenceFlowId("Yes")
        .conditionExpression("caseId > 5")
        .subProcess("Inner")
        .embeddedSubProcess()
        .startEvent()
        .userTask("Decide", t -> t.zeebeUserTask().zeebeCandidateGroups("a, b"))
        .endEvent("Decided")
        .subProcessDone()
        .boundaryEvent("Late", b -> b.timerWithDuration("PT6H"))
        .endEvent("TooLate")
        .moveToActivity("Inner")
        .endEvent("End")
        .moveToNode("Fork")
        .serviceTask(
            "Units",
            t ->
                t.zeebeJobType("unit")
                    .multiInstance(
                        m ->
                            m.parallel()
                                .zeebeInputCollectionExpression("[1, 2, 3]")
                                .zeebeInputElement("unit")
                                .zeebeOutputCollection("reports")
                                .zeebeOutputElementExpression("unit")))
        .connectTo("Join")
        .moveToNode("Fork")
        .eventBasedGateway("First")
        .intermediateCatchEvent(
            "Reply", e -> e.message(m -> m.name("reply").zeebeCorrelationKeyExpression("caseId")))
        .connectTo("Join")
        .moveToNode("First")
        .intermediateCatchEvent("Wait", e -> e.timerWithDuration("PT2H"))
        .connectTo("Join")
        .moveToNode("First")
        .intermediateCatchEvent("Alarm", e -> e.signal("alarm"))
        .connectTo("Join")
        .done();
  }

  /** One unit after another, and a listener of tasks. */
  static BpmnModelInstance child() {
    return Bpmn.createExecutableProcess("child")
        .startEvent()
        .serviceTask(
            "OneByOne",
            t ->
                t.zeebeJobType("unit")
                    .multiInstance(
                        m ->
                            m.sequential()
                                .zeebeInputCollectionExpression("[1, 2]")
                                .zeebeInputElement("unit")))
        .boundaryEvent("Stop", b -> b.signal("alarm"))
        .endEvent("Stopped")
        .moveToActivity("OneByOne")
        .userTask(
            "Check",
            t ->
                t.zeebeUserTask()
                    .zeebeTaskListener(l -> l.completing().type("listen").retries("1")))
        .endEvent()
        .done();
  }
}
