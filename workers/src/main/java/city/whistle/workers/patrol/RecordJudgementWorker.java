package city.whistle.workers.patrol;

import city.whistle.workers.job.Jobs;
import city.whistle.workers.timeline.Timeline;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** {@code patrol.judge}: keeps how the chief judges what was done in his lane. */
@Component
public class RecordJudgementWorker {

  private final Jobs jobs;
  private final Patrols patrols;
  private final Timeline timeline;

  RecordJudgementWorker(Jobs jobs, Patrols patrols, Timeline timeline) {
    this.jobs = jobs;
    this.patrols = patrols;
    this.timeline = timeline;
  }

  @JobWorker(
      type = "patrol.judge",
      fetchVariables = {"patrol", "judgement"})
  public void recordJudgement(ActivatedJob job) {
    Input input = jobs.read(job, Input.class);
    UUID id = input.patrol().id();
    jobs.once(job, id, () -> judge(id, input.judgement()));
  }

  private void judge(UUID id, Judgement judgement) {
    patrols.judged(id, judgement.mark(), judgement.note());
    timeline.append(id, "system", "PatrolJudged", Integer.toString(judgement.mark()));
  }

  record Input(Known patrol, Judgement judgement) {}

  record Known(UUID id) {}

  /** Variable {@code judgement}. */
  record Judgement(int mark, String note) {}
}
