package city.whistle.workers.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.workers.RegistryTest;
import city.whistle.workers.assessment.result.Assessment;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.job.TestJob;
import city.whistle.workers.outbox.EngineCall.CancelProcess;
import io.camunda.client.exception.BpmnError;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A month's assessment from its beginning to its end, each test in a month of its own. */
@RegistryTest
class AssessmentWorkersTest extends AssessmentWorkers {

  @Test
  void beginsTheMonthThatHasEndedOnceThereIsSomethingToCount() {
    assertThat(begun(null)).containsEntry("due", false).containsEntry("reason", "nothing");
    cases.good(cases.of(null));
    toTheEnd();

    assertThat(begun(null)).containsEntry("due", true).containsEntry("month", month.toString());
    assertThat(begun(null)).as("not twice").containsEntry("due", false);
  }

  @Test
  void beginsAMonthThatPeopleChoseButNoneThatIsNotOver() {
    assertThat(begun(month.toString())).containsEntry("reason", "notOver");
    toTheEnd();

    assertThat(begun(month.toString())).containsEntry("due", true);
  }

  @Test
  void takesAMonthOverFromAnInstanceThatHadIt() {
    toTheEnd();
    TestJob first = TestJob.of("assessment.begin", Map.of("month", month.toString()));
    begin.beginAssessment(first);

    assertThat(begun(month.toString())).containsEntry("due", true);
    outbox.sendDue();

    assertThat(engine.calls()).contains(new CancelProcess(first.getProcessInstanceKey()));
  }

  @Test
  void beginsNoMonthWhoseFiguresAreFinal() {
    cases.good(cases.of(null));
    toTheEnd();
    scene.finish(month);

    assertThat(begun(month.toString())).containsEntry("reason", "final");
  }

  @Test
  void refusesWhatIsNoMonth() {
    assertThatThrownBy(() -> begun("April")).hasMessageContaining("such as 2026-04");
  }

  @Test
  void publishesWhatWasCheckedAndOpensAppeals() {
    cases.good(cases.of(null));
    toTheEnd();

    Map<?, ?> assessment = published();

    assertThat(assessments.published(month))
        .map(Assessment::state)
        .hasValue(Assessment.State.PUBLISHED);
    assertThat(assessment.get("appealUntil").toString()).startsWith(month + "-2");
  }

  @Test
  void publishesNoFiguresThatWentStaleWhileTheyWereChecked() {
    CaseFile file = cases.good(cases.of(null));
    toTheEnd();
    Map<?, ?> computed = computed();
    cases.leftOut(file, "malicious");

    assertThatThrownBy(() -> publish.publishRanking(month("assessment.publish", computed)))
        .isInstanceOfSatisfying(
            BpmnError.class, error -> assertThat(error.getErrorCode()).isEqualTo("RATES_STALE"));
    assertThat(assessments.published(month)).isEmpty();
  }
}
