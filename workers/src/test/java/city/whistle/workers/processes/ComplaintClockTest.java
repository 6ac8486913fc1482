package city.whistle.workers.processes;

import static io.camunda.process.test.api.CamundaAssert.assertThat;

import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.process.test.api.CamundaProcessTest;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

@CamundaProcessTest
class ComplaintClockTest extends ComplaintTest {

  @Test
  void remindsAnOwnerThatSignsLate() {
    ProcessInstanceEvent complaint = complained();

    pass(assertThat(complaint), Duration.ofHours(1), "SignCase", "LimitsChanged");

    assertThat(complaint)
        .hasCompletedElements("SignOverdue", "SuperviseSigning", "SigningSupervised")
        .hasActiveElements("SignCase")
        .hasNotActivatedElements("ContactOverdue", "LimitNear");
    called("supervision").isCompleted().hasVariable("cause", "signOverdue");
  }

  @Test
  void remindsAnOwnerThatContactsTheResidentLate() {
    ProcessInstanceEvent complaint = complained();

    complete("SignCase");
    pass(assertThat(complaint), Duration.ofDays(1), "ContactResident", "LimitsChanged");

    assertThat(complaint)
        .hasCompletedElements("ContactOverdue", "SuperviseContact", "ContactSupervised")
        .hasActiveElements("ContactResident")
        .hasNotActivatedElements("SignOverdue", "LimitNear");
    called("supervision").isCompleted().hasVariable("cause", "contactOverdue");
  }

  @Test
  void remindsOfTheContactThoughTheOwnerNeverSigned() {
    ProcessInstanceEvent complaint = complained();

    pass(assertThat(complaint), Duration.ofDays(1), "SignCase", "LimitsChanged");

    assertThat(complaint)
        .hasCompletedElements("SignOverdue", "ContactOverdueUnsigned", "ContactSupervised")
        .hasActiveElements("SignCase");
  }

  @Test
  void warnsTheOwnerWhenTheLimitIsNear() {
    ProcessInstanceEvent complaint = inHand();

    context.increaseTime(Duration.ofDays(6));

    assertThat(complaint)
        .hasCompletedElements("LimitNear", "WarnOwner", "OwnerWarned")
        .hasActiveElements("HandleCase", "LimitsChanged")
        .hasNotActivatedElements("LimitPassed");
    Assertions.assertThat(events()).containsExactly("limitNear");
  }

  /** Regulation of 2021, article 23: what the resident says at the limit decides. */
  @Test
  void opensTheNextRoundWhenTheResidentSaysAtTheLimitThatItIsNotSettled() {
    ProcessInstanceEvent complaint = overdue();
    complete("CallResident", NOT_SETTLED);
    assertThat(complaint)
        .hasCompletedElements("DecidedAtLimit", "EvaluateCallback", "OpenNextRound")
        .hasActiveElements("SignCase")
        .hasNotActivatedElements("CallBack")
        .hasVariable("round", 2);
    Assertions.assertThat(events()).containsExactlyInAnyOrder("limitNear", "limitPassed");
  }

  @Test
  void closesTheCaseWhenTheResidentSaysAtTheLimitThatItIsSettled() {
    ProcessInstanceEvent complaint = overdue();
    complete("CallResident", SETTLED);
    assertThat(complaint)
        .isCompleted()
        .hasCompletedElements("DecidedAtLimit", "ArchiveCase")
        .hasTerminatedElements("HandleCase")
        .hasNotActivatedElements("CallBack")
        .hasVariable("answer", Json.members(SETTLED));
  }

  @Test
  void letsTheAnswerAtTheLimitCountAlthoughTheOwnerReplies() {
    ProcessInstanceEvent complaint = overdue();
    reply();
    assertThat(complaint).hasCompletedElements("AnswerAwaited").hasActiveElements("Handling");
    complete("CallResident", SETTLED);
    assertThat(complaint)
        .isCompleted()
        .hasCompletedElements("CallBackAtLimit", "DecidedAtLimit")
        .hasNotActivatedElements("CallBack")
        .hasVariable("answer", Json.members(SETTLED));
  }

  /** Else a late owner would reply and the supervision be gone without a record. */
  @Test
  void letsASupervisionOutliveTheReply() {
    ProcessInstanceEvent complaint = overdue();
    reply();
    complete("CallResident", NOT_SETTLED);
    assertThat(complaint).hasActiveElements("SignCase", "SuperviseCase");

    complete("Supervise", "{supervisionNote: '限期办结'}");

    assertThat(complaint).hasCompletedElements("CaseSupervised").hasActiveElements("SignCase");
  }

  @Test
  void callsBackAfterTheReplyWhereNobodyAnsweredAtTheLimit() {
    ProcessInstanceEvent complaint = overdue();
    List.of(1, 2, 3).forEach(this::callInVain);
    assertThat(complaint).hasCompletedElements("CalledBackAtLimit").hasActiveElements("HandleCase");
    reply();
    complete("CallResident", SETTLED);
    assertThat(complaint).isCompleted().hasCompletedElements("CallBack");
  }

  @Test
  void callsBackOnceMoreWhereTheOwnerRepliedWhileNobodyAnswered() {
    ProcessInstanceEvent complaint = overdue();
    reply();
    List.of(1, 2, 3).forEach(this::callInVain);
    assertThat(complaint).hasCompletedElements("DecidedAtLimit").hasActiveElements("CallBack");
    complete("CallResident", SETTLED);
    assertThat(complaint).isCompleted();
  }

  @Test
  void keepsOneCallbackOpenWhenAMovedLimitPassesAgain() {
    ProcessInstanceEvent complaint = overdue();
    complete("HandleCase", "{outcome: 'extension', extensionRequest: {days: 7, reason: '备件'}}");
    complete("ApproveExtension", "{extensionApproved: true}");
    assertThat(complaint).hasCompletedElements("ExtendLimits").hasActiveElements("HandleCase");
    context.increaseTime(Duration.ofDays(14));
    assertThat(complaint)
        .hasCompletedElement("LimitPassed", 2)
        .hasCompletedElements("CallbackOpen")
        .hasActiveElements("CallBackAtLimit");
  }

  private ProcessInstanceEvent overdue() {
    ProcessInstanceEvent complaint = inHand();
    context.increaseTime(Duration.ofDays(7));
    assertThat(complaint).hasActiveElements("HandleCase", "CallBackAtLimit");
    return complaint;
  }

  private List<String> events() {
    return workers.headers("case.recordEvent", "event");
  }
}
