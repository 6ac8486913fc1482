package city.whistle.workers.processes;

import static io.camunda.process.test.api.CamundaAssert.assertThat;

import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.process.test.api.CamundaProcessTest;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

@CamundaProcessTest
class ComplaintRedispatchTest extends ComplaintTest {

  private static final String OBJECTION =
      "{outcome: 'objection', objectionRequest: {reason: '不属本单位职责'}}";

  @Test
  void isDispatchedAnewWhenTheObjectionIsUpheld() {
    ProcessInstanceEvent complaint = inHand();
    context.increaseTime(Duration.ofDays(3));

    complete("HandleCase", OBJECTION);
    complete("ReviewObjection", "{upheld: true, unitCode: 'gas', level: '24h'}");

    assertThat(complaint)
        .hasTerminatedElements("Handling", "LimitsChanged", "RedispatchDecided")
        .hasCompletedElement("DispatchCase", 2)
        .hasCompletedElements("CaseRedispatched")
        .hasActiveElements("SignCase", "LimitsChanged")
        .hasVariable("round", 1)
        .hasVariableSatisfies("dispatch", Map.class, ComplaintRedispatchTest::namesTheNewUnit);
    called("dispatch-objection").isCompleted();
    Assertions.assertThat(workers.jobs("case.dispatch"))
        .last()
        .satisfies(job -> Assertions.assertThat(job.get("dispatch")).asString().contains("gas"));
  }

  @Test
  void startsNewClocksForTheNewOwner() {
    ProcessInstanceEvent complaint = inHand();
    context.increaseTime(Duration.ofDays(3));
    complete("HandleCase", OBJECTION);
    complete("ReviewObjection", "{upheld: true, unitCode: 'gas', level: '7d'}");

    pass(assertThat(complaint), Duration.ofDays(4), "SignCase", "LimitsChanged");

    assertThat(complaint).hasNotActivatedElements("LimitNear", "LimitPassed");
    context.increaseTime(Duration.ofDays(3));
    assertThat(complaint).hasCompletedElements("LimitNear", "LimitPassed");
  }

  @Test
  void comesToTheDispatchersWhenItsOwnerIsAbolished() {
    ProcessInstanceEvent complaint = inHand();

    publish("case.ownerGone", CASE_ID + ":110102009", "{}");
    complete("ConsultDispatch", "{unitCode: 'gas', level: '7d'}");

    assertThat(complaint)
        .hasCompletedElements("OwnerGone", "DispatchOpen")
        .hasTerminatedElements("Handling", "HandleCase")
        .hasCompletedElement("DispatchCase", 2)
        .hasActiveElements("SignCase");
  }

  @Test
  void staysWithItsOwnerWhenTheObjectionIsDismissed() {
    ProcessInstanceEvent complaint = inHand();

    complete("HandleCase", OBJECTION);
    complete("ReviewObjection", "{upheld: false, reviewNote: '属街道职责'}");

    assertThat(complaint)
        .hasCompletedElements("ObjectDispatch", "ObjectionUpheld")
        .hasActiveElements("HandleCase", "LimitsChanged")
        .hasNotActivatedElements("CaseRedispatched");
  }

  @Test
  void tellsTheOwnerWhyAnObjectionIsRefusedAfterAFinalDesignation() {
    workers.answer(
        "dispatch.checkObjection",
        "{objection: {result: 'refused', reason: 'final', message: '不得再提出派单异议'}}");
    ProcessInstanceEvent complaint = inHand();

    complete("HandleCase", OBJECTION);

    assertThat(complaint)
        .hasCompletedElement("HandleCase", 1)
        .hasActiveElements("HandleCase")
        .hasVariable(
            "objection", Map.of("result", "refused", "reason", "final", "message", "不得再提出派单异议"));
    called("dispatch-objection").isCompleted().hasNotActivatedElements("ReviewObjection");
  }

  private static void namesTheNewUnit(Map<?, ?> dispatch) {
    Assertions.assertThat(dispatch.get("unitCode")).isEqualTo("gas");
    Assertions.assertThat(dispatch.get("level")).isEqualTo("24h");
    Assertions.assertThat(dispatch.get("copyToDistrict")).isNull();
  }
}
