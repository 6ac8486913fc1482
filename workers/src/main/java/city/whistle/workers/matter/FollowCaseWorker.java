package city.whistle.workers.matter;

import city.whistle.workers.callback.Callbacks;
import city.whistle.workers.casefile.CaseProgress;
import city.whistle.workers.casefile.MergedCases;
import city.whistle.workers.job.Jobs;
import city.whistle.workers.supervision.Supervisions;
import city.whistle.workers.suspension.CaseClocks;
import city.whistle.workers.suspension.SuspensionEnd;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * {@code case.follow}: the case waits for another about the same matter; what stood beside it ends.
 */
@Component
public class FollowCaseWorker {

  private final Jobs jobs;
  private final MergedCases merged;
  private final CaseProgress progress;
  private final Callbacks callbacks;
  private final Supervisions supervisions;
  private final CaseClocks clocks;

  FollowCaseWorker(
      Jobs jobs,
      MergedCases merged,
      CaseProgress progress,
      Callbacks callbacks,
      Supervisions supervisions,
      CaseClocks clocks) {
    this.jobs = jobs;
    this.merged = merged;
    this.progress = progress;
    this.callbacks = callbacks;
    this.supervisions = supervisions;
    this.clocks = clocks;
  }

  @JobWorker(type = "case.follow", fetchVariables = "caseId")
  public void followCase(ActivatedJob job) {
    UUID caseId = jobs.read(job, Input.class).caseId();
    jobs.once(job, caseId, () -> follow(caseId));
  }

  /** A step that was under way when it was merged may have moved the row on. */
  private void follow(UUID caseId) {
    merged.lock(List.of(caseId));
    clocks.resume(caseId, SuspensionEnd.MERGED);
    if (merged.leaderOf(caseId).isPresent()) {
      progress.merged(caseId);
    }
    callbacks.closeLinks(caseId);
    supervisions.matterEnded(caseId);
  }

  record Input(UUID caseId) {}
}
