package city.whistle.workers.processes;

import static io.camunda.process.test.api.CamundaAssert.assertThat;

import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.process.test.api.CamundaProcessTest;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

@CamundaProcessTest
class ComplaintRoundsTest extends ComplaintTest {

  @Test
  void isSettledInTheFirstRound() {
    ProcessInstanceEvent complaint = complained();

    sign();
    settle();

    assertThat(complaint)
        .isCompleted()
        .hasCompletedElementsInOrder(
            "CaseReceived",
            "RegisterCase",
            "ClassifyRequest",
            "DecideDispatch",
            "DecideLimit",
            "DispatchCase",
            "SignCase",
            "ContactResident",
            "HandleCase",
            "ReplyResident",
            "RecordFeedback",
            "CallBack",
            "EvaluateCallback",
            "DecideInclusion",
            "ArchiveCase",
            "CaseClosed")
        .hasTerminatedElements("LimitsChanged")
        .hasNotActivatedElements("OpenNextRound", "LimitNear", "SignOverdue")
        .hasVariable("verdict", "close")
        .hasVariable("answer", Json.members(SETTLED))
        .hasVariable("reply", null)
        .hasVariable("inclusion", Map.of("included", true, "reason", "validCallback"));
    Assertions.assertThat(workers.jobs("case.recordStep")).hasSize(5);
  }

  @Test
  void asksAgainForAReplyWithoutText() {
    workers.failOnce("case.recordReply", "REPLY_MISSING");
    ProcessInstanceEvent complaint = inHand();

    reply();

    assertThat(complaint)
        .hasCompletedElements("ReplyMissing")
        .hasActiveElements("ReplyResident")
        .hasVariable("refusal", refusal("REPLY_MISSING"));
    complete("ReplyResident", "{reply: {text: '已通电', channel: 'phone'}}");
    complete("CallResident", SETTLED);
    assertThat(complaint).isCompleted();
  }

  @Test
  void isDoneAgainUnderAReminderWhenNotSettled() {
    ProcessInstanceEvent complaint = refused(1);

    assertThat(complaint)
        .hasCompletedElements("OpenNextRound", "SuperviseRedo", "RedoSupervised")
        .hasActiveElements("SignCase")
        .hasVariable("round", 2)
        .hasVariable("verdict", "redo");
    called("supervision").isCompleted().hasVariable("supervisionLevel", "remind");
    sign();
    settle();
    assertThat(complaint).isCompleted().hasCompletedElement("Handling", 2);
  }

  @Test
  void isSupervisedInTheThirdRound() {
    ProcessInstanceEvent complaint = refused(2);

    complete("Supervise", "{supervisionNote: '区领导包案'}");

    assertThat(complaint)
        .hasCompletedElement("RedoSupervised", 2)
        .hasActiveElements("SignCase")
        .hasVariable("round", 3);
  }

  @Test
  void isClosedAsItIsAfterTheLastRound() {
    ProcessInstanceEvent complaint = refused(2);

    complete("Supervise", "{supervisionNote: '区领导包案'}");
    sign();
    reply();
    complete("CallResident", NOT_SETTLED);

    assertThat(complaint)
        .isCompleted()
        .hasCompletedElement("Handling", 3)
        .hasVariable("verdict", "close")
        .hasVariable("round", 3)
        .hasVariable("inclusion", Map.of("included", true, "reason", "validCallback"));
  }

  @Test
  void isClosedAndLeftOutWhenNobodyAnswersTheCallback() {
    ProcessInstanceEvent complaint = inHand();

    reply();
    List.of(1, 2, 3).forEach(this::callInVain);

    assertThat(complaint)
        .isCompleted()
        .hasNotActivatedElements("OpenNextRound")
        .hasVariable("verdict", "close")
        .hasVariable("inclusion", Map.of("included", false, "reason", "noValidCallback"));
  }

  /** As many rounds that the resident calls not settled. */
  private ProcessInstanceEvent refused(int rounds) {
    ProcessInstanceEvent complaint = complained();
    for (int round = 1; round <= rounds; round++) {
      sign();
      reply();
      complete("CallResident", NOT_SETTLED);
      assertThat(complaint).hasVariable("round", round + 1);
    }
    return complaint;
  }
}
