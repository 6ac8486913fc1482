package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.command.CreateProcessInstanceCommandStep1;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

class StartEventsTest {

  private static BpmnModelInstance startedByMessage(Caller caller) {
    return caller
        .process()
        .startEvent("Asked")
        .message(caller.id("ask"))
        .serviceTask("Work", t -> t.zeebeJobType(caller.id("work")))
        .endEvent("Done")
        .done();
  }

  @OnEveryTarget
  void aNoneStartEventBeginsTheWalk(Caller caller) {
    caller.deploy(
        caller.process().startEvent("Start").sequenceFlowId("only").endEvent("Done").done());
    Instance instance = caller.start(Map.of("n", 1));
    instance.isCompleted();
    assertThat(instance.completed()).containsExactly("Start", "Done");
    assertThat(instance.flows()).containsExactly("only");
    assertThat(instance.variables()).isEqualTo(Map.of("n", "1"));
  }

  @OnEveryTarget
  void aMessageStartsAnInstanceWithItsVariables(Caller caller) {
    caller.deploy(startedByMessage(caller));
    caller.publish("ask", "", Map.of("n", 1));
    assertThat(caller.instances(caller.id()))
        .singleElement()
        .satisfies(
            instance -> {
              assertThat(instance.completed()).containsExactly("Asked");
              assertThat(instance.active()).containsExactly("Work");
              assertThat(instance.variables()).isEqualTo(Map.of("n", "1"));
            });
  }

  @OnEveryTarget
  void oneInstanceACorrelationKeyIsActiveAndTheBufferedMessageStartsTheNext(Caller caller) {
    caller.deploy(startedByMessage(caller));
    caller.publish("ask", "a", Map.of("n", 1));
    caller.publish("ask", "a", Map.of("n", 2));
    caller.publish("ask", "b", Map.of("n", 3));
    assertThat(caller.instances(caller.id())).hasSize(2);
    caller.jobs("work").forEach(job -> caller.complete(job, Map.of()));
    assertThat(caller.instances(caller.id()))
        .extracting(instance -> instance.variables().get("n"))
        .containsExactly("1", "3", "2");
  }

  @OnEveryTarget
  void messagesWithoutCorrelationKeyStartAnInstanceEach(Caller caller) {
    caller.deploy(startedByMessage(caller));
    caller.publish("ask", "", Map.of());
    caller.publish("ask", "", Map.of());
    assertThat(caller.instances(caller.id())).hasSize(2);
  }

  @OnEveryTarget
  void onlyTheLatestVersionIsStartedByAMessage(Caller caller) {
    caller.deploy(startedByMessage(caller));
    caller.deploy(
        caller
            .process()
            .startEvent("Asked")
            .message(caller.id("ask"))
            .endEvent("SecondDone")
            .done());
    caller.publish("ask", "", Map.of());
    assertThat(caller.instances(caller.id()))
        .singleElement()
        .satisfies(i -> assertThat(i.completed()).contains("SecondDone"));
  }

  @OnEveryTarget
  void aLaterVersionWithoutTheMessageEndsItsSubscription(Caller caller) {
    caller.deploy(startedByMessage(caller));
    caller.deploy(caller.process().startEvent("Start").endEvent().done());
    caller.publish("ask", "", Map.of());
    assertThat(caller.instances(caller.id())).isEmpty();
  }

  @OnEveryTarget
  void aMessageFromBeforeTheDeploymentStartsNothing(Caller caller) {
    caller.publish("ask", "k", Map.of());
    caller.deploy(startedByMessage(caller));
    assertThat(caller.instances(caller.id())).isEmpty();
  }

  @OnEveryTarget
  void aTimerStartsAnInstanceWhenItsTimeComes(Caller caller) {
    caller.deploy(caller.process().startEvent("Later").timerWithCycle("R1/PT1H").endEvent().done());
    caller.moveClock(Duration.ofMinutes(59));
    assertThat(caller.instances(caller.id())).isEmpty();
    caller.moveClock(Duration.ofMinutes(1));
    assertThat(caller.instances(caller.id())).singleElement().satisfies(Instance::isCompleted);
    caller.moveClock(Duration.ofHours(2));
    assertThat(caller.instances(caller.id())).hasSize(1);
  }

  @OnEveryTarget
  void aDateThatHasPassedStartsAnInstanceAtOnce(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent("Once")
            .timerWithDate(OffsetDateTime.parse("2020-01-01T00:00:00Z").toString())
            .endEvent()
            .done());
    caller.moveClock(Duration.ZERO);
    assertThat(caller.instances(caller.id())).hasSize(1);
  }

  @OnEveryTarget
  void aCycleStartsAsManyInstancesAsItSays(Caller caller) {
    caller.deploy(
        caller.process().startEvent("Hourly").timerWithCycle("R2/PT1H").endEvent().done());
    for (int hour = 0; hour < 4; hour++) {
      caller.moveClock(Duration.ofHours(1));
    }
    assertThat(caller.instances(caller.id())).hasSize(2);
  }

  @OnEveryTarget
  void aNewVersionEndsTheTimersOfTheOlderOne(Caller caller) {
    caller.deploy(caller.process().startEvent("Hourly").timerWithCycle("R/PT1H").endEvent().done());
    caller.deploy(caller.process().startEvent("Start").endEvent().done());
    caller.moveClock(Duration.ofHours(1));
    assertThat(caller.instances(caller.id())).isEmpty();
  }

  @OnEveryTarget
  void aCronCycleGoesOnWithoutEnd(Caller caller) {
    caller.deploy(
        caller.process().startEvent("Daily").timerWithCycle("0 0 3 * * *").endEvent().done());
    caller.moveClock(Duration.ofDays(1));
    caller.moveClock(Duration.ofDays(1));
    caller.moveClock(Duration.ofDays(1));
    assertThat(caller.instances(caller.id())).hasSize(3);
    caller.deploy(caller.process().startEvent("Start").endEvent().done());
  }

  @OnEveryTarget
  void aSignalStartsAnInstance(Caller caller) {
    caller.deploy(
        caller.process().startEvent("Alarmed").signal(caller.id("alarm")).endEvent("Done").done());
    caller.signal("alarm", Map.of("level", 3));
    assertThat(caller.instances(caller.id()))
        .singleElement()
        .satisfies(i -> assertThat(i.variables()).isEqualTo(Map.of("level", "3")));
  }

  @OnEveryTarget
  void aProcessWithoutNoneStartEventIsNotCreatedByHand(Caller caller) {
    caller.deploy(startedByMessage(caller));
    Refusal.FAILED_PRECONDITION.of(caller::start, caller.id(), "none start event");
  }

  @OnEveryTarget
  void aMessageStartBesideANoneStartIsFreeToUse(Caller caller) {
    BpmnModelInstance model = startedByMessage(caller);
    var process = model.getModelElementById(caller.id());
    ((io.camunda.zeebe.model.bpmn.instance.Process) process)
        .builder()
        .startEvent("ByHand")
        .connectTo("Work");
    caller.deploy(model);
    Instance byHand = caller.start();
    assertThat(byHand.completed()).containsExactly("ByHand");
    caller.publish("ask", "k", Map.of());
    assertThat(caller.instances(caller.id()))
        .extracting(Instance::state)
        .containsExactly(ProcessInstanceState.ACTIVE, ProcessInstanceState.ACTIVE);
  }

  private static final String FILE =
      """
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
          id="defs" targetNamespace="test">
        <bpmn:message id="m" name="%2$s"/><bpmn:signal id="s" name="%2$s"/>
        <bpmn:process id="%1$s" isExecutable="true">
          <bpmn:startEvent id="Begin">%3$s</bpmn:startEvent>
        </bpmn:process>
      </bpmn:definitions>
      """;

  private static String timer(String time) {
    return "<bpmn:timerEventDefinition id='t'>" + time + "</bpmn:timerEventDefinition>";
  }

  @OnEveryTarget
  void aStartEventWhoseNameOrTimeHasNoValueIsRefusedAtDeployment(Caller caller) {
    List<String> events =
        List.of(
            "<bpmn:messageEventDefinition id='d' messageRef='m'/>",
            "<bpmn:signalEventDefinition id='d' signalRef='s'/>",
            timer("<bpmn:timeDate>=when</bpmn:timeDate>"),
            timer("<bpmn:timeCycle>=often</bpmn:timeCycle>"),
            timer("<bpmn:timeCycle>=\"never\"</bpmn:timeCycle>"));
    for (String event : events) {
      String model = FILE.formatted(caller.id(), "=unknown", event);
      Refusal.INVALID_ARGUMENT.of(
          () -> caller.deploy("begin.bpmn", model), "begin.bpmn", "Begin (bpmn:startEvent)");
    }
    Refusal.NOT_FOUND.of(caller::start, caller.id());
  }

  @OnEveryTarget
  void aProcessThatStartsAfterADurationIsRefused(Caller caller) {
    String model =
        FILE.formatted(caller.id(), "n", timer("<bpmn:timeDuration>PT1H</bpmn:timeDuration>"));
    Refusal.INVALID_ARGUMENT.of(
        () -> caller.deploy("begin.bpmn", model),
        "begin.bpmn",
        "Begin (bpmn:startEvent)",
        "timeCycle");
  }

  @OnEveryTarget
  void aProcessGivenByIdAndKeyAtOnceIsRefused(Caller caller) {
    long key =
        caller
            .deploy(caller.process().startEvent().endEvent().done())
            .getProcesses()
            .get(0)
            .getProcessDefinitionKey();
    CreateProcessInstanceCommandStep1 command = caller.client().newCreateInstanceCommand();
    command.bpmnProcessId(caller.id());
    Refusal.INVALID_ARGUMENT.of(() -> command.processDefinitionKey(key).send().join(), "both");
    assertThat(caller.instances(caller.id())).isEmpty();
  }
}
