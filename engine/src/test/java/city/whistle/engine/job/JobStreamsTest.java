package city.whistle.engine.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.engine.command.ActivateJobs;
import city.whistle.engine.command.JobsActivated;
import city.whistle.engine.command.ReleaseJobs;
import city.whistle.engine.loop.FakeEngine;
import city.whistle.engine.outcome.Rejection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class JobStreamsTest {

  private static final String TYPE = "case.register";

  private final FakeEngine engine = new FakeEngine();
  private final JobDispatcher dispatcher = new JobDispatcher(engine);
  private final Worker worker = new Worker();

  @AfterEach
  void stop() {
    dispatcher.close();
    engine.close();
  }

  @Test
  void sendsJobsThatAreThereAndThatCome() throws Exception {
    engine.createJobs(TYPE, 1);
    open(worker).ready();
    worker.next();

    engine.createJobs(TYPE, 1);

    assertThat(worker.next().jobs()).hasSize(1);
  }

  @Test
  void sendsAFewJobsATurn() throws Exception {
    engine.createJobs(TYPE, JobStreams.JOBS_A_TURN + 1);

    open(worker).ready();

    assertThat(worker.next().jobs()).hasSize(JobStreams.JOBS_A_TURN);
    assertThat(worker.next().jobs()).hasSize(1);
  }

  @Test
  void takesTurnsWithOtherStreams() throws Exception {
    Worker other = new Worker();
    open(worker).ready();
    engine.next(ActivateJobs.class);
    open(other).ready();

    engine.createJobs(TYPE, 4 * JobStreams.JOBS_A_TURN);

    assertThat(worker.next().jobs()).hasSize(JobStreams.JOBS_A_TURN);
    assertThat(other.next().jobs()).hasSize(JobStreams.JOBS_A_TURN);
    assertThat(worker.next().jobs()).hasSize(JobStreams.JOBS_A_TURN);
    assertThat(other.next().jobs()).hasSize(JobStreams.JOBS_A_TURN);
  }

  @Test
  void sendsNothingUntilTheWorkerIsReadyAgain() throws Exception {
    worker.ready = false;
    JobStream stream = open(worker);
    stream.ready();
    engine.createJobs(TYPE, 1);
    assertThat(engine.freeJobs(TYPE)).isEqualTo(1);

    worker.ready = true;
    stream.ready();

    assertThat(worker.next().jobs()).hasSize(1);
  }

  @Test
  void givesBackWhatCouldNotBeSent() throws Exception {
    engine.createJobs(TYPE, 1);
    worker.gone = true;

    open(worker).ready();
    engine.next(ReleaseJobs.class);

    assertThat(engine.done(ReleaseJobs.class)).isPositive();
  }

  @Test
  void endsAStreamThatFailsAndServesTheNext() throws Exception {
    Worker broken = new Worker();
    broken.failure = new IllegalStateException("the call is closed");
    open(broken).ready();
    engine.next(ActivateJobs.class);
    open(worker).ready();

    engine.createJobs(TYPE, 1);

    assertThat(worker.next().jobs()).hasSize(1);
    assertThat(broken.ended).isTrue();
  }

  @Test
  void goesOnAfterTheEngineRefused() throws Exception {
    engine.refuseOnce(ActivateJobs.class, new Rejection(Rejection.Type.RESOURCE_EXHAUSTED, "full"));
    engine.createJobs(TYPE, 1);

    open(worker).ready();

    assertThat(worker.next().jobs()).hasSize(1);
  }

  @Test
  void endsWithTheEngine() {
    open(worker).ready();

    dispatcher.close();

    assertThat(worker.ended).isTrue();
  }

  @Test
  void refusesABlankType() {
    assertThatThrownBy(
            () -> dispatcher.streams().open(" ", "test", Duration.ofMinutes(5), List.of(), worker))
        .isInstanceOf(Rejection.class)
        .hasMessage("Expected to activate jobs with a type, but it is blank");
  }

  private JobStream open(Worker worker) {
    return dispatcher.streams().open(TYPE, "test", Duration.ofMinutes(5), List.of(), worker);
  }

  private static final class Worker implements JobSink {

    private final BlockingQueue<JobsActivated> sent = new LinkedBlockingQueue<>();
    private volatile boolean ready = true;
    private volatile boolean gone;
    private volatile boolean ended;
    private volatile RuntimeException failure;

    JobsActivated next() throws InterruptedException {
      JobsActivated jobs = sent.poll(5, TimeUnit.SECONDS);
      assertThat(jobs).as("jobs sent within 5 s").isNotNull();
      return jobs;
    }

    @Override
    public boolean isReady() {
      return ready;
    }

    @Override
    public boolean send(JobsActivated jobs) {
      if (failure != null) {
        throw failure;
      }
      if (gone) {
        ready = false;
        return false;
      }
      sent.add(jobs);
      return true;
    }

    @Override
    public void end() {
      ended = true;
    }
  }
}
