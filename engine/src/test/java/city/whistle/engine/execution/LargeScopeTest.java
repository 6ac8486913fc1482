package city.whistle.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Children are ended a hundred at a time. */
class LargeScopeTest {

  private static final String TEMPLATE =
      """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="test"
          xmlns:zeebe="http://camunda.org/schema/zeebe/1.0">
        <process id="p" isExecutable="true">
          <startEvent id="Start"/>
          <sequenceFlow id="ToFork" sourceRef="Start" targetRef="Fork"/>
          <parallelGateway id="Fork"/>
          %s
          <subProcess id="Stopped" triggeredByEvent="true">
            <startEvent id="Stop"><messageEventDefinition messageRef="stop"/></startEvent>
            <sequenceFlow id="ToCleanUp" sourceRef="Stop" targetRef="CleanUp"/>
            <serviceTask id="CleanUp">
              <extensionElements><zeebe:taskDefinition type="cleanUp"/></extensionElements>
            </serviceTask>
          </subProcess>
        </process>
        <message id="stop" name="stop">
          <extensionElements><zeebe:subscription correlationKey="=id"/></extensionElements>
        </message>
      </definitions>
      """;

  private final MemoryEngine engine = new MemoryEngine();

  @ParameterizedTest
  @ValueSource(ints = {1, 99, 100, 101, 250})
  void whatGoesOnAfterAnInterruptionIsNotEndedWithTheRest(int branches) {
    engine.deploy(model(branches));
    long key = engine.start("p", Map.of("id", "1"));
    assertThat(engine.active(key)).hasSize(branches);
    engine.publish("stop", "1", Map.of());
    assertThat(engine.terminated(key)).hasSize(branches);
    assertThat(engine.active(key)).containsExactly("CleanUp", "Stopped");
    engine.completeJob("cleanUp");
    engine.assertNothingOpen();
  }

  /** Written, since the builder takes a quarter of a minute for so many branches. */
  private static BpmnModelInstance model(int branches) {
    String work =
        IntStream.range(0, branches).mapToObj(LargeScopeTest::branch).collect(Collectors.joining());
    return Bpmn.readModelFromStream(
        new ByteArrayInputStream(TEMPLATE.formatted(work).getBytes(StandardCharsets.UTF_8)));
  }

  private static String branch(int i) {
    return """
        <serviceTask id="Work%1$d">
          <extensionElements><zeebe:taskDefinition type="work"/></extensionElements>
        </serviceTask>
        <sequenceFlow id="To%1$d" sourceRef="Fork" targetRef="Work%1$d"/>
        """
        .formatted(i);
  }
}
