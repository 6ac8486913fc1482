package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** What the compiler refuses, with the element named and nothing deployed. */
class RefusedModelsTest extends ModelTexts {

  /**
   * @param parts that the answer must contain
   */
  private record Case(String name, String body, String... parts) {

    @Override
    public String toString() {
      return name;
    }
  }

  private static Case after(String name, String element, String... parts) {
    return new Case(name, STARTED + element, parts);
  }

  private static Case service(String name, String extensions, String part) {
    return after(
        name,
        "<bpmn:serviceTask id='It'><bpmn:extensionElements><zeebe:taskDefinition type='t'/>"
            + extensions
            + "</bpmn:extensionElements></bpmn:serviceTask>",
        "It (bpmn:serviceTask)",
        part);
  }

  private static Stream<Case> cases() {
    return Stream.of(
        after("complex gateway", "<bpmn:complexGateway id='It'/>", "It", "complexGateway"),
        after(
            "ad-hoc sub-process",
            "<bpmn:adHocSubProcess id='It'><bpmn:task id='T'/></bpmn:adHocSubProcess>",
            "It",
            "adHocSubProcess"),
        after(
            "transaction",
            "<bpmn:transaction id='It'><bpmn:startEvent id='S'/></bpmn:transaction>",
            "It",
            "transaction"),
        after(
            "escalation",
            "<bpmn:endEvent id='It'>"
                + "<bpmn:escalationEventDefinition id='e' escalationRef='up'/></bpmn:endEvent>",
            "It",
            "escalationEventDefinition"),
        after(
            "compensation",
            "<bpmn:intermediateThrowEvent id='It'>"
                + "<bpmn:compensateEventDefinition id='e'/></bpmn:intermediateThrowEvent>",
            "It",
            "compensateEventDefinition"),
        after(
            "conditional event",
            "<bpmn:intermediateCatchEvent id='It'><bpmn:conditionalEventDefinition id='e'>"
                + "<bpmn:condition xsi:type='bpmn:tFormalExpression'>=x</bpmn:condition>"
                + "</bpmn:conditionalEventDefinition></bpmn:intermediateCatchEvent>",
            "It",
            "conditionalEventDefinition"),
        after(
            "standard loop",
            "<bpmn:task id='It'><bpmn:standardLoopCharacteristics id='l'/></bpmn:task>",
            "It",
            "standard loop"),
        after(
            "loop cardinality",
            "<bpmn:task id='It'><bpmn:multiInstanceLoopCharacteristics id='l'>"
                + "<bpmn:loopCardinality xsi:type='bpmn:tFormalExpression'>3</bpmn:loopCardinality>"
                + "</bpmn:multiInstanceLoopCharacteristics></bpmn:task>",
            "It",
            "inputCollection"),
        after("service task without type", "<bpmn:serviceTask id='It'/>", "It", "taskDefinition"),
        after("receive task without message", "<bpmn:receiveTask id='It'/>", "It", "message"),
        after(
            "message without correlation key",
            "<bpmn:receiveTask id='It' messageRef='named'/>",
            "named",
            "subscription"),
        after(
            "call activity without process", "<bpmn:callActivity id='It'/>", "It", "calledElement"),
        after(
            "script without expression",
            "<bpmn:scriptTask id='It'><bpmn:extensionElements>"
                + "<zeebe:script expression='=1 +' resultVariable='r'/>"
                + "</bpmn:extensionElements></bpmn:scriptTask>",
            "It",
            "1 +"),
        after(
            "condition that is no FEEL",
            "<bpmn:exclusiveGateway id='It'/><bpmn:endEvent id='E'/>"
                + "<bpmn:sequenceFlow id='bad' sourceRef='It' targetRef='E'>"
                + "<bpmn:conditionExpression xsi:type='bpmn:tFormalExpression'>=a &gt;"
                + "</bpmn:conditionExpression></bpmn:sequenceFlow>",
            "bad"),
        after(
            "timer that is no time",
            "<bpmn:intermediateCatchEvent id='It'><bpmn:timerEventDefinition id='e'>"
                + "<bpmn:timeDuration xsi:type='bpmn:tFormalExpression'>soon</bpmn:timeDuration>"
                + "</bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>",
            "It"),
        after(
            "interrupting cycle",
            "<bpmn:task id='It'/><bpmn:boundaryEvent id='B' attachedToRef='It'>"
                + "<bpmn:timerEventDefinition id='e'>"
                + "<bpmn:timeCycle xsi:type='bpmn:tFormalExpression'>R/PT1H</bpmn:timeCycle>"
                + "</bpmn:timerEventDefinition></bpmn:boundaryEvent>",
            "B"),
        after(
            "two events of one message at one task",
            "<bpmn:task id='It'/>"
                + "<bpmn:boundaryEvent id='B1' attachedToRef='It'>"
                + "<bpmn:errorEventDefinition id='e1' errorRef='failure'/></bpmn:boundaryEvent>"
                + "<bpmn:boundaryEvent id='B2' attachedToRef='It'>"
                + "<bpmn:errorEventDefinition id='e2' errorRef='failure'/></bpmn:boundaryEvent>",
            "E1"),
        after(
            "link without other end",
            "<bpmn:intermediateThrowEvent id='It'>"
                + "<bpmn:linkEventDefinition id='e' name='nowhere'/></bpmn:intermediateThrowEvent>",
            "nowhere"),
        after(
            "unknown extension",
            "<bpmn:task id='It'><bpmn:extensionElements><zeebe:adHoc/>"
                + "</bpmn:extensionElements></bpmn:task>",
            "It",
            "adHoc"),
        service(
            "unknown event of an execution listener",
            "<zeebe:executionListeners><zeebe:executionListener eventType='begin' type='l'/>"
                + "</zeebe:executionListeners>",
            "eventType: expected one of start, end, but was 'begin'"),
        service(
            "execution listener without event",
            "<zeebe:executionListeners><zeebe:executionListener type='l'/>"
                + "</zeebe:executionListeners>",
            "eventType"),
        service(
            "unknown binding of a linked resource",
            "<zeebe:linkedResources><zeebe:linkedResource resourceId='r' resourceType='t'"
                + " linkName='n' bindingType='newest'/></zeebe:linkedResources>",
            "bindingType: expected one of deployment, latest, versionTag, but was 'newest'"),
        after(
            "unknown event of a task listener",
            "<bpmn:userTask id='It'><bpmn:extensionElements><zeebe:userTask/><zeebe:taskListeners>"
                + "<zeebe:taskListener eventType='assign' type='l'/></zeebe:taskListeners>"
                + "</bpmn:extensionElements></bpmn:userTask>",
            "It (bpmn:userTask)",
            "eventType: expected one of creating, assigning, updating, completing, canceling,"
                + " but was 'assign'"),
        after(
            "unknown binding of a called process",
            "<bpmn:callActivity id='It'><bpmn:extensionElements>"
                + "<zeebe:calledElement processId='p' bindingType='LATEST'/>"
                + "</bpmn:extensionElements></bpmn:callActivity>",
            "It",
            "bindingType: expected one of deployment, latest, versionTag, but was 'LATEST'"),
        after("event-based gateway with one way", "<bpmn:eventBasedGateway id='It'/>", "It"),
        new Case("no start event", "<bpmn:task id='T'/>", "start event"),
        new Case(
            "two none start events",
            "<bpmn:startEvent id='S1'/><bpmn:startEvent id='S2'/>",
            "none start event"),
        new Case(
            "flow to nowhere",
            "<bpmn:startEvent id='S1'/>"
                + "<bpmn:sequenceFlow id='lost' sourceRef='S1' targetRef='Nobody'/>",
            "Nobody"),
        new Case("no BPMN at all", "<nonsense/>", "nonsense"));
  }

  private static final class Cases implements ArgumentsProvider {

    @Override
    public Stream<? extends Arguments> provideArguments(ExtensionContext context) {
      return Targets.of(context)
          .flatMap(target -> cases().map(refused -> Arguments.of(target.caller(), refused)));
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @ArgumentsSource(Cases.class)
  void namesWhatItRefuses(Caller caller, Case refused) {
    String xml = FILE.formatted(caller.id(), refused.body);
    Refusal.INVALID_ARGUMENT.of(() -> caller.deploy("refused.bpmn", xml), refused.parts);
    assertThat(caller.instances(caller.id())).isEmpty();
    Refusal.NOT_FOUND.of(caller::start, caller.id());
  }

  @OnEveryTarget
  void reportsAllMistakesOfAFileAtOnce(Caller caller) {
    String body = STARTED + "<bpmn:serviceTask id='It'/><bpmn:complexGateway id='Other'/>";
    Refusal.INVALID_ARGUMENT.of(
        () -> caller.deploy("refused.bpmn", FILE.formatted(caller.id(), body)),
        "refused.bpmn",
        "It (bpmn:serviceTask)",
        "Other (bpmn:complexGateway)");
  }

  @OnEveryTarget
  void moreMistakesThanAnAnswerHasRoomForAreCounted(Caller caller) {
    StringBuilder body = new StringBuilder(STARTED + "<bpmn:task id='It'/>");
    for (int i = 0; i < 80; i++) {
      body.append("<bpmn:serviceTask id='现场核查与处置反馈任务%d' name='现场'/>".formatted(i));
    }
    Refusal.INVALID_ARGUMENT.of(
        () -> caller.deploy("上报.bpmn", FILE.formatted(caller.id(), body)),
        "'上报.bpmn'",
        "(bpmn:serviceTask)",
        "\nand ",
        " more");
  }

  @OnEveryTarget
  void namesARootElementThatHoldsNoModel(Caller caller) {
    String process = "<process xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' id='p'/>";
    Refusal.INVALID_ARGUMENT.of(
        () -> caller.deploy("root.bpmn", process),
        "root.bpmn",
        "the root element is <process>",
        "expected <definitions> of BPMN 2.0");
    String older = "<bpmn:definitions xmlns:bpmn='http://schema.omg.org/spec/BPMN/2.0'/>";
    Refusal.INVALID_ARGUMENT.of(
        () -> caller.deploy("older.bpmn", older),
        "older.bpmn",
        "http://schema.omg.org/spec/BPMN/2.0");
  }
}
