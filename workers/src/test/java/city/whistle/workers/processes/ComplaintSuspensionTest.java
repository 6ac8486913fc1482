package city.whistle.workers.processes;

import static io.camunda.process.test.api.CamundaAssert.assertThat;

import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.process.test.api.CamundaProcessTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@CamundaProcessTest
class ComplaintSuspensionTest extends ComplaintTest {

  @Test
  void stopsItsClocksWhileItIsSuspended() {
    ProcessInstanceEvent complaint = suspended();

    context.increaseTime(Duration.ofDays(20));

    assertThat(complaint)
        .hasActiveElements("SuspendCase", "AwaitResumption")
        .hasNotActivatedElements("LimitNear", "LimitPassed");
  }

  @Test
  void letsTheRestRunOnWhenItIsResumed() {
    ProcessInstanceEvent complaint = suspended();
    context.increaseTime(Duration.ofDays(20));

    complete("ReviewSuspension", "{suspensionReview: {outcome: 'ends'}}");
    pass(assertThat(complaint), Duration.ofDays(3), "HandleCase", "LimitsChanged");

    assertThat(complaint)
        .hasCompletedElements("AwaitResumption", "SuspendCase")
        .hasNotActivatedElements("LimitNear");
    context.increaseTime(Duration.ofDays(1));
    assertThat(complaint).hasCompletedElements("LimitNear").hasNotActivatedElements("LimitPassed");
    context.increaseTime(Duration.ofDays(1));
    assertThat(complaint).hasCompletedElements("LimitPassed");
  }

  @Test
  void keepsItsClocksWhenTheDistrictRefuses() {
    ProcessInstanceEvent complaint = inHand();

    ask();
    complete("ApproveSuspension", "{suspensionApproved: false, suspensionNote: '可以先清理'}");

    assertThat(complaint)
        .hasCompletedElements("SuspendCase")
        .hasActiveElements("HandleCase", "LimitsChanged")
        .hasNotActivatedElements("AwaitResumption");
  }

  @Test
  void canBeWithdrawnWhileItIsSuspended() {
    ProcessInstanceEvent complaint = suspended();

    publish("case.withdrawn", CASE_ID, "{}");

    assertThat(complaint).isCompleted().hasTerminatedElements("SuspendCase", "AwaitResumption");
    called("suspension").isTerminated();
  }

  private ProcessInstanceEvent suspended() {
    ProcessInstanceEvent complaint = inHand();
    ask();
    complete("ApproveSuspension", "{suspensionApproved: true}");
    assertThat(complaint).hasActiveElements("SuspendCase", "AwaitResumption");
    called("suspension").hasActiveElements("ReviewSuspension");
    return complaint;
  }

  private void ask() {
    complete(
        "HandleCase",
        "{outcome: 'suspension', suspensionRequest: {cause: 'season', reason: '冬季停工'}}");
  }
}
