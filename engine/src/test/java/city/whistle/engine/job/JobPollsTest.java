package city.whistle.engine.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.engine.command.ActivateJobs;
import city.whistle.engine.command.JobsActivated;
import city.whistle.engine.command.ReleaseJobs;
import city.whistle.engine.loop.FakeEngine;
import city.whistle.engine.outcome.Rejection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class JobPollsTest {

  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration NOT_AT_ALL = Duration.ofMillis(-1);

  private final FakeEngine engine = new FakeEngine();
  private final JobDispatcher dispatcher = new JobDispatcher(engine);
  private final JobPolls polls = dispatcher.polls();

  @AfterEach
  void stop() {
    dispatcher.close();
    engine.close();
  }

  @Test
  void answersAtOnceWhereThereAreJobs() {
    engine.createJobs("case.register", 3);

    assertThat(polls.poll(request(2), LONG).join().jobs()).hasSize(2);
  }

  @Test
  void waitsForJobsThatComeLater() throws Exception {
    CompletableFuture<JobsActivated> poll = waitingPoll();

    engine.createJobs("case.register", 1);

    assertThat(poll.get(5, TimeUnit.SECONDS).jobs()).hasSize(1);
  }

  @Test
  void servesPollsInTheOrderTheyCame() throws Exception {
    CompletableFuture<JobsActivated> first = waitingPoll();
    CompletableFuture<JobsActivated> second = polls.poll(request(1), LONG);

    engine.createJobs("case.register", 1);
    first.get(5, TimeUnit.SECONDS);

    assertThat(second).isNotDone();
  }

  @Test
  void servesEveryPollWhileJobsLast() throws Exception {
    List<CompletableFuture<JobsActivated>> waiting = new ArrayList<>();
    waiting.add(waitingPoll());
    for (int i = 0; i < 49; i++) {
      waiting.add(polls.poll(request(1), LONG));
    }

    engine.createJobs("case.register", 50);

    assertThat(waiting).allSatisfy(poll -> assertThat(get(poll).jobs()).hasSize(1));
  }

  @Test
  void asksTheEngineOnceForAJobThatManyWaitFor() throws Exception {
    CompletableFuture<JobsActivated> first = waitingPoll();
    for (int i = 0; i < 9; i++) {
      polls.poll(request(1), LONG);
    }

    engine.createJobs("case.register", 1);
    first.get(5, TimeUnit.SECONDS);
    settle();

    assertThat(engine.done(ActivateJobs.class)).isEqualTo(3);
  }

  @Test
  void endsEmptyAfterItsTimeout() throws Exception {
    CompletableFuture<JobsActivated> poll = polls.poll(request(1), Duration.ofMillis(20));

    assertThat(poll.get(5, TimeUnit.SECONDS).jobs()).isEmpty();
  }

  @Test
  void endsEmptyAtOnceWhereItMayNotWait() throws Exception {
    CompletableFuture<JobsActivated> poll = polls.poll(request(1), NOT_AT_ALL);

    assertThat(poll.get(5, TimeUnit.SECONDS).jobs()).isEmpty();
  }

  @Test
  void waitsNoLongerThanItsCap() throws Exception {
    CompletableFuture<JobsActivated> poll =
        polls.atMost(() -> Duration.ofMillis(20)).poll(request(1), LONG);

    assertThat(poll.get(5, TimeUnit.SECONDS).jobs()).isEmpty();
  }

  @Test
  void passesOverAPollThatHungUp() throws Exception {
    CompletableFuture<JobsActivated> gone = waitingPoll();
    CompletableFuture<JobsActivated> next = polls.poll(request(1), LONG);

    gone.cancel(false);
    engine.createJobs("case.register", 1);

    assertThat(next.get(5, TimeUnit.SECONDS).jobs()).hasSize(1);
  }

  @Test
  void givesBackJobsOfAPollThatHungUpMeanwhile() throws Exception {
    CompletableFuture<Void> hungUp = new CompletableFuture<>();
    engine.createJobs("case.register", 1);
    engine.holdUntil(hungUp);
    CompletableFuture<JobsActivated> poll = polls.poll(request(1), LONG);
    dispatcher.later(Duration.ZERO, () -> {}).get();

    poll.cancel(false);
    hungUp.complete(null);
    engine.next(ReleaseJobs.class);

    assertThat(engine.freeJobs("case.register")).isEqualTo(1);
  }

  @Test
  void givesBackWhatCouldNotBeWritten() throws Exception {
    engine.createJobs("case.register", 1);
    JobsActivated jobs = polls.poll(request(1), LONG).join();

    polls.release(jobs);
    engine.next(ReleaseJobs.class);

    assertThat(engine.freeJobs("case.register")).isEqualTo(1);
  }

  @Test
  void givesJobsBackOnceAFullQueueHasRoom() throws Exception {
    engine.createJobs("case.register", 1);
    JobsActivated jobs = polls.poll(request(1), LONG).join();
    engine.refuseOnce(
        ReleaseJobs.class, new Rejection(Rejection.Type.RESOURCE_EXHAUSTED, "too much"));

    polls.release(jobs);
    engine.next(ReleaseJobs.class);
    engine.next(ReleaseJobs.class);

    assertThat(engine.freeJobs("case.register")).isEqualTo(1);
  }

  @Test
  void endsAllPollsAtOnce() throws Exception {
    CompletableFuture<JobsActivated> poll = waitingPoll();

    polls.endAll();

    assertThat(poll).isCompletedWithValueMatching(jobs -> jobs.jobs().isEmpty());
  }

  @Test
  void endsAtOnceAfterShutdown() {
    dispatcher.close();

    assertThat(polls.poll(request(1), LONG)).isCompletedWithValueMatching(j -> j.jobs().isEmpty());
  }

  @Test
  void passesOnWhatTheEngineRefuses() {
    engine.answer(
        ActivateJobs.class,
        command -> {
          throw new Rejection(Rejection.Type.UNAVAILABLE, "the engine stops");
        });

    assertThatThrownBy(() -> polls.poll(request(1), LONG).join())
        .cause()
        .hasMessage("the engine stops");
  }

  @Test
  void refusesMorePollsThanItsLimit() {
    for (int i = 0; i < JobPolls.LIMIT; i++) {
      polls.poll(request(1), LONG);
    }

    assertThatThrownBy(() -> polls.poll(request(1), LONG).join())
        .cause()
        .isInstanceOfSatisfying(
            Rejection.class,
            e -> assertThat(e.type()).isEqualTo(Rejection.Type.RESOURCE_EXHAUSTED));
  }

  @Test
  void refusesARequestForNoJobs() {
    assertThatThrownBy(() -> polls.poll(request(0), LONG).join())
        .cause()
        .hasMessage("Expected to activate at least one job, but maxJobsToActivate is 0");
  }

  private CompletableFuture<JobsActivated> waitingPoll() throws Exception {
    CompletableFuture<JobsActivated> poll = polls.poll(request(1), LONG);
    engine.next(ActivateJobs.class);
    settle();
    return poll;
  }

  /** Waits until the dispatcher has seen all that the engine answered. */
  private void settle() throws Exception {
    for (int i = 0; i < 3; i++) {
      engine.freeJobs("case.register");
      dispatcher.later(Duration.ZERO, () -> {}).get();
    }
  }

  private static JobsActivated get(CompletableFuture<JobsActivated> poll) throws Exception {
    return poll.get(5, TimeUnit.SECONDS);
  }

  private static ActivateJobs request(int maxJobs) {
    return new ActivateJobs("case.register", "test", Duration.ofMinutes(5), maxJobs, List.of());
  }
}
