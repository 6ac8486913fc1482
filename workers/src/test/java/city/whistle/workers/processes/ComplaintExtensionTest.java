package city.whistle.workers.processes;

import static io.camunda.process.test.api.CamundaAssert.assertThat;

import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.process.test.api.CamundaProcessTest;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

@CamundaProcessTest
class ComplaintExtensionTest extends ComplaintTest {

  @Test
  void movesTheLimitsWhenAnExtensionIsApproved() {
    ProcessInstanceEvent complaint = inHand();

    extend(true);

    assertThat(complaint)
        .hasCompletedElements("ApproveExtension", "ExtendLimits", "LimitsChanged")
        .hasActiveElements("HandleCase", "LimitsChanged");
    context.increaseTime(Duration.ofDays(8));
    assertThat(complaint).hasNotActivatedElements("LimitNear", "LimitPassed");
    context.increaseTime(Duration.ofDays(7));
    assertThat(complaint).hasCompletedElements("LimitNear", "LimitPassed");
  }

  @Test
  void keepsTheLimitsWhenAnExtensionIsRefused() {
    ProcessInstanceEvent complaint = inHand();

    extend(false);

    assertThat(complaint)
        .hasCompletedElements("ApproveExtension")
        .hasActiveElements("HandleCase")
        .hasNotActivatedElements("ExtendLimits");
    context.increaseTime(Duration.ofDays(6));
    assertThat(complaint).hasCompletedElements("LimitNear");
  }

  @Test
  void takesNoEarlierApprovalAsTheAnswerToANewRequest() {
    ProcessInstanceEvent complaint = inHand();
    extend(true);
    assertThat(complaint).hasCompletedElements("ExtendLimits");
    complete("HandleCase", "{outcome: 'extension', extensionRequest: {days: 7, reason: '备件'}}");
    complete("ApproveExtension", "{}");
    assertThat(complaint)
        .hasCompletedElement("ApproveExtension", 2)
        .hasCompletedElement("ExtendLimits", 1)
        .hasActiveElements("HandleCase");
  }

  @Test
  void takesNoSecondRequestWhileTheFirstIsDecided() {
    ProcessInstanceEvent complaint = inHand();
    complete("HandleCase", "{outcome: 'extension', extensionRequest: {days: 7, reason: '备件'}}");
    complete("HandleCase", "{outcome: 'extension', extensionRequest: {days: 9, reason: '备件'}}");
    assertThat(complaint)
        .hasCompletedElement("HandleCase", 2)
        .hasActiveElements("ApproveExtension")
        .hasNotActivatedElements("ExtendLimits")
        .hasVariableSatisfies(
            "refusal",
            Map.class,
            refusal -> Assertions.assertThat(refusal.get("code")).isEqualTo("ALREADY_ASKED"));
  }

  @Test
  void goesBackToTheOwnerWhereTheExtensionIsNoLaterDate() {
    workers.failOnce("case.extend", "EXTENSION_INVALID");
    ProcessInstanceEvent complaint = inHand();

    extend(true);

    assertThat(complaint)
        .hasCompletedElements("ExtensionInvalid")
        .hasTerminatedElements("ExtendLimits")
        .hasActiveElements("HandleCase")
        .hasVariable("refusal", refusal("EXTENSION_INVALID"));
    complete("HandleCase", "{outcome: 'settled'}");
    assertThat(complaint).hasActiveElements("ReplyResident").hasVariable("refusal", null);
  }

  private void extend(boolean approved) {
    complete("HandleCase", "{outcome: 'extension', extensionRequest: {days: 7, reason: '备件'}}");
    complete("ApproveExtension", "{extensionApproved: %s}".formatted(approved));
  }
}
