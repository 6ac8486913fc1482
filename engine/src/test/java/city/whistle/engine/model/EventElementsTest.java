package city.whistle.engine.model;

import static city.whistle.engine.model.Models.flow;
import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.expression.Expression;
import city.whistle.engine.model.EventDefinition.Timer.Kind;
import org.junit.jupiter.api.Test;

/** Events, and what they start. */
class EventElementsTest extends CompiledModels {

  private static EventDefinition catching(ProcessModel model, String id) {
    return definition(model, id, Definition.IntermediateCatchEvent.class).event();
  }

  @Test
  void readsCatchEventsOfEachKind() {
    ProcessModel model =
        compileWithRoots(
            """
            <bpmn:startEvent id="s"><bpmn:messageEventDefinition id="d0" messageRef="begin"/></bpmn:startEvent>
            <bpmn:intermediateCatchEvent id="message"><bpmn:messageEventDefinition id="d1" messageRef="m"/></bpmn:intermediateCatchEvent>
            <bpmn:intermediateCatchEvent id="timer"><bpmn:timerEventDefinition id="d2"><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
            <bpmn:intermediateCatchEvent id="signal"><bpmn:signalEventDefinition id="d3" signalRef="sig"/></bpmn:intermediateCatchEvent>
            <bpmn:receiveTask id="receive" messageRef="m"/>
            """);

    var message = (EventDefinition.Message) catching(model, "message");
    assertThat(source(message.name())).isEqualTo("answered");
    assertThat(source(message.correlationKey())).isEqualTo("=caseId");
    assertThat(catching(model, "timer"))
        .isEqualTo(new EventDefinition.Timer(Kind.DURATION, new Expression.Constant("PT1H")));
    assertThat(catching(model, "signal"))
        .isEqualTo(new EventDefinition.Signal(new Expression.Constant("alarm")));
    assertThat(source(definition(model, "receive", Definition.ReceiveTask.class).message().name()))
        .isEqualTo("answered");
    assertThat(definition(model, "s", Definition.StartEvent.class).event())
        .isEqualTo(new EventDefinition.Message(new Expression.Constant("begin"), null));
    assertThat(definition(model, "p", Definition.Scope.class).noneStartId()).isNull();
  }

  @Test
  void readsThrowAndEndEventsOfEachKind() {
    ProcessModel model =
        compileWithRoots(
            """
            <bpmn:startEvent id="s"/>
            <bpmn:intermediateThrowEvent id="message"><bpmn:extensionElements><zeebe:taskDefinition type="send"/></bpmn:extensionElements><bpmn:messageEventDefinition id="d1" messageRef="m"/></bpmn:intermediateThrowEvent>
            <bpmn:intermediateThrowEvent id="none"/>
            <bpmn:endEvent id="terminate"><bpmn:terminateEventDefinition id="d2"/></bpmn:endEvent>
            <bpmn:endEvent id="error"><bpmn:errorEventDefinition id="d3" errorRef="err"/></bpmn:endEvent>
            <bpmn:endEvent id="end"/>
            """);

    var message = definition(model, "message", Definition.IntermediateThrowEvent.class);
    assertThat(source(message.job().type())).isEqualTo("send");
    assertThat(message.event()).isInstanceOf(EventDefinition.Message.class);
    assertThat(definition(model, "none", Definition.IntermediateThrowEvent.class))
        .isEqualTo(new Definition.IntermediateThrowEvent(new EventDefinition.None(), null));
    assertThat(definition(model, "terminate", Definition.EndEvent.class).event())
        .isEqualTo(new EventDefinition.Terminate());
    assertThat(definition(model, "error", Definition.EndEvent.class).event())
        .isEqualTo(new EventDefinition.Error(new Expression.Constant("LATE")));
  }

  @Test
  void readsBoundaryEvents() {
    ProcessModel model =
        compileWithRoots(
            """
            <bpmn:startEvent id="s"/><bpmn:manualTask id="task"/>
            <bpmn:boundaryEvent id="late" attachedToRef="task" cancelActivity="false"><bpmn:timerEventDefinition id="d1"><bpmn:timeCycle>R/PT1H</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:boundaryEvent>
            <bpmn:boundaryEvent id="failed" attachedToRef="task"><bpmn:errorEventDefinition id="d2"/></bpmn:boundaryEvent>
            """);

    assertThat(model.element("task").boundaryIds()).containsExactly("late", "failed");
    assertThat(definition(model, "late", Definition.BoundaryEvent.class))
        .isEqualTo(
            new Definition.BoundaryEvent(
                "task",
                false,
                new EventDefinition.Timer(Kind.CYCLE, new Expression.Constant("R/PT1H"))));
    assertThat(definition(model, "failed", Definition.BoundaryEvent.class))
        .isEqualTo(new Definition.BoundaryEvent("task", true, new EventDefinition.Error(null)));
  }

  @Test
  void readsSubProcessesAndEventSubProcesses() {
    ProcessModel model =
        compileWithRoots(
            """
            <bpmn:startEvent id="s"/>
            <bpmn:subProcess id="sub"><bpmn:startEvent id="inner"/>
              <bpmn:subProcess id="event" triggeredByEvent="true">
                <bpmn:startEvent id="trigger" isInterrupting="false"><bpmn:messageEventDefinition id="d1" messageRef="m"/></bpmn:startEvent>
              </bpmn:subProcess>
            </bpmn:subProcess>
            """);

    assertThat(model.element("sub").type()).isEqualTo(ElementType.SUB_PROCESS);
    assertThat(model.element("sub").eventSubProcessStartIds()).containsExactly("trigger");
    assertThat(definition(model, "sub", Definition.Scope.class).noneStartId()).isEqualTo("inner");
    assertThat(model.element("event").type()).isEqualTo(ElementType.EVENT_SUB_PROCESS);
    assertThat(model.element("event").parentId()).isEqualTo("sub");
    assertThat(model.element("trigger").parentId()).isEqualTo("event");
    var trigger = definition(model, "trigger", Definition.StartEvent.class);
    assertThat(trigger.interrupting()).isFalse();
    assertThat(source(((EventDefinition.Message) trigger.event()).correlationKey()))
        .isEqualTo("=caseId");
    assertThat(model.root().eventSubProcessStartIds()).isEmpty();
  }

  @Test
  void readsEventBasedGateways() {
    ProcessModel model =
        compileWithRoots(
            """
            <bpmn:startEvent id="s"/>
            <bpmn:eventBasedGateway id="g"><bpmn:incoming>f1</bpmn:incoming><bpmn:outgoing>f2</bpmn:outgoing><bpmn:outgoing>f3</bpmn:outgoing></bpmn:eventBasedGateway>
            <bpmn:intermediateCatchEvent id="a"><bpmn:incoming>f2</bpmn:incoming><bpmn:messageEventDefinition id="d1" messageRef="m"/></bpmn:intermediateCatchEvent>
            <bpmn:intermediateCatchEvent id="b"><bpmn:incoming>f3</bpmn:incoming><bpmn:timerEventDefinition id="d2"><bpmn:timeDuration>=wait</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
            """
                + flow("f1", "s", "g")
                + flow("f2", "g", "a")
                + flow("f3", "g", "b"));

    assertThat(definition(model, "g", Definition.EventBasedGateway.class).eventIds())
        .containsExactly("a", "b");
  }
}
