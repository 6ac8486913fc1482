package city.whistle.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.command.JobsActivated.ActivatedJob;
import city.whistle.engine.command.ReleaseJobs;
import city.whistle.engine.command.UpdateJob;
import city.whistle.engine.state.Job;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobLockTest {

  private final MemoryEngine engine = new MemoryEngine();

  @BeforeEach
  void startOne() {
    engine.deploy(
        Bpmn.createExecutableProcess("p")
            .startEvent()
            .serviceTask("Work", t -> t.zeebeJobType("work"))
            .endEvent()
            .done());
    engine.start("p");
  }

  @Test
  void aJobThatWasNotDeliveredIsGivenAgain() {
    Job undelivered = lockedJob();
    engine.run(new ReleaseJobs(List.of(undelivered)));
    assertThat(engine.activate("work")).hasSize(1);
  }

  @Test
  void aJobThatSomebodyElseHasByNowStaysTheirs() {
    Job undelivered = lockedJob();
    engine.moveClock(Duration.ofMinutes(6));
    lockedJob();
    engine.run(new ReleaseJobs(List.of(undelivered)));
    assertThat(engine.activate("work")).isEmpty();
  }

  @Test
  void aJobWhoseRetriesWereUpdatedMeanwhileIsStillGivenAgain() {
    Job undelivered = lockedJob();
    engine.run(new UpdateJob(undelivered.key(), 7, null));
    engine.run(new ReleaseJobs(List.of(undelivered)));
    assertThat(engine.activate("work")).hasSize(1);
  }

  private Job lockedJob() {
    List<ActivatedJob> locked = engine.activate("work");
    assertThat(locked).hasSize(1);
    return locked.get(0).job();
  }
}
