package city.whistle.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MappingTest {

  private final MemoryEngine engine = new MemoryEngine();

  @Test
  void inputsAreLocalAndSeeEarlierOnes() {
    engine.deploy(
        Bpmn.createExecutableProcess("p")
            .startEvent()
            .serviceTask(
                "Work",
                t ->
                    t.zeebeJobType("work")
                        .zeebeInputExpression("a + 1", "order.first")
                        .zeebeInputExpression("order.first + 1", "order.second"))
            .endEvent()
            .done());
    long key = engine.start("p", Map.of("a", 1L));
    assertThat(engine.activate("work").get(0).variables().members())
        .containsEntry("order", Map.of("first", 2L, "second", 3L));
    assertThat(engine.variables(key)).doesNotContainKey("order");
  }

  @Test
  void withOutputsOnlyWhatTheyMakeGoesOutward() {
    engine.deploy(
        Bpmn.createExecutableProcess("p")
            .startEvent()
            .serviceTask(
                "Work", t -> t.zeebeJobType("work").zeebeOutputExpression("result", "case.level"))
            .endEvent()
            .done());
    long key = engine.start("p", Map.of("case", Map.of("number", "7")));
    engine.completeJob("work", Map.of("result", "urgent", "noise", true));
    assertThat(engine.variables(key))
        .containsEntry("case", Map.of("number", "7", "level", "urgent"))
        .doesNotContainKeys("result", "noise");
  }

  @Test
  void withoutOutputsTheResultGoesToTheFirstScopeThatHasTheName() {
    engine.deploy(
        Bpmn.createExecutableProcess("p")
            .startEvent()
            .serviceTask("Work", t -> t.zeebeJobType("work").zeebeInputExpression("x", "local"))
            .endEvent()
            .done());
    long key = engine.start("p", Map.of("x", 1L));
    engine.completeJob("work", Map.of("x", 2L, "local", 3L, "fresh", 4L));
    assertThat(engine.variables(key))
        .containsEntry("x", 2L)
        .containsEntry("fresh", 4L)
        .doesNotContainKey("local");
  }

  @Test
  void aMissingVariableInAMappingIsNull() {
    engine.deploy(
        Bpmn.createExecutableProcess("p")
            .startEvent()
            .serviceTask("Work", t -> t.zeebeJobType("work").zeebeInputExpression("missing", "x"))
            .endEvent()
            .done());
    engine.start("p");
    assertThat(engine.activate("work").get(0).variables().members()).containsEntry("x", null);
    assertThat(engine.incidents()).isEmpty();
  }
}
