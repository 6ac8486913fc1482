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
  void warnsTheOwnerWhenTheLimitIsNear() {
    ProcessInstanceEvent complaint = inHand();

    context.increaseTime(Duration.ofDays(6));

    assertThat(complaint)
        .hasCompletedElements("LimitNear", "WarnOwner", "OwnerWarned")
        .hasActiveElements("HandleCase", "LimitsChanged")
        .hasNotActivatedElements("LimitPassed");
    Assertions.assertThat(events()).containsExactly("limitNear");
  }

  @Test
  void supervisesAndCallsBackWhenTheLimitPasses() {
    ProcessInstanceEvent complaint = inHand();

    context.increaseTime(Duration.ofDays(7));
    complete("Supervise", "{supervisionNote: '限期办结'}");
    complete("CallResident", NOT_SETTLED);

    assertThat(complaint)
        .hasCompletedElements(
            "LimitPassed", "RecordOverdue", "LimitSupervised", "CalledBackAtLimit")
        .hasActiveElements("HandleCase")
        .hasNotActivatedElements("CallBack")
        .hasVariable("answerAtLimit", Json.members(NOT_SETTLED));
    Assertions.assertThat(events()).containsExactlyInAnyOrder("limitNear", "limitPassed");
  }

  @Test
  void dropsTheMeasuresOfAPassedLimitWhenTheOwnerReplies() {
    ProcessInstanceEvent complaint = inHand();

    context.increaseTime(Duration.ofDays(7));
    assertThat(complaint).hasActiveElements("SuperviseLimit", "CallBackAtLimit");
    settleBesideTheCallbackAtTheLimit();

    assertThat(complaint)
        .isCompleted()
        .hasTerminatedElements("SuperviseLimit", "CallBackAtLimit")
        .hasVariable("answer", Json.members(SETTLED));
  }

  private void settleBesideTheCallbackAtTheLimit() {
    reply();
    called("supervision").isTerminated();
    complete("CallResident", SETTLED);
  }

  private List<String> events() {
    return workers.headers("case.recordEvent", "event");
  }
}
