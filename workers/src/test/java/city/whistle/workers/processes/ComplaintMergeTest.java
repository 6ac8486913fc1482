package city.whistle.workers.processes;

import static io.camunda.process.test.api.CamundaAssert.assertThat;

import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.process.test.api.CamundaProcessTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@CamundaProcessTest
class ComplaintMergeTest extends ComplaintTest {

  private static final String LEADER = "{matter: {number: 'BJ-2'}}";

  @Test
  void waitsForTheCaseThatLeads() {
    ProcessInstanceEvent complaint = inHand();

    publish("case.merged", CASE_ID, LEADER);

    assertThat(complaint)
        .hasTerminatedElements("Life", "HandleCase", "LimitsChanged")
        .hasCompletedElementsInOrder("CaseMerged", "FollowCase", "DecideMatterLimit")
        .hasActiveElements("AwaitMatter")
        .hasVariable("matter", Map.of("number", "BJ-2"));
  }

  @Test
  void callsTheResidentBackWhenTheMatterIsOver() {
    workers.answer(
        "case.takeUp",
        "{resume: 'callback', round: 1, owner: %s, dispatch: {level: '7d'}}"
            .formatted(StubAnswers.OWNER));
    ProcessInstanceEvent complaint = mergedAtOnce();

    publish("case.matterOver", CASE_ID, "{matterEnd: 'over'}");
    assertThat(complaint).hasActiveElements("CallBack");
    complete("CallResident", SETTLED);

    assertThat(complaint)
        .isCompleted()
        .hasCompletedElements("TakeUpCase", "LifeOpens", "CallbacksMeet", "ArchiveCase")
        .hasVariable("verdict", "close");
  }

  /** Whoever says that it isn't settled has his own order from then on, with limits of its own. */
  @Test
  void opensARoundForWhoSaysThatItIsNotSettled() {
    workers.answer(
        "case.takeUp",
        "{resume: 'callback', round: 1, owner: %s, dispatch: {level: '7d'}}"
            .formatted(StubAnswers.OWNER));
    ProcessInstanceEvent complaint = mergedAtOnce();

    publish("case.matterOver", CASE_ID, "{matterEnd: 'over'}");
    complete("CallResident", NOT_SETTLED);

    assertThat(complaint)
        .hasCompletedElements("OpenNextRound")
        .hasActiveElements("SignCase")
        .hasVariable("round", 2);
  }

  @Test
  void goesOnWithTheUnitThatIsKnownWhereItIsParted() {
    workers.answer(
        "case.takeUp",
        "{resume: 'dispatch', dispatch: {unitKind: 'street', unitCode: '110102009', level: '24h', clear: true}}");
    ProcessInstanceEvent complaint = mergedAtOnce();

    publish("case.matterOver", CASE_ID, "{matterEnd: 'parted'}");

    assertThat(complaint)
        .hasCompletedElements("ResumedWhere", "DispatchOpen")
        .hasCompletedElement("DecideDispatch", 1)
        .hasActiveElements("SignCase");
  }

  @Test
  void beginsAnewWhereNobodyHadItYet() {
    ProcessInstanceEvent complaint = mergedAtOnce();

    publish("case.matterOver", CASE_ID, "{matterEnd: 'parted'}");

    assertThat(complaint)
        .hasCompletedElement("DecideDispatch", 2)
        .hasActiveElements("ConsultDispatch");
  }

  @Test
  void closesACaseThatIsWithdrawnWhileItFollows() {
    ProcessInstanceEvent complaint = mergedAtOnce();

    publish("case.withdrawn", CASE_ID, "{}");

    assertThat(complaint)
        .isCompleted()
        .hasCompletedElements("WithdrawnMeanwhile", "RecordWithdrawal", "CaseClosed")
        .hasVariable("verdict", "withdrawn");
  }

  /** While the dispatchers consult. */
  private ProcessInstanceEvent mergedAtOnce() {
    workers.answer(
        "case.register",
        StubAnswers.registered("complaint", "{}").replace("unitKind: 'street'", "unitKind: null"));
    ProcessInstanceEvent complaint = complained();
    assertThat(complaint).hasActiveElements("ConsultDispatch");
    publish("case.merged", CASE_ID, LEADER);
    assertThat(complaint).hasActiveElements("AwaitMatter");
    return complaint;
  }
}
