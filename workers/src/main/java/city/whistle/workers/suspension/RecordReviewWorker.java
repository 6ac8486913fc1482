package city.whistle.workers.suspension;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.calendar.DueDates;
import city.whistle.workers.job.Jobs;
import city.whistle.workers.timeline.Timeline;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * {@code suspension.recordReview}: keeps a review and sets the next one. Past its longest time a
 * suspension ends, whatever the review says.
 */
@Component
public class RecordReviewWorker {

  private final Jobs jobs;
  private final Suspensions suspensions;
  private final DueDates dueDates;
  private final Timeline timeline;
  private final CityTime time;

  RecordReviewWorker(
      Jobs jobs, Suspensions suspensions, DueDates dueDates, Timeline timeline, CityTime time) {
    this.jobs = jobs;
    this.suspensions = suspensions;
    this.dueDates = dueDates;
    this.timeline = timeline;
    this.time = time;
  }

  @JobWorker(
      type = "suspension.recordReview",
      fetchVariables = {"caseId", "suspension", "suspensionRule", "suspensionReview"})
  public Map<String, Object> recordReview(ActivatedJob job) {
    Input input = jobs.read(job, Input.class);
    return jobs.once(job, input.caseId(), () -> new Output(record(input)));
  }

  private SuspensionVariable record(Input input) {
    SuspensionVariable suspension = input.suspension();
    OffsetDateTime now = time.now();
    String outcome = outcome(input, now);
    OffsetDateTime reviewBy = input.suspensionRule().reviewBy(now, suspension.until(), dueDates);
    suspensions.reviewed(suspension.id(), outcome, input.note(), now, reviewBy);
    timeline.append(
        input.caseId(),
        "system",
        "SuspensionReviewed",
        outcome,
        Map.of("reviewBy", reviewBy.toString()));
    return suspension.reviewed(reviewBy, outcome.equals("goesOn"));
  }

  private static String outcome(Input input, OffsetDateTime now) {
    if (!input.wantsToGoOn()) {
      return "ends";
    }
    return now.isBefore(input.suspension().until()) ? "goesOn" : "longestReached";
  }

  record Input(
      UUID caseId,
      SuspensionVariable suspension,
      SuspensionRule suspensionRule,
      Review suspensionReview) {

    boolean wantsToGoOn() {
      return suspensionReview != null && "goesOn".equals(suspensionReview.outcome());
    }

    String note() {
      return suspensionReview == null ? null : suspensionReview.note();
    }
  }

  record Review(String outcome, String note) {}

  record Output(SuspensionVariable suspension) {}
}
