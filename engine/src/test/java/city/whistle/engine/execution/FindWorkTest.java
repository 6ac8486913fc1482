package city.whistle.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.command.FailJob;
import city.whistle.engine.command.FindWork;
import city.whistle.engine.json.JsonValue;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FindWorkTest {

  private final MemoryEngine engine = new MemoryEngine();

  @BeforeEach
  void deployOne() {
    engine.deploy(
        Bpmn.createExecutableProcess("p")
            .startEvent()
            .serviceTask("Work", t -> t.zeebeJobType("work"))
            .userTask("Look")
            .zeebeUserTask()
            .endEvent()
            .done());
  }

  @Test
  void nothingIsToBeDoneBeforeAnythingBegan() {
    assertThat(isAtWork()).isFalse();
  }

  @Test
  void aJobThatNobodyHasTakenIsWork() {
    engine.start("p");
    assertThat(isAtWork()).isTrue();
  }

  @Test
  void aJobThatAWorkerHasIsWork() {
    engine.start("p");
    engine.activate("work");
    assertThat(isAtWork()).isTrue();
  }

  @Test
  void aPersonsTaskIsNoWorkOfTheEngine() {
    engine.start("p");
    engine.completeJob("work");
    assertThat(isAtWork()).isFalse();
  }

  @Test
  void aJobThatRestsIsWorkOnceItHasRested() {
    engine.start("p");
    fail(2, Duration.ofMinutes(1));
    assertThat(isAtWork()).isFalse();
    engine.moveClock(Duration.ofMinutes(1));
    assertThat(isAtWork()).isTrue();
  }

  @Test
  void aJobThatAnIncidentKeepsIsNoWork() {
    engine.start("p");
    fail(0, Duration.ZERO);
    assertThat(isAtWork()).isFalse();
  }

  private void fail(int retries, Duration rest) {
    long key = engine.activate("work").get(0).job().key();
    engine.run(new FailJob(key, retries, "no", rest, JsonValue.EMPTY_OBJECT));
  }

  private boolean isAtWork() {
    return engine.run(new FindWork());
  }
}
