package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.AbstractFlowNodeBuilder;
import java.time.Duration;
import java.util.Map;

/** Instances that wait at gateways while they are migrated. */
class MigratedGatewaysTest {

  private static BpmnModelInstance parallel(Caller caller, String join, String flow) {
    return caller
        .process()
        .startEvent()
        .parallelGateway("Fork")
        .serviceTask("Left", t -> t.zeebeJobType(caller.id("left")))
        .sequenceFlowId(flow)
        .parallelGateway(join)
        .serviceTask("After", t -> t.zeebeJobType(caller.id("after")))
        .endEvent()
        .moveToNode("Fork")
        .serviceTask("Right", t -> t.zeebeJobType(caller.id("right")))
        .sequenceFlowId("FromRight")
        .connectTo(join)
        .done();
  }

  private static Instance half(Caller caller) {
    caller.deploy(parallel(caller, "Join", "FromLeft"));
    Instance instance = caller.start();
    caller.complete("left");
    return instance;
  }

  @OnEveryTarget
  void aTokenWaitsAtTheOtherGateway(Caller caller) {
    Instance instance = half(caller);
    Migration.to(caller, parallel(caller, "Meet", "Left2"))
        .of(instance, "Right>Right", "Join>Meet", "FromLeft>Left2");
    assertThat(instance.active()).containsExactly("Right");
    caller.complete("right");
    assertThat(instance.active()).containsExactly("After");
    caller.complete("after");
    instance.isCompleted();
  }

  @OnEveryTarget
  void aTokenThatWaitsNeedsItsGatewayAndItsFlow(Caller caller) {
    Instance instance = half(caller);
    Migration migration = Migration.to(caller, parallel(caller, "Meet", "Left2"));
    migration.isRefused(
        Refusal.FAILED_PRECONDITION, instance, "Right>Right FromLeft>Left2", "'Join'");
    migration.isRefused(
        Refusal.FAILED_PRECONDITION, instance, "Right>Right Join>Meet", "'FromLeft'");
    migration.isRefused(
        Refusal.FAILED_PRECONDITION,
        instance,
        "Right>Right Join>Fork FromLeft>Left2",
        "joins fewer");
    caller.complete("right");
    assertThat(instance.active()).containsExactly("After");
  }

  @OnEveryTarget
  void anInclusiveGatewayGoesOnWhereNothingElseCanCome(Caller caller) {
    caller.deploy(inclusive(caller, "Join"));
    Instance instance = caller.start();
    caller.complete("left");
    assertThat(instance.active()).containsExactly("Right");
    Migration.to(caller, inclusive(caller, "After"))
        .of(instance, "Right>Right", "Join>Join", "FromLeft>FromLeft");
    assertThat(instance.active()).contains("Right", "Behind");
  }

  /** Of the branches the second leads to one of two gateways; three or more flows lead to Join. */
  private static BpmnModelInstance inclusive(Caller caller, String ofRight) {
    AbstractFlowNodeBuilder<?, ?> all =
        caller
            .process()
            .startEvent()
            .inclusiveGateway("Fork")
            .conditionExpression("true")
            .serviceTask("Left", t -> t.zeebeJobType(caller.id("left")))
            .sequenceFlowId("FromLeft")
            .inclusiveGateway("Join")
            .serviceTask("Behind", t -> t.zeebeJobType(caller.id("behind")))
            .exclusiveGateway("After")
            .endEvent()
            .moveToNode("Fork")
            .conditionExpression("true")
            .serviceTask("Right", t -> t.zeebeJobType(caller.id("right")))
            .connectTo(ofRight)
            .moveToNode("Fork")
            .conditionExpression("false")
            .connectTo("Join");
    return ofRight.equals("Join")
        ? all.done()
        : all.moveToNode("Fork").conditionExpression("false").connectTo("Join").done();
  }

  private static BpmnModelInstance race(Caller caller, String duration) {
    return caller
        .process()
        .startEvent()
        .eventBasedGateway("Race")
        .intermediateCatchEvent("Late", e -> e.timerWithDuration(duration))
        .endEvent()
        .moveToNode("Race")
        .intermediateCatchEvent(
            "Called",
            e -> e.message(m -> m.name(caller.id("call")).zeebeCorrelationKeyExpression("key")))
        .endEvent()
        .done();
  }

  @OnEveryTarget
  void theEventsBehindAGatewayGoOnOrBeginAnew(Caller caller) {
    caller.deploy(race(caller, "PT2H"));
    Instance kept = caller.start(Map.of("key", caller.id("a")));
    Instance anew = caller.start(Map.of("key", caller.id("b")));
    Migration migration = Migration.to(caller, race(caller, "PT5H"));
    migration.keeping(kept, "Race", "Late", "Called");
    migration.keeping(anew, "Race");
    caller.moveClock(Duration.ofHours(3));
    kept.isCompleted();
    assertThat(anew.active()).containsExactly("Race");
    caller.publish("call", caller.id("b"), Map.of());
    anew.isCompleted();
  }
}
