package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.StartEventBuilder;
import java.util.Map;
import java.util.function.Function;

/** An expression that must name something, and gives a text that names nothing. */
class BlankNamesTest {

  private static void isAnIncidentUntilThereIsAName(
      Caller caller, Function<StartEventBuilder, BpmnModelInstance> model) {
    caller.deploy(model.apply(caller.process().startEvent()));
    for (String blank : new String[] {"", "  \t"}) {
      Instance instance = caller.start(Map.of("name", blank));
      assertThat(instance.incident(IncidentErrorType.EXTRACT_VALUE_ERROR, "It").getErrorMessage())
          .contains("not empty");
      instance.repair(Map.of("name", caller.id("named")));
      assertThat(instance.incidents()).isEmpty();
      instance.cancel();
    }
  }

  @OnEveryTarget
  void theTypeOfAJob(Caller caller) {
    isAnIncidentUntilThereIsAName(
        caller, s -> s.serviceTask("It", t -> t.zeebeJobTypeExpression("name")).endEvent().done());
  }

  @OnEveryTarget
  void theTypeOfAScriptThatAWorkerRuns(Caller caller) {
    isAnIncidentUntilThereIsAName(
        caller, s -> s.scriptTask("It", t -> t.zeebeJobTypeExpression("name")).endEvent().done());
  }

  @OnEveryTarget
  void theTypeOfAMessageThatIsThrown(Caller caller) {
    isAnIncidentUntilThereIsAName(
        caller,
        s ->
            s.intermediateThrowEvent("It", e -> e.message("thrown").zeebeJobTypeExpression("name"))
                .endEvent()
                .done());
  }

  @OnEveryTarget
  void theTypeOfAListener(Caller caller) {
    isAnIncidentUntilThereIsAName(
        caller,
        s ->
            s.serviceTask(
                    "It", t -> t.zeebeJobType("unused").zeebeStartExecutionListener("=name", "3"))
                .endEvent()
                .done());
  }

  @OnEveryTarget
  void theNameOfAMessage(Caller caller) {
    isAnIncidentUntilThereIsAName(
        caller,
        s ->
            s.intermediateCatchEvent(
                    "It",
                    e ->
                        e.message(m -> m.nameExpression("name").zeebeCorrelationKeyExpression("1")))
                .endEvent()
                .done());
  }

  @OnEveryTarget
  void theNameOfASignalThatIsAwaited(Caller caller) {
    isAnIncidentUntilThereIsAName(
        caller, s -> s.intermediateCatchEvent("It", e -> e.signal("=name")).endEvent().done());
  }

  @OnEveryTarget
  void theNameOfASignalThatIsThrown(Caller caller) {
    isAnIncidentUntilThereIsAName(
        caller,
        s ->
            s.intermediateThrowEvent("It", e -> e.signal("=name"))
                .serviceTask("After", t -> t.zeebeJobType(caller.id("after")))
                .endEvent()
                .done());
  }

  @OnEveryTarget
  void anEmptyCorrelationKeyIsOneLikeAnyOther(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .intermediateCatchEvent(
                "It",
                e ->
                    e.message(
                        m -> m.name(caller.id("awaited")).zeebeCorrelationKeyExpression("key")))
            .endEvent()
            .done());
    Instance instance = caller.start(Map.of("key", ""));
    caller.publish("awaited", "", Map.of());
    instance.isCompleted();
  }
}
