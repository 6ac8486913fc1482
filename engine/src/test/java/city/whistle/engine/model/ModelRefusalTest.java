package city.whistle.engine.model;

import static city.whistle.engine.model.Models.around;
import static city.whistle.engine.model.Models.element;
import static city.whistle.engine.model.Models.file;
import static city.whistle.engine.model.Models.flow;
import static city.whistle.engine.model.Models.process;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ModelRefusalTest extends RefusedModels {

  private static final String TIMER =
      "<bpmn:timerEventDefinition id=\"t\">%s</bpmn:timerEventDefinition>";

  static Stream<Arguments> unsupported() {
    return Stream.of(
        refusal(
            "complex gateway",
            around("x", "<bpmn:complexGateway id=\"x\"/>"),
            "x (bpmn:complexGateway): this element is not supported; use an exclusive, parallel or"
                + " inclusive gateway"),
        refusal(
            "ad-hoc sub-process",
            around(
                "x",
                "<bpmn:adHocSubProcess id=\"x\"><bpmn:manualTask"
                    + " id=\"in\"/></bpmn:adHocSubProcess>"),
            "x (bpmn:adHocSubProcess): this element is not supported; use an embedded sub-process"),
        refusal(
            "transaction",
            around(
                "x", "<bpmn:transaction id=\"x\"><bpmn:startEvent id=\"s\"/></bpmn:transaction>"),
            "x (bpmn:transaction): this element is not supported; use an embedded sub-process with"
                + " error events"),
        refusal(
            "escalation",
            throwing("<bpmn:escalationEventDefinition id=\"e\"/>"),
            "x (bpmn:intermediateThrowEvent): bpmn:escalationEventDefinition: this event is not"
                + " supported here; use an error or a signal event"),
        refusal(
            "compensation",
            throwing("<bpmn:compensateEventDefinition id=\"e\"/>"),
            "x (bpmn:intermediateThrowEvent): bpmn:compensateEventDefinition: this event is not"
                + " supported here; draw the undoing as tasks of their own"),
        refusal(
            "conditional event",
            catching(
                "<bpmn:conditionalEventDefinition id=\"e\"><bpmn:condition"
                    + " xsi:type=\"bpmn:tFormalExpression\">=a</bpmn:condition></bpmn:conditionalEventDefinition>"),
            "x (bpmn:intermediateCatchEvent): bpmn:conditionalEventDefinition: this event is not"
                + " supported here; use a message or signal event"),
        refusal(
            "error start of a process",
            process(
                "<bpmn:startEvent id=\"x\"><bpmn:errorEventDefinition"
                    + " id=\"e\"/></bpmn:startEvent>"),
            "x (bpmn:startEvent): bpmn:errorEventDefinition: this event is not supported here"),
        refusal(
            "standard loop",
            around(
                "x",
                "<bpmn:manualTask id=\"x\"><bpmn:standardLoopCharacteristics/></bpmn:manualTask>"),
            "x (bpmn:manualTask): a standard loop is not supported; use multi-instance or draw the"
                + " loop"),
        refusal(
            "compensation handler",
            around("x", "<bpmn:manualTask id=\"x\" isForCompensation=\"true\"/>"),
            "x (bpmn:manualTask): compensation is not supported; draw the undoing as tasks of their"
                + " own"),
        refusal(
            "unknown extension",
            job("<zeebe:conditionalFilter/>"),
            "x (bpmn:serviceTask): bpmn:extensionElements: zeebe:conditionalFilter is not"
                + " supported; remove it"),
        refusal(
            "loop cardinality",
            around(
                "x",
                """
                <bpmn:manualTask id="x"><bpmn:multiInstanceLoopCharacteristics>
                <bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=a"/></bpmn:extensionElements>
                <bpmn:loopCardinality xsi:type="bpmn:tFormalExpression">3</bpmn:loopCardinality>
                </bpmn:multiInstanceLoopCharacteristics></bpmn:manualTask>
                """),
            "x (bpmn:manualTask): bpmn:multiInstanceLoopCharacteristics: a loop cardinality is not"
                + " supported; give zeebe:loopCharacteristics an inputCollection"));
  }

  static Stream<Arguments> malformed() {
    return Stream.of(
        refusal(
            "process without start",
            process("<bpmn:manualTask id=\"x\"/>"),
            "p (bpmn:process): Must have at least one start event"),
        refusal(
            "no executable process",
            file("<bpmn:process id=\"p\"><bpmn:startEvent id=\"s\"/></bpmn:process>"),
            "file (bpmn:definitions): Must contain at least one executable process"),
        refusal(
            "service task without job",
            around("x", "<bpmn:serviceTask id=\"x\"/>"),
            "x (bpmn:serviceTask): Must have exactly one 'zeebe:taskDefinition' extension element"),
        refusal(
            "unconnected flow",
            process("<bpmn:startEvent id=\"start\"/>" + flow("x", "start", "nowhere")),
            "line 6: cvc-id.1: There is no ID/IDREF binding for IDREF 'nowhere'."),
        refusal(
            "flow out of a sub-process",
            process(
                "<bpmn:startEvent id=\"start\"/><bpmn:subProcess id=\"sub\"><bpmn:startEvent"
                    + " id=\"s\"/></bpmn:subProcess><bpmn:endEvent id=\"end\"/>"
                    + flow("x", "s", "end")),
            "x (bpmn:sequenceFlow): leaves its scope; connect elements of one process or"
                + " sub-process only"),
        refusal(
            "message without correlation key",
            file(
                "<bpmn:message id=\"m\" name=\"m\"/>"
                    + "<bpmn:process id=\"p\" isExecutable=\"true\"><bpmn:startEvent id=\"s\"/>"
                    + "<bpmn:receiveTask id=\"r\" messageRef=\"m\"/></bpmn:process>"),
            "m (bpmn:message): Must have exactly one zeebe:subscription extension element"),
        refusal(
            "interrupting cycle",
            boundary("", TIMER.formatted("<bpmn:timeCycle>R/PT1H</bpmn:timeCycle>")),
            "x (bpmn:boundaryEvent): Interrupting timer event with time cycle is not allowed."),
        refusal(
            "error that doesn't interrupt",
            boundary("cancelActivity=\"false\"", "<bpmn:errorEventDefinition id=\"e\"/>"),
            "x (bpmn:boundaryEvent): Non-Interrupting event of this type is not allowed"),
        refusal(
            "link without its other end",
            throwing("<bpmn:linkEventDefinition id=\"l\" name=\"there\"/>"),
            "p (bpmn:process): Can't find an catch link event for the throw link event with the"
                + " name 'there'."),
        refusal(
            "event-based gateway to a task",
            process(
                "<bpmn:startEvent id=\"s\"/><bpmn:eventBasedGateway id=\"x\"/><bpmn:manualTask"
                    + " id=\"a\"/><bpmn:manualTask id=\"b\"/>"
                    + flow("f1", "s", "x")
                    + flow("f2", "x", "a")
                    + flow("f3", "x", "b")),
            "x (bpmn:eventBasedGateway): Event-based gateway must not have an outgoing sequence"
                + " flow to other elements than message/timer/signal intermediate catch events."),
        refusal(
            "condition at a task whose flows only the flows themselves know",
            process(
                "<bpmn:startEvent id=\"s\"/><bpmn:manualTask id=\"x\"/><bpmn:endEvent id=\"e\"/>"
                    + flow("f1", "s", "x")
                    + flow("f2", "x", "e", "= false")),
            "x (bpmn:manualTask): Conditional sequence flows are only supported at exclusive or"
                + " inclusive gateway"),
        refusal(
            "no condition at a gateway whose flows only the flows themselves know",
            process(
                "<bpmn:startEvent id=\"s\"/><bpmn:exclusiveGateway id=\"x\"/>"
                    + "<bpmn:endEvent id=\"a\"/><bpmn:endEvent id=\"b\"/>"
                    + flow("f1", "s", "x")
                    + flow("f2", "x", "a")
                    + flow("f3", "x", "b")),
            "f2 (bpmn:sequenceFlow): Must have a condition or be default flow"),
        refusal(
            "end event of two kinds",
            process(
                "<bpmn:startEvent id=\"s\"/><bpmn:endEvent id=\"x\">"
                    + "<bpmn:messageEventDefinition/><bpmn:signalEventDefinition/>"
                    + "</bpmn:endEvent>"
                    + flow("f1", "s", "x")),
            "x (bpmn:endEvent): several event definitions are not supported; draw an event for"
                + " each"),
        refusal(
            "link with a flow of its own",
            process(
                "<bpmn:startEvent id=\"s\"/><bpmn:intermediateThrowEvent id=\"x\">"
                    + "<bpmn:linkEventDefinition name=\"L\"/></bpmn:intermediateThrowEvent>"
                    + "<bpmn:intermediateCatchEvent id=\"c\"><bpmn:linkEventDefinition name=\"L\"/>"
                    + "</bpmn:intermediateCatchEvent><bpmn:endEvent id=\"e\"/>"
                    + flow("f1", "s", "x")
                    + flow("f2", "x", "e")),
            "x (bpmn:intermediateThrowEvent): a link goes on at its other end; remove the outgoing"
                + " sequence flows"),
        refusal(
            "call without process id",
            around("x", element("callActivity", "x", "<zeebe:calledElement processId=\"\"/>")),
            "x (bpmn:callActivity): zeebe:calledElement: Attribute 'processId' must be present and"
                + " not empty"),
        refusal(
            "version tag without binding",
            around(
                "x",
                element(
                    "callActivity",
                    "x",
                    "<zeebe:calledElement processId=\"q\" versionTag=\"v\"/>")),
            "x (bpmn:callActivity): zeebe:calledElement: Attribute 'versionTag' may only be used if"
                + " 'bindingType' is 'versionTag'"));
  }

  static Stream<Arguments> expressions() {
    return Stream.of(
        refusal(
            "mapping",
            job("<zeebe:ioMapping><zeebe:input source=\"=1 +\" target=\"a\"/></zeebe:ioMapping>"),
            "x (bpmn:serviceTask): zeebe:input: source: failed to parse expression '1 +'"),
        refusal(
            "mapping's target",
            job("<zeebe:ioMapping><zeebe:output source=\"=1\" target=\"a b\"/></zeebe:ioMapping>"),
            "x (bpmn:serviceTask): zeebe:output: target: 'a b' is not the name of a variable or a"
                + " path into one"),
        refusal(
            "job type",
            service("<zeebe:taskDefinition type=\"=\"/>"),
            "x (bpmn:serviceTask): zeebe:taskDefinition: type: failed to parse expression ''"),
        refusal(
            "condition without =",
            process(
                "<bpmn:startEvent id=\"s\"/><bpmn:exclusiveGateway id=\"g\""
                    + " default=\"f3\"/><bpmn:endEvent id=\"a\"/><bpmn:endEvent id=\"b\"/>"
                    + flow("f1", "s", "g")
                    + flow("f2", "g", "a", "x &gt; 1")
                    + flow("f3", "g", "b")),
            "f2 (bpmn:sequenceFlow): bpmn:conditionExpression: condition: expected an expression,"
                + " but was 'x > 1'; put '=' in front"),
        refusal(
            "timer's duration",
            catching(TIMER.formatted("<bpmn:timeDuration>1 hour</bpmn:timeDuration>")),
            "x (bpmn:intermediateCatchEvent): bpmn:timeDuration: timeDuration: Invalid timer"
                + " duration"),
        refusal(
            "timer's date",
            catching(TIMER.formatted("<bpmn:timeDate>2026-01-31</bpmn:timeDate>")),
            "x (bpmn:intermediateCatchEvent): bpmn:timeDate: timeDate: Invalid timer date"),
        refusal(
            "script without =",
            around(
                "x",
                element(
                    "scriptTask", "x", "<zeebe:script expression=\"1\" resultVariable=\"r\"/>")),
            "x (bpmn:scriptTask): zeebe:script: expression: expected an expression, but was '1';"
                + " put '=' in front"),
        refusal(
            "priority",
            around(
                "x",
                element(
                    "userTask",
                    "x",
                    "<zeebe:userTask/><zeebe:priorityDefinition priority=\"101\"/>")),
            "x (bpmn:userTask): zeebe:priorityDefinition: priority: expected a number from 0 to 100"
                + " or an expression, but was '101'"),
        refusal(
            "due date",
            around(
                "x",
                element(
                    "userTask", "x", "<zeebe:userTask/><zeebe:taskSchedule dueDate=\"soon\"/>")),
            "x (bpmn:userTask): zeebe:taskSchedule: dueDate: Invalid timer date"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"unsupported", "malformed", "expressions"})
  void refuses(String name, String xml, String mistake) {
    assertThat(mistakes(xml)).anySatisfy(text -> assertThat(text).startsWith(mistake));
  }
}
