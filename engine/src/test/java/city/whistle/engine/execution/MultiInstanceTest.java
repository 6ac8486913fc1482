package city.whistle.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.command.CancelInstance;
import city.whistle.engine.command.CompleteJob;
import city.whistle.engine.command.JobsActivated;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.state.ProcessInstance;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MultiInstanceTest {

  private final MemoryEngine engine = new MemoryEngine();

  private static BpmnModelInstance model(boolean sequential, String condition) {
    return Bpmn.createExecutableProcess("p")
        .startEvent()
        .serviceTask(
            "Work",
            t ->
                t.zeebeJobType("work")
                    .multiInstance(
                        m -> {
                          m.zeebeInputCollectionExpression("items")
                              .zeebeInputElement("item")
                              .zeebeOutputCollection("results")
                              .zeebeOutputElementExpression("item * factor");
                          if (sequential) {
                            m.sequential();
                          } else {
                            m.parallel();
                          }
                          if (condition != null) {
                            m.completionCondition("=" + condition);
                          }
                        }))
        .endEvent("Done")
        .done();
  }

  private void complete(JobsActivated.ActivatedJob job) {
    engine.run(new CompleteJob(job.job().key(), JsonValue.of(Map.of("factor", 10L)), null));
  }

  @Test
  void parallelInstancesRunTogetherAndTheirResultsKeepTheirOrder() {
    engine.deploy(model(false, null));
    long key = engine.start("p", Map.of("items", List.of(1L, 2L, 3L)));
    List<JobsActivated.ActivatedJob> jobs = new ArrayList<>(engine.activate("work"));
    assertThat(jobs).hasSize(3);
    assertThat(jobs)
        .extracting(job -> job.variables().members().get("loopCounter"))
        .containsExactly(1L, 2L, 3L);
    Collections.reverse(jobs);
    jobs.forEach(this::complete);
    assertThat(engine.variables(key)).containsEntry("results", List.of(10L, 20L, 30L));
    engine.assertNothingOpen();
  }

  @Test
  void sequentialInstancesRunOneAfterAnother() {
    engine.deploy(model(true, null));
    long key = engine.start("p", Map.of("items", List.of(1L, 2L)));
    assertThat(engine.activate("work")).hasSize(1).allSatisfy(this::complete);
    assertThat(engine.stateOf(key)).isEqualTo(ProcessInstance.State.ACTIVE);
    assertThat(engine.activate("work")).hasSize(1).allSatisfy(this::complete);
    assertThat(engine.variables(key)).containsEntry("results", List.of(10L, 20L));
    engine.assertNothingOpen();
  }

  @Test
  void anEmptyListCompletesAtOnceWithAnEmptyResult() {
    engine.deploy(model(false, null));
    long key = engine.start("p", Map.of("items", List.of()));
    assertThat(engine.stateOf(key)).isEqualTo(ProcessInstance.State.COMPLETED);
    assertThat(engine.variables(key)).containsEntry("results", List.of());
  }

  @Test
  void theCompletionConditionEndsTheRemainingInstances() {
    engine.deploy(model(false, "numberOfCompletedInstances >= 2"));
    long key = engine.start("p", Map.of("items", List.of(1L, 2L, 3L)));
    List<JobsActivated.ActivatedJob> jobs = engine.activate("work");
    complete(jobs.get(0));
    complete(jobs.get(1));
    assertThat(engine.terminated(key)).containsExactly("Work");
    assertThat(engine.stateOf(key)).isEqualTo(ProcessInstance.State.COMPLETED);
    engine.assertNothingOpen();
  }

  @Test
  void aListOfManyItemsRunsInPortionsAndLeavesNothing() {
    engine.deploy(model(false, null));
    List<Long> items = LongStream.range(0, 12_000).boxed().toList();
    long key = engine.start("p", Map.of("items", items));
    assertThat(engine.active(key)).hasSize(12_001);
    engine.run(new CancelInstance(key));
    engine.assertNothingOpen();
  }

  @Test
  void anInputCollectionThatIsNoListIsAnIncident() {
    engine.deploy(model(false, null));
    engine.start("p", Map.of("items", "no list"));
    assertThat(engine.incidents())
        .singleElement()
        .satisfies(
            incident -> assertThat(incident.errorType().name()).isEqualTo("EXTRACT_VALUE_ERROR"));
  }
}
