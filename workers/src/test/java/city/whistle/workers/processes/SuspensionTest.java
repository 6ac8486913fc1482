package city.whistle.workers.processes;

import static io.camunda.process.test.api.CamundaAssert.assertThat;

import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.process.test.api.CamundaProcessTest;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

@CamundaProcessTest
class SuspensionTest extends ProcessTest {

  @Test
  void isReviewedUntilItsReasonIsGone() {
    ProcessInstanceEvent suspension = asked("season");

    complete("ApproveSuspension", "{suspensionApproved: true}");
    complete("ReviewSuspension", "{suspensionReview: {outcome: 'goesOn'}}");
    complete("ReviewSuspension", "{suspensionReview: {outcome: 'ends'}}");

    assertThat(suspension)
        .isCompleted()
        .hasCompletedElements("SuspendClocks", "ResumeClocks", "SuspensionEnded")
        .hasCompletedElement("RecordReview", 2)
        .hasVariable("suspension", Map.of("result", "ended", "message", "挂账已结束"));
  }

  @Test
  void isRefusedByTheDistrict() {
    ProcessInstanceEvent suspension = asked("season");

    complete("ApproveSuspension", "{suspensionApproved: false, suspensionNote: '可以先清理'}");

    assertThat(suspension)
        .isCompleted()
        .hasCompletedElements("SuspensionRefused")
        .hasNotActivatedElements("SuspendClocks")
        .hasVariable("suspension", Map.of("result", "refused", "message", "可以先清理"));
  }

  @Test
  void isRefusedWithoutAListedCause() {
    ProcessInstanceEvent suspension = asked("mood");

    assertThat(suspension)
        .isCompleted()
        .hasCompletedElements("RecordUnlistedCause", "SuspensionRefused")
        .hasNotActivatedElements("ApproveSuspension")
        .hasVariableSatisfies(
            "suspension",
            Map.class,
            refused -> Assertions.assertThat(refused.get("result")).isEqualTo("refused"));
  }

  @Test
  void remindsAnOwnerThatDoesNotReview() {
    ProcessInstanceEvent suspension = asked("season");
    complete("ApproveSuspension", "{suspensionApproved: true}");

    pass(assertThat(suspension), Duration.ofDays(30), "ReviewSuspension");

    assertThat(suspension)
        .hasCompletedElements(
            "ReviewOverdue", "TellDistrict", "SuperviseReview", "ReviewSupervised")
        .hasActiveElements("ReviewSuspension");
    called("supervision").isCompleted().hasVariable("cause", "reviewOverdue");
  }

  @Test
  void endsByItselfWhenTheLongestTimeIsOver() {
    ProcessInstanceEvent suspension = asked("season");
    complete("ApproveSuspension", "{suspensionApproved: true}");

    pass(assertThat(suspension), Duration.ofDays(180), "ReviewSuspension");

    assertThat(suspension)
        .isCompleted()
        .hasCompletedElements("LongestReached", "ResumeClocks", "SuspensionEnded")
        .hasTerminatedElements("ReviewSuspension");
  }

  /** As by a reply: whoever ended it has the clocks run. */
  @Test
  void endsWithItsReviewWhereTheClocksRunAgainAlready() {
    ProcessInstanceEvent suspension = asked("season");
    complete("ApproveSuspension", "{suspensionApproved: true}");
    assertThat(suspension).hasActiveElements("ReviewSuspension");

    publish("suspension.ended", "suspension-1", "{}");

    assertThat(suspension)
        .isCompleted()
        .hasCompletedElements("ClocksRunAgain", "SuspensionEnded")
        .hasTerminatedElements("ReviewSuspension");
  }

  private ProcessInstanceEvent asked(String cause) {
    return start(
        "suspension",
        """
        {caseId: 'case-1', case: {number: 'BJ-1'}, owner: %s, district: {code: '110102'}, round: 1,
         dispatch: {level: '7d'}, timeLimit: {priority: 50},
         limits: {settleBy: '2030-04-10T18:00:00+08:00'}, suspensionRequest: {cause: '%s', reason: '冬季停工'}}
        """
            .formatted(StubAnswers.OWNER, cause));
  }
}
