package city.whistle.engine.model;

import static city.whistle.engine.model.Models.around;
import static city.whistle.engine.model.Models.element;
import static city.whistle.engine.model.Models.file;
import static city.whistle.engine.model.Models.flow;
import static city.whistle.engine.model.Models.process;
import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.clock.EngineClock;
import city.whistle.engine.expression.Expression;
import city.whistle.engine.expression.ExpressionEngine;
import city.whistle.engine.model.EventDefinition.Timer.Kind;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ElementsTest {

  private static final ModelCompiler COMPILER =
      new ModelCompiler(new ExpressionEngine(new EngineClock(Clock.systemUTC())));

  private static final String ROOTS =
      """
      <bpmn:message id="m" name="answered"><bpmn:extensionElements>
        <zeebe:subscription correlationKey="=caseId"/></bpmn:extensionElements></bpmn:message>
      <bpmn:message id="begin" name="begin"/>
      <bpmn:signal id="sig" name="alarm"/>
      <bpmn:error id="err" errorCode="LATE"/>
      """;

  private static ProcessModel compile(String xml) {
    return COMPILER.compile("test.bpmn", xml).get(0);
  }

  private static ProcessModel compileWithRoots(String elements) {
    return compile(
        file(
            ROOTS
                + "<bpmn:process id=\"p\" isExecutable=\"true\">"
                + elements
                + "</bpmn:process>"));
  }

  private static <D extends Definition> D definition(ProcessModel model, String id, Class<D> type) {
    assertThat(model.element(id).definition()).isInstanceOf(type);
    return type.cast(model.element(id).definition());
  }

  private static String source(Expression expression) {
    return expression == null ? null : expression.source();
  }

  private static EventDefinition catching(ProcessModel model, String id) {
    return definition(model, id, Definition.IntermediateCatchEvent.class).event();
  }

  @Test
  void leavesNonExecutableProcessesOut() {
    List<ProcessModel> models =
        COMPILER.compile(
            "test.bpmn",
            file(
                """
                <bpmn:process id="a" isExecutable="true"><bpmn:startEvent id="sa"/></bpmn:process>
                <bpmn:process id="b"><bpmn:complexGateway id="sb"/></bpmn:process>
                <bpmn:process id="c" isExecutable="true"><bpmn:startEvent id="sc"/></bpmn:process>
                """));

    assertThat(models).extracting(ProcessModel::bpmnProcessId).containsExactly("a", "c");
  }

  @Test
  void takesNoNoticeOfWhatIsOnlyDrawn() {
    List<ProcessModel> models =
        COMPILER.compile(
            "test.bpmn",
            file(
                """
                <bpmn:collaboration id="c"><bpmn:participant id="pool" processRef="p"/></bpmn:collaboration>
                <bpmn:process id="p" isExecutable="true">
                  <bpmn:laneSet id="ls"><bpmn:lane id="lane"><bpmn:flowNodeRef>s</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>
                  <bpmn:startEvent id="s"/><bpmn:dataObject id="o"/><bpmn:dataObjectReference id="or" dataObjectRef="o"/>
                  <bpmn:textAnnotation id="note"><bpmn:text>text</bpmn:text></bpmn:textAnnotation>
                  <bpmn:association id="as" sourceRef="s" targetRef="note"/>
                </bpmn:process>
                """));

    assertThat(models.get(0).elements()).containsOnlyKeys("p", "s");
  }

  @Test
  void readsUserTasks() {
    ProcessModel model =
        compile(
            around(
                "x",
                element(
                    "userTask",
                    "x",
                    """
                    <zeebe:userTask/>
                    <zeebe:assignmentDefinition assignee="=who" candidateGroups="a, b"/>
                    <zeebe:taskSchedule dueDate="=limits.signBy" followUpDate="2026-01-31T09:00:00+08:00"/>
                    <zeebe:priorityDefinition priority="70"/>
                    <zeebe:formDefinition formId="sign-case" bindingType="deployment"/>
                    <zeebe:taskHeaders><zeebe:header key="k" value="v"/></zeebe:taskHeaders>
                    <zeebe:taskListeners><zeebe:taskListener eventType="completing" type="check"/></zeebe:taskListeners>
                    """)));

    var task = definition(model, "x", Definition.UserTask.class);
    assertThat(source(task.assignee())).isEqualTo("=who");
    assertThat(source(task.candidateGroups())).isEqualTo("a, b");
    assertThat(task.candidateUsers()).isNull();
    assertThat(source(task.dueDate())).isEqualTo("=limits.signBy");
    assertThat(source(task.followUpDate())).isEqualTo("2026-01-31T09:00:00+08:00");
    assertThat(source(task.priority())).isEqualTo("70");
    assertThat(source(task.formId())).isEqualTo("sign-case");
    assertThat(task.formBinding()).isEqualTo(Binding.DEPLOYMENT);
    assertThat(task.externalFormReference()).isNull();
    assertThat(task.headers()).isEqualTo(Map.of("k", "v"));
    assertThat(task.listeners())
        .singleElement()
        .satisfies(
            listener -> {
              assertThat(listener.event()).isEqualTo(Listener.Event.COMPLETING);
              assertThat(source(listener.job().type())).isEqualTo("check");
              assertThat(source(listener.job().retries())).isEqualTo("3");
            });
  }

  @Test
  void userTaskWithoutCamundasMarkIsAJob() {
    ProcessModel model =
        compile(
            around(
                "x",
                element(
                    "userTask",
                    "x",
                    "<zeebe:assignmentDefinition assignee=\"li\"/><zeebe:formDefinition formKey=\"f\"/>")));

    assertThat(model.element("x").type()).isEqualTo(ElementType.USER_TASK);
    Definition.JobUserTask task = definition(model, "x", Definition.JobUserTask.class);
    assertThat(source(task.job().type())).isEqualTo("io.camunda.zeebe:userTask");
    assertThat(source(task.assignee())).isEqualTo("li");
    assertThat(task.job().headers()).isEqualTo(Map.of("io.camunda.zeebe:formKey", "f"));
  }

  @Test
  void readsBusinessRuleTasks() {
    ProcessModel model =
        compile(
            around(
                "x",
                element(
                    "businessRuleTask",
                    "x",
                    "<zeebe:calledDecision decisionId=\"route\" resultVariable=\"r\" bindingType=\"versionTag\" versionTag=\"v2\"/>")));

    var task = definition(model, "x", Definition.BusinessRuleTask.class);
    assertThat(source(task.decisionId())).isEqualTo("route");
    assertThat(task.binding()).isEqualTo(new Binding(Binding.Type.VERSION_TAG, "v2"));
    assertThat(task.resultVariable()).isEqualTo("r");
  }

  @Test
  void readsScriptTasksAsExpressionOrJob() {
    ProcessModel script =
        compile(
            around(
                "x",
                element(
                    "scriptTask",
                    "x",
                    "<zeebe:script expression=\"=1 + 1\" resultVariable=\"r\"/>")));
    ProcessModel job =
        compile(around("x", element("scriptTask", "x", "<zeebe:taskDefinition type=\"run\"/>")));

    assertThat(source(definition(script, "x", Definition.ScriptTask.class).script()))
        .isEqualTo("=1 + 1");
    assertThat(source(definition(job, "x", Definition.JobTask.class).job().type()))
        .isEqualTo("run");
  }

  @Test
  void readsCallActivities() {
    ProcessModel model =
        compile(
            around(
                "x",
                element(
                    "callActivity",
                    "x",
                    "<zeebe:calledElement processId=\"=child\" propagateAllChildVariables=\"false\"/>")));

    var call = definition(model, "x", Definition.CallActivity.class);
    assertThat(source(call.processId())).isEqualTo("=child");
    assertThat(call.binding()).isEqualTo(Binding.LATEST);
    assertThat(call.propagateAllParentVariables()).isTrue();
    assertThat(call.propagateAllChildVariables()).isFalse();
  }

  @Test
  void readsMultiInstance() {
    ProcessModel model =
        compile(
            around(
                "x",
                """
                <bpmn:manualTask id="x"><bpmn:multiInstanceLoopCharacteristics isSequential="true">
                <bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=units" inputElement="unit" outputCollection="results" outputElement="=result"/></bpmn:extensionElements>
                <bpmn:completionCondition xsi:type="bpmn:tFormalExpression">= numberOfCompletedInstances = 2</bpmn:completionCondition>
                </bpmn:multiInstanceLoopCharacteristics></bpmn:manualTask>
                """));

    Loop loop = model.element("x").loop();
    assertThat(loop.sequential()).isTrue();
    assertThat(source(loop.inputCollection())).isEqualTo("=units");
    assertThat(loop.inputElement()).isEqualTo("unit");
    assertThat(loop.outputCollection()).isEqualTo("results");
    assertThat(source(loop.outputElement())).isEqualTo("=result");
    assertThat(source(loop.completionCondition())).isEqualTo("= numberOfCompletedInstances = 2");
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
  void readsExclusiveGatewaysWithFlowsInTheOrderOfTheFile() {
    ProcessModel model =
        compile(
            process(
                "<bpmn:startEvent id=\"s\"/>"
                    + "<bpmn:exclusiveGateway id=\"g\" default=\"f2\"><bpmn:outgoing>f3</bpmn:outgoing>"
                    + "<bpmn:outgoing>f2</bpmn:outgoing></bpmn:exclusiveGateway>"
                    + "<bpmn:endEvent id=\"a\"/><bpmn:endEvent id=\"b\"/>"
                    + flow("f1", "s", "g")
                    + flow("f2", "g", "a")
                    + flow("f3", "g", "b", "\n  =x = 1 ")));

    assertThat(definition(model, "g", Definition.ExclusiveGateway.class).defaultFlowId())
        .isEqualTo("f2");
    assertThat(model.element("g").outgoing())
        .extracting(SequenceFlow::id)
        .containsExactly("f3", "f2");
    assertThat(source(model.element("g").outgoing().get(0).condition())).isEqualTo("=x = 1");
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

  @Test
  void inclusiveGatewayKnowsFromWhereTokensCanStillCome() {
    ProcessModel model =
        compileWithRoots(
            """
            <bpmn:startEvent id="s"/><bpmn:parallelGateway id="fork"/><bpmn:manualTask id="a"/>
            <bpmn:boundaryEvent id="late" attachedToRef="a"><bpmn:errorEventDefinition id="d1"/></bpmn:boundaryEvent>
            <bpmn:manualTask id="mend"/>
            <bpmn:intermediateThrowEvent id="jump"><bpmn:linkEventDefinition id="d2" name="there"/></bpmn:intermediateThrowEvent>
            <bpmn:intermediateCatchEvent id="land"><bpmn:linkEventDefinition id="d3" name="there"/></bpmn:intermediateCatchEvent>
            <bpmn:inclusiveGateway id="join"/><bpmn:manualTask id="after"/><bpmn:endEvent id="end"/>
            """
                + flow("f1", "s", "fork")
                + flow("f2", "fork", "a")
                + flow("f3", "fork", "jump")
                + flow("f4", "late", "mend")
                + flow("f5", "mend", "join")
                + flow("f6", "land", "join")
                + flow("f7", "join", "after")
                + flow("f8", "after", "end"));

    assertThat(definition(model, "join", Definition.InclusiveGateway.class).upstream())
        .containsExactlyInAnyOrder("s", "fork", "a", "late", "mend", "jump", "land");
  }
}
