package city.whistle.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.engine.command.CancelInstance;
import city.whistle.engine.command.CompleteJob;
import city.whistle.engine.command.FailJob;
import city.whistle.engine.command.ResolveIncident;
import city.whistle.engine.command.SetVariables;
import city.whistle.engine.command.ThrowJobError;
import city.whistle.engine.command.UpdateJob;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.state.ErrorType;
import city.whistle.engine.state.ProcessInstance;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IncidentTest {

  private final MemoryEngine engine = new MemoryEngine();

  private static final BpmnModelInstance MODEL =
      Bpmn.createExecutableProcess("p")
          .startEvent()
          .exclusiveGateway("Ready")
          .sequenceFlowId("yes")
          .conditionExpression("ready")
          .serviceTask("Work", t -> t.zeebeJobType("work").zeebeJobRetries("1"))
          .endEvent()
          .done();

  private void fail(int retries, Duration backOff) {
    long job = engine.activate("work").get(0).job().key();
    engine.run(new FailJob(job, retries, "broken", backOff, JsonValue.EMPTY_OBJECT));
  }

  @Test
  void aConditionThatIsNoBooleanIsRepairedByAVariable() {
    engine.deploy(MODEL);
    long key = engine.start("p");
    assertThat(engine.incidents())
        .extracting("errorType")
        .containsExactly(ErrorType.CONDITION_ERROR);
    engine.run(new SetVariables(key, JsonValue.of(Map.of("ready", true)), false));
    engine.run(new ResolveIncident(engine.incidents().get(0).key()));
    assertThat(engine.active(key)).containsExactly("Work");
    assertThat(engine.incidents()).isEmpty();
  }

  @Test
  void resolvingWithoutRepairIsANewIncident() {
    engine.deploy(MODEL);
    engine.start("p");
    long first = engine.incidents().get(0).key();
    engine.run(new ResolveIncident(first));
    assertThat(engine.incidents()).singleElement().extracting("key").isNotEqualTo(first);
  }

  @Test
  void aJobWithoutRetriesWaitsForItsIncident() {
    engine.deploy(MODEL);
    engine.start("p", Map.of("ready", true));
    fail(0, Duration.ZERO);
    assertThat(engine.incidents()).extracting("errorMessage").containsExactly("broken");
    assertThat(engine.activate("work")).isEmpty();

    long incident = engine.incidents().get(0).key();
    assertThatThrownBy(() -> engine.run(new ResolveIncident(incident)))
        .isInstanceOf(Rejection.class)
        .hasMessageContaining("no retries left");
    long job = engine.state.jobs.all().iterator().next().key();
    engine.run(new UpdateJob(job, 1, null));
    assertThat(engine.activate("work")).isEmpty();
    engine.run(new ResolveIncident(incident));
    assertThat(engine.activate("work")).hasSize(1);
  }

  @Test
  void aFailedJobRestsForItsBackOff() {
    engine.deploy(MODEL);
    engine.start("p", Map.of("ready", true));
    fail(2, Duration.ofMinutes(1));
    assertThat(engine.activate("work")).isEmpty();
    engine.moveClock(Duration.ofMinutes(1));
    assertThat(engine.activate("work")).singleElement().extracting("job.retries").isEqualTo(2);
  }

  @Test
  void aLockedJobComesAgainWhenItsTimeIsOver() {
    engine.deploy(MODEL);
    engine.start("p", Map.of("ready", true));
    assertThat(engine.activate("work")).hasSize(1);
    assertThat(engine.activate("work")).isEmpty();
    engine.moveClock(Duration.ofMinutes(5));
    assertThat(engine.activate("work")).hasSize(1);
  }

  @Test
  void anErrorThatNobodyCatchesBlocksTheJobUntilItIsResolved() {
    engine.deploy(MODEL);
    long key = engine.start("p", Map.of("ready", true));
    long job = engine.activate("work").get(0).job().key();
    engine.run(new ThrowJobError(job, "X", "why", JsonValue.EMPTY_OBJECT));
    assertThat(engine.incidents())
        .extracting("errorType")
        .containsExactly(ErrorType.UNHANDLED_ERROR_EVENT);
    assertThatThrownBy(() -> engine.run(new CompleteJob(job, JsonValue.EMPTY_OBJECT, null)))
        .isInstanceOf(Rejection.class);
    engine.run(new ResolveIncident(engine.incidents().get(0).key()));
    engine.completeJob("work");
    assertThat(engine.stateOf(key)).isEqualTo(ProcessInstance.State.COMPLETED);
  }

  @Test
  void goesWithTheInstanceThatIsCancelled() {
    engine.deploy(MODEL);
    long key = engine.start("p");
    engine.run(new CancelInstance(key));
    engine.assertNothingOpen();
  }
}
