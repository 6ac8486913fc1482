package city.whistle.workers.processes;

import static io.camunda.process.test.api.CamundaAssert.assertThat;

import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.process.test.api.CamundaProcessTest;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

@CamundaProcessTest
class DispatchObjectionTest extends ProcessTest {

  @Test
  void letsTheDispatchersDecide() {
    ProcessInstanceEvent objection = objected();

    complete("ReviewObjection", "{upheld: true, unitCode: 'gas', final: false}");

    assertThat(objection)
        .isCompleted()
        .hasCompletedElements("CheckObjection", "RecordObjection", "ObjectionDecided")
        .hasVariableSatisfies(
            "objection",
            Map.class,
            decided -> Assertions.assertThat(decided.get("result")).isEqualTo("upheld"));
  }

  @Test
  void endsWithoutAReviewWhereNoObjectionIsAllowed() {
    workers.answer("dispatch.checkObjection", "{objection: {result: 'refused', reason: 'final'}}");

    assertThat(objected())
        .isCompleted()
        .hasCompletedElements("ObjectionRefused")
        .hasNotActivatedElements("ReviewObjection");
  }

  @Test
  void letsThemDecideAgainWhereTheirDecisionIsNone() {
    workers.failOnce("dispatch.recordObjection", "REVIEW_INVALID");
    ProcessInstanceEvent objection = objected();

    complete("ReviewObjection", "{upheld: true, unitCode: 'nobody'}");

    assertThat(objection)
        .hasCompletedElements("ReviewInvalid")
        .hasActiveElements("ReviewObjection")
        .hasVariable("refusal", ComplaintTest.refusal("REVIEW_INVALID"));
    complete("ReviewObjection", "{upheld: true, unitCode: 'gas'}");
    assertThat(objection).isCompleted().hasVariable("refusal", null);
  }

  @Test
  void remindsDispatchersThatDecideLate() {
    ProcessInstanceEvent objection = objected();

    pass(assertThat(objection), Duration.ofDays(1), "ReviewObjection");

    assertThat(objection)
        .hasCompletedElements("ReviewOverdue", "SuperviseReview", "ReviewSupervised")
        .hasActiveElements("ReviewObjection");
    called("supervision").isCompleted().hasVariable("supervisionLevel", "remind");
  }

  private ProcessInstanceEvent objected() {
    return start(
        "dispatch-objection",
        """
        {caseId: 'case-1', case: {number: 'BJ-1'}, owner: %s, round: 1,
         dispatch: {level: '7d'}, timeLimit: {priority: 50}, objectionRequest: {reason: '不属本单位职责'}}
        """
            .formatted(StubAnswers.OWNER));
  }
}
