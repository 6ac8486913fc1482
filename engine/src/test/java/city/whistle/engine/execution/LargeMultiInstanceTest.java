package city.whistle.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.command.CancelInstance;
import city.whistle.engine.command.CompleteJob;
import city.whistle.engine.command.JobsActivated.ActivatedJob;
import city.whistle.engine.command.SetVariables;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.state.ProcessInstance;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.MultiInstanceLoopCharacteristicsBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Would not end in time if any part of it grew with the square of the number of items. */
@Timeout(300)
class LargeMultiInstanceTest {

  private static final int MANY = 20_000;

  /** More than are written whole at each result. */
  private static final int ENOUGH = 2_000;

  private static final List<Long> ITEMS = LongStream.range(0, MANY).boxed().toList();
  private static final List<Long> DOUBLED = ITEMS.stream().map(item -> 2 * item).toList();

  private final MemoryEngine engine = new MemoryEngine();

  private static void overItems(MultiInstanceLoopCharacteristicsBuilder loop, boolean sequential) {
    loop.zeebeInputCollectionExpression("items")
        .zeebeInputElement("item")
        .zeebeOutputCollection("results")
        .zeebeOutputElementExpression("result");
    if (sequential) {
      loop.sequential();
    }
  }

  private static BpmnModelInstance scripts(boolean sequential) {
    return Bpmn.createExecutableProcess("p")
        .startEvent()
        .scriptTask(
            "Double",
            t ->
                t.zeebeExpression("item * 2")
                    .zeebeResultVariable("result")
                    .zeebeInputExpression("null", "result")
                    .multiInstance(m -> overItems(m, sequential)))
        .endEvent()
        .done();
  }

  private static BpmnModelInstance jobs() {
    return Bpmn.createExecutableProcess("p")
        .startEvent()
        .serviceTask(
            "Work",
            t ->
                t.zeebeJobType("work")
                    .zeebeInputExpression("null", "result")
                    .multiInstance(m -> overItems(m, false)))
        .endEvent()
        .done();
  }

  private long start(BpmnModelInstance model) {
    return start(model, MANY);
  }

  private long start(BpmnModelInstance model, int items) {
    engine.deploy(model);
    return engine.start("p", Map.of("items", ITEMS.subList(0, items)));
  }

  @Test
  void aScriptRunsForEachItemAtOnce() {
    long key = start(scripts(false));
    assertThat(engine.variables(key)).containsEntry("results", DOUBLED);
    engine.assertNothingOpen();
  }

  @Test
  void aScriptRunsForOneItemAfterAnother() {
    long key = start(scripts(true));
    assertThat(engine.variables(key)).containsEntry("results", DOUBLED);
    engine.assertNothingOpen();
  }

  @Test
  void jobsForAllItemsAreDoneInAnyOrder() {
    long key = start(jobs());
    assertThat(engine.state.jobs.all()).hasSize(MANY);
    for (int i = 0; i < MANY / 1_000; i++) {
      List<ActivatedJob> some = new ArrayList<>(engine.activate("work", "item"));
      Collections.reverse(some);
      some.forEach(this::complete);
    }
    assertThat(engine.variables(key)).containsEntry("results", DOUBLED);
    engine.assertNothingOpen();
  }

  private void complete(ActivatedJob job) {
    long item = (Long) job.variables().members().get("item");
    JsonValue result = JsonValue.of(Map.of("result", 2 * item));
    engine.run(new CompleteJob(job.job().key(), result, null));
  }

  @Test
  void jobsForAllItemsAreCancelledTogether() {
    long key = start(jobs());
    engine.run(new CancelInstance(key));
    assertThat(engine.stateOf(key)).isEqualTo(ProcessInstance.State.TERMINATED);
    assertThat(engine.terminated(key)).hasSize(MANY + 1);
    engine.assertNothingOpen();
  }

  @Test
  void theResultsSoFarAreVisible() {
    start(jobs(), ENOUGH);
    List<ActivatedJob> some = engine.activate("work", "item").subList(0, 2);
    some.forEach(this::complete);
    assertThat(results(engine)).startsWith(0L, 2L, null, null).hasSize(ENOUGH);
  }

  @Test
  void whatAUserMakesOfTheResultsStays() {
    start(jobs(), ENOUGH);
    List<ActivatedJob> some = engine.activate("work", "item");
    complete(some.get(0));
    long body =
        engine.state.elementInstances.get(some.get(1).job().elementInstanceKey()).scopeKey();
    List<Object> mine = new ArrayList<>(Collections.nCopies(ENOUGH, null));
    mine.set(0, "mine");
    engine.run(new SetVariables(body, JsonValue.of(Map.of("results", mine)), true));
    assertThat(engine.state.loopResults.all()).isEmpty();
    complete(some.get(1));
    assertThat(results(engine)).startsWith("mine", 2L, null).hasSize(ENOUGH);
  }

  private static List<Object> results(MemoryEngine engine) {
    return engine.state.variables.all().stream()
        .filter(variable -> variable.name().equals("results"))
        .map(variable -> new ArrayList<Object>((List<?>) variable.value().value()))
        .findFirst()
        .orElseThrow();
  }
}
