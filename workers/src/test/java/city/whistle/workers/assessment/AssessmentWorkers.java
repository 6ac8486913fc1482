package city.whistle.workers.assessment;

import city.whistle.workers.FreeMonths;
import city.whistle.workers.RecordingEngine;
import city.whistle.workers.SteppedClock;
import city.whistle.workers.assessment.result.Assessments;
import city.whistle.workers.assessment.work.BeginAssessmentWorker;
import city.whistle.workers.assessment.work.ComputeRatesWorker;
import city.whistle.workers.assessment.work.FinalizeRankingWorker;
import city.whistle.workers.assessment.work.PublishRankingWorker;
import city.whistle.workers.job.TestJob;
import city.whistle.workers.outbox.OutboxSender;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A month's assessment, in a month that no other test comes to. */
abstract class AssessmentWorkers {

  @Autowired BeginAssessmentWorker begin;
  @Autowired ComputeRatesWorker compute;
  @Autowired PublishRankingWorker publish;
  @Autowired FinalizeRankingWorker finish;
  @Autowired AssessmentScene scene;
  @Autowired AnsweredCases cases;
  @Autowired Assessments assessments;
  @Autowired OutboxSender outbox;
  @Autowired RecordingEngine engine;
  @Autowired SteppedClock clock;

  YearMonth month;
  Instant before;

  @BeforeEach
  void goToAMonthOfItsOwn() {
    before = clock.instant();
    month = FreeMonths.month();
    clock.set(Instant.parse(month + "-02T04:00:00Z"));
  }

  @AfterEach
  void goBack() {
    clock.set(before);
  }

  Map<String, Object> begun(String chosen) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("month", chosen);
    return members(begin.beginAssessment(TestJob.of("assessment.begin", variables)));
  }

  Map<?, ?> computed() {
    return members(compute.computeRates(month("assessment.compute", begun(month.toString()))));
  }

  Map<?, ?> published() {
    return members(publish.publishRanking(month("assessment.publish", computed())));
  }

  static TestJob month(String type, Map<?, ?> assessment) {
    return TestJob.of(type, Map.of("assessment", assessment));
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> members(Map<String, Object> result) {
    return (Map<String, Object>) result.get("assessment");
  }

  void toTheEnd() {
    clock.set(Instant.parse(month + "-18T16:00:00Z"));
  }
}
