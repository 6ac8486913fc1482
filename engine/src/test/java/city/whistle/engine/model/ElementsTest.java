package city.whistle.engine.model;

import static city.whistle.engine.model.Models.around;
import static city.whistle.engine.model.Models.element;
import static city.whistle.engine.model.Models.file;
import static city.whistle.engine.model.Models.flow;
import static city.whistle.engine.model.Models.process;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ElementsTest extends CompiledModels {

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
                    "<zeebe:assignmentDefinition assignee=\"li\"/><zeebe:formDefinition"
                        + " formKey=\"f\"/>")));

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
                    "<zeebe:calledDecision decisionId=\"route\" resultVariable=\"r\""
                        + " bindingType=\"versionTag\" versionTag=\"v2\"/>")));

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
                    "<zeebe:calledElement processId=\"=child\""
                        + " propagateAllChildVariables=\"false\"/>")));

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
  void readsExclusiveGatewaysWithFlowsInTheOrderOfTheFile() {
    ProcessModel model =
        compile(
            process(
                "<bpmn:startEvent id=\"s\"/><bpmn:exclusiveGateway id=\"g\""
                    + " default=\"f2\"><bpmn:outgoing>f3</bpmn:outgoing>"
                    + "<bpmn:outgoing>f2</bpmn:outgoing></bpmn:exclusiveGateway><bpmn:endEvent"
                    + " id=\"a\"/><bpmn:endEvent id=\"b\"/>"
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
