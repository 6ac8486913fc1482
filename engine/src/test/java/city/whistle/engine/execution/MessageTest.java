package city.whistle.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.engine.command.CorrelateMessage;
import city.whistle.engine.command.PublishMessage;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.outcome.Rejection;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageTest {

  private final MemoryEngine engine = new MemoryEngine();

  private static final BpmnModelInstance WAITING =
      Bpmn.createExecutableProcess("waiting")
          .startEvent()
          .intermediateCatchEvent(
              "Wait", e -> e.message(m -> m.name("go").zeebeCorrelationKeyExpression("id")))
          .endEvent("Gone")
          .done();

  private static final BpmnModelInstance STARTED =
      Bpmn.createExecutableProcess("started")
          .startEvent("Begun")
          .message("begin")
          .serviceTask("Work", t -> t.zeebeJobType("work"))
          .endEvent()
          .done();

  @Test
  void reachesTheInstanceOfItsCorrelationKey() {
    engine.deploy(WAITING);
    long one = engine.start("waiting", Map.of("id", "1"));
    long two = engine.start("waiting", Map.of("id", "2"));
    engine.publish("go", "2", Map.of("said", "yes"));
    assertThat(engine.active(one)).containsExactly("Wait");
    assertThat(engine.completed(two)).contains("Gone");
    assertThat(engine.variables(two)).containsEntry("said", "yes");
  }

  @Test
  void isKeptForWhoeverWaitsLater() {
    engine.deploy(WAITING);
    engine.publish("go", "1", Map.of());
    assertThat(engine.completed(engine.start("waiting", Map.of("id", "1")))).contains("Gone");
  }

  /** Camunda 3397: whatever the order in which the subscriptions are opened. */
  @Test
  void isTakenInTheOrderOfPublicationBySeveralThatWait() {
    engine.deploy(
        Bpmn.createExecutableProcess("choosing")
            .startEvent()
            .eventBasedGateway("Choose")
            .intermediateCatchEvent(
                "A", e -> e.message(m -> m.name("a").zeebeCorrelationKeyExpression("id")))
            .endEvent()
            .moveToLastGateway()
            .intermediateCatchEvent(
                "B", e -> e.message(m -> m.name("b").zeebeCorrelationKeyExpression("id")))
            .endEvent()
            .done());
    engine.publish("a", "1", Map.of("n", 1));
    engine.publish("b", "1", Map.of("n", 2));
    engine.publish("a", "1", Map.of("n", 3));
    engine.publish("b", "1", Map.of("n", 4));
    for (int n = 1; n <= 4; n++) {
      assertThat(engine.variables(engine.start("choosing", Map.of("id", "1"))))
          .containsEntry("n", n);
    }
  }

  @Test
  void isTakenByWhatIsBesideBeforeALaterOneInterrupts() {
    engine.deploy(
        Bpmn.createExecutableProcess("hosting")
            .startEvent()
            .serviceTask("Work", t -> t.zeebeJobType("hosted"))
            .boundaryEvent(
                "Stop", e -> e.message(m -> m.name("stop").zeebeCorrelationKeyExpression("id")))
            .endEvent()
            .moveToActivity("Work")
            .boundaryEvent(
                "Note",
                e ->
                    e.cancelActivity(false)
                        .message(m -> m.name("note").zeebeCorrelationKeyExpression("id")))
            .endEvent()
            .done());
    engine.publish("note", "1", Map.of());
    engine.publish("stop", "1", Map.of());
    engine.publish("note", "1", Map.of());
    long key = engine.start("hosting", Map.of("id", "1"));
    assertThat(engine.completed(key)).containsOnlyOnce("Note").contains("Stop");
  }

  @Test
  void isForgottenWhenItsTimeToLiveEnds() {
    engine.deploy(WAITING);
    engine.publish("go", "1", Map.of());
    engine.moveClock(Duration.ofHours(1));
    assertThat(engine.active(engine.start("waiting", Map.of("id", "1")))).containsExactly("Wait");
  }

  @Test
  void reachesEachProcessOnce() {
    engine.deploy(WAITING);
    long one = engine.start("waiting", Map.of("id", "1"));
    long two = engine.start("waiting", Map.of("id", "1"));
    engine.publish("go", "1", Map.of());
    assertThat(engine.completed(one)).contains("Gone");
    assertThat(engine.active(two)).containsExactly("Wait");
  }

  @Test
  void ofTheSameIdIsRefusedWhileTheFirstIsKept() {
    PublishMessage message =
        new PublishMessage("go", "1", Duration.ofMinutes(1), "id-1", JsonValue.EMPTY_OBJECT);
    engine.run(message);
    assertThatThrownBy(() -> engine.run(message))
        .isInstanceOfSatisfying(
            Rejection.class, e -> assertThat(e.type()).isEqualTo(Rejection.Type.ALREADY_EXISTS));
    engine.moveClock(Duration.ofMinutes(1));
    engine.run(message);
  }

  @Test
  void startsOneInstanceAfterAnotherForTheSameKey() {
    engine.deploy(STARTED);
    engine.publish("begin", "k", Map.of("n", 1L));
    engine.publish("begin", "k", Map.of("n", 2L));
    assertThat(engine.instancesOf("started")).hasSize(1);
    engine.completeJob("work");
    assertThat(engine.instancesOf("started")).hasSize(2);
    assertThat(engine.activate("work").get(0).variables().members()).containsEntry("n", 2L);
  }

  @Test
  void withoutKeyStartsAnInstanceEachTime() {
    engine.deploy(STARTED);
    engine.publish("begin", "", Map.of());
    engine.publish("begin", "", Map.of());
    assertThat(engine.instancesOf("started")).hasSize(2);
  }

  @Test
  void correlationTellsTheInstance() {
    engine.deploy(WAITING);
    long key = engine.start("waiting", Map.of("id", "1"));
    CorrelateMessage message = new CorrelateMessage("go", "1", JsonValue.EMPTY_OBJECT);
    assertThat(engine.run(message).processInstanceKey()).isEqualTo(key);
    assertThatThrownBy(() -> engine.run(message))
        .isInstanceOfSatisfying(
            Rejection.class, e -> assertThat(e.type()).isEqualTo(Rejection.Type.NOT_FOUND));
  }

  @Test
  void onlyTheLatestVersionIsStarted() {
    engine.deploy(STARTED);
    engine.deploy(
        "process.bpmn", Bpmn.convertToString(STARTED).replace("type=\"work\"", "type=\"new\""));
    engine.publish("begin", "", Map.of());
    assertThat(engine.instancesOf("started")).hasSize(1);
    assertThat(engine.state.processInstances.all().iterator().next().version()).isEqualTo(2);
  }
}
