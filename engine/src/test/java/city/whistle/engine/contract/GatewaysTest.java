package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.time.Duration;
import java.util.Map;

class GatewaysTest {

  private static BpmnModelInstance exclusive(Caller caller) {
    return caller
        .process()
        .startEvent()
        .exclusiveGateway("Choose")
        .defaultFlow()
        .endEvent("Other")
        .moveToNode("Choose")
        .conditionExpression("n > 10")
        .endEvent("Big")
        .moveToNode("Choose")
        .conditionExpression("n > 5")
        .endEvent("Middle")
        .done();
  }

  @OnEveryTarget
  void anExclusiveGatewayTakesTheFirstFlowWhoseConditionHolds(Caller caller) {
    caller.deploy(exclusive(caller));
    assertThat(caller.start(Map.of("n", 20)).completed()).contains("Big").hasSize(3);
    assertThat(caller.start(Map.of("n", 7)).completed()).contains("Middle").hasSize(3);
  }

  @OnEveryTarget
  void anExclusiveGatewayTakesItsDefaultFlowElse(Caller caller) {
    caller.deploy(exclusive(caller));
    assertThat(caller.start(Map.of("n", 1)).completed()).contains("Other").hasSize(3);
  }

  @OnEveryTarget
  void anExclusiveGatewayPassesEveryTokenOn(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .parallelGateway("Fork")
            .exclusiveGateway("Merge")
            .endEvent("Done")
            .moveToNode("Fork")
            .connectTo("Merge")
            .done());
    assertThat(caller.start().completed()).filteredOn("Done"::equals).hasSize(2);
  }

  @OnEveryTarget
  void aParallelGatewayWaitsForAllItsFlows(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .parallelGateway("Fork")
            .serviceTask("A", t -> t.zeebeJobType(caller.id("a")))
            .parallelGateway("Join")
            .endEvent("Done")
            .moveToNode("Fork")
            .serviceTask("B", t -> t.zeebeJobType(caller.id("b")))
            .connectTo("Join")
            .done());
    Instance instance = caller.start();
    assertThat(instance.active()).containsExactlyInAnyOrder("A", "B");
    caller.complete("a");
    assertThat(instance.completed()).doesNotContain("Join");
    caller.complete("b");
    instance.isCompleted();
    assertThat(instance.completed()).filteredOn("Join"::equals).hasSize(1);
  }

  @OnEveryTarget
  void twoTokensOnOneFlowDoNotJoin(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .parallelGateway("Fork")
            .exclusiveGateway("Merge")
            .serviceTask("A", t -> t.zeebeJobType(caller.id("a")))
            .parallelGateway("Join")
            .endEvent("Done")
            .moveToNode("Fork")
            .connectTo("Merge")
            .moveToNode("Fork")
            .serviceTask("B", t -> t.zeebeJobType(caller.id("b")))
            .connectTo("Join")
            .done());
    Instance instance = caller.start();
    caller.jobs("a").forEach(job -> caller.complete(job, Map.of()));
    assertThat(instance.completed()).doesNotContain("Join");
    caller.complete("b");
    assertThat(instance.completed()).filteredOn("Join"::equals).hasSize(1);
  }

  private static BpmnModelInstance eventBased(Caller caller) {
    return caller
        .process()
        .startEvent()
        .eventBasedGateway("Race")
        .intermediateCatchEvent(
            "Answered",
            e ->
                e.message(m -> m.name(caller.id("answer")).zeebeCorrelationKeyExpression("caseId")))
        .endEvent("Good")
        .moveToNode("Race")
        .intermediateCatchEvent("Late", e -> e.timerWithDuration("PT1H"))
        .endEvent("Bad")
        .moveToNode("Race")
        .intermediateCatchEvent("Stopped", e -> e.signal(caller.id("stop")))
        .endEvent("Ugly")
        .done();
  }

  @OnEveryTarget
  void theFirstEventBehindAnEventBasedGatewayWins(Caller caller) {
    caller.deploy(eventBased(caller));
    Instance instance = caller.start(Map.of("caseId", caller.id()));
    assertThat(instance.active()).containsExactly("Race");
    caller.publish("answer", caller.id(), Map.of("n", 1));
    instance.isCompleted();
    assertThat(instance.completed()).contains("Race", "Answered", "Good").hasSize(4);
    assertThat(instance.variables()).containsEntry("n", "1");
    caller.moveClock(Duration.ofHours(1));
    assertThat(instance.completed()).hasSize(4);
  }

  @OnEveryTarget
  void aTimerOrASignalMayBeFirst(Caller caller) {
    caller.deploy(eventBased(caller));
    Instance late = caller.start(Map.of("caseId", caller.id()));
    caller.moveClock(Duration.ofHours(1));
    assertThat(late.completed()).contains("Late", "Bad").hasSize(4);
    Instance stopped = caller.start(Map.of("caseId", caller.id("2")));
    caller.signal("stop", Map.of());
    assertThat(stopped.completed()).contains("Stopped", "Ugly").hasSize(4);
  }

  private static BpmnModelInstance inclusive(Caller caller) {
    return caller
        .process()
        .startEvent()
        .inclusiveGateway("Fork")
        .defaultFlow()
        .serviceTask("D", t -> t.zeebeJobType(caller.id("d")))
        .inclusiveGateway("Join")
        .endEvent("Done")
        .moveToNode("Fork")
        .conditionExpression("a")
        .serviceTask("A", t -> t.zeebeJobType(caller.id("a")))
        .connectTo("Join")
        .moveToNode("Fork")
        .conditionExpression("b")
        .serviceTask("B", t -> t.zeebeJobType(caller.id("b")))
        .connectTo("Join")
        .done();
  }

  @OnEveryTarget
  void anInclusiveGatewayTakesEveryFlowThatHoldsAndWaitsForThem(Caller caller) {
    caller.deploy(inclusive(caller));
    Instance instance = caller.start(Map.of("a", true, "b", true));
    assertThat(instance.active()).containsExactlyInAnyOrder("A", "B");
    caller.complete("a");
    assertThat(instance.completed()).doesNotContain("Join");
    caller.complete("b");
    instance.isCompleted();
    assertThat(instance.completed()).filteredOn("Join"::equals).hasSize(1);
  }

  @OnEveryTarget
  void anInclusiveGatewayWaitsForNoFlowThatWasNotTaken(Caller caller) {
    caller.deploy(inclusive(caller));
    Instance instance = caller.start(Map.of("a", false, "b", true));
    caller.complete("b");
    instance.isCompleted();
  }

  @OnEveryTarget
  void anInclusiveGatewayTakesItsDefaultFlowWhereNoConditionHolds(Caller caller) {
    caller.deploy(inclusive(caller));
    Instance instance = caller.start(Map.of("a", false, "b", false));
    assertThat(instance.active()).containsExactly("D");
    caller.complete("d");
    instance.isCompleted();
  }

  @OnEveryTarget
  void anInclusiveJoinGoesOnWhenTheOtherBranchIsInterruptedAway(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .inclusiveGateway("Fork")
            .conditionExpression("true")
            .serviceTask("A", t -> t.zeebeJobType(caller.id("a")))
            .inclusiveGateway("Join")
            .endEvent("Done")
            .moveToNode("Fork")
            .conditionExpression("true")
            .serviceTask("B", t -> t.zeebeJobType(caller.id("b")))
            .boundaryEvent("Late", e -> e.timerWithDuration("PT1H"))
            .endEvent("GivenUp")
            .moveToActivity("B")
            .connectTo("Join")
            .done());
    Instance instance = caller.start();
    caller.complete("a");
    assertThat(instance.completed()).doesNotContain("Join");
    caller.moveClock(Duration.ofHours(1));
    instance.isCompleted();
    assertThat(instance.completed()).contains("GivenUp", "Join", "Done");
  }
}
