package city.whistle.workers.whistle;

import city.whistle.workers.job.Jobs;
import city.whistle.workers.outbox.EngineCall.PublishMessage;
import city.whistle.workers.outbox.Outbox;
import city.whistle.workers.summons.SummonsVariable;
import city.whistle.workers.timeline.Timeline;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** {@code whistle.release}: only the blower releases; every summoned unit's process hears it. */
@Component
public class ReleaseReportsWorker {

  private final Jobs jobs;
  private final Outbox outbox;
  private final Timeline timeline;

  ReleaseReportsWorker(Jobs jobs, Outbox outbox, Timeline timeline) {
    this.jobs = jobs;
    this.outbox = outbox;
    this.timeline = timeline;
  }

  @JobWorker(
      type = "whistle.release",
      fetchVariables = {"whistle", "summonses"})
  public void releaseReports(ActivatedJob job) {
    Input input = jobs.read(job, Input.class);
    jobs.once(job, input.whistle().id(), () -> release(input));
  }

  private void release(Input input) {
    input
        .summonses()
        .forEach(
            summons ->
                outbox.add(
                    PublishMessage.lasting("whistle.released", summons.id().toString(), Map.of())));
    timeline.append(
        input.whistle().timelineSubject(),
        "street:" + input.whistle().streetCode(),
        "UnitsReleased",
        "",
        Map.of("whistle", input.whistle().number(), "units", input.summonses().size()));
  }

  record Input(WhistleVariable whistle, List<SummonsVariable> summonses) {}
}
