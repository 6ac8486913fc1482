package city.whistle.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InstanceMemoryTest {

  private static final int INSTANCES = 3_000;
  private static final int MEMBERS = 200;

  /** Twice what text and rows take, and half of what the variable takes as Java value besides. */
  private static final long MAX_BYTES = 16_000;

  private final MemoryEngine engine = new MemoryEngine();

  @Test
  void anOpenInstanceKeepsTheTextOfItsVariablesAlone() {
    engine.deploy(
        Bpmn.createExecutableProcess("p")
            .startEvent()
            .serviceTask(
                "Work", t -> t.zeebeJobType("work").zeebeInputExpression("case.member1", "read"))
            .endEvent()
            .done());
    startMany(100);
    long before = usedBytes();
    startMany(INSTANCES);
    assertThat((usedBytes() - before) / INSTANCES).isLessThan(MAX_BYTES);
  }

  private void startMany(int instances) {
    for (int i = 0; i < instances; i++) {
      engine.start("p", Map.of("case", members(i)));
    }
    // As the store does when it writes them, and whoever works with them afterwards.
    engine.state.variables.all().forEach(variable -> variable.value().text());
    engine.state.variables.all().forEach(variable -> variable.value().value());
  }

  private static Map<String, Object> members(int instance) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (int i = 0; i < MEMBERS; i++) {
      members.put("member" + i, 1_000_000L * i + instance);
    }
    return members;
  }

  private static long usedBytes() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
