package city.whistle.workers.processes;

import static io.camunda.process.test.api.CamundaAssert.assertThat;

import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.process.test.api.CamundaProcessTest;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

@CamundaProcessTest
class ComplaintMessagesTest extends ComplaintTest {

  @Test
  void remindsTheOwnerOfAnUrgedCase() {
    ProcessInstanceEvent complaint = inHand();

    publish("case.urged", CASE_ID, "{}");

    assertThat(complaint)
        .hasCompletedElements(
            "CaseUrged", "RecordUrge", "SuperviseUrge", "UrgeHandled", "SuperviseCase")
        .hasActiveElements("HandleCase");
    called("supervision").isCompleted().hasVariable("supervisionLevel", "remind");
    Assertions.assertThat(events()).containsExactly("urged");
  }

  @Test
  void supervisesACaseThatIsUrgedAgainAndAgain() {
    ProcessInstanceEvent complaint = inHand();
    for (int urge = 1; urge <= 3; urge++) {
      publish("case.urged", CASE_ID, "{}");
      assertThat(complaint).hasCompletedElement("UrgeHandled", urge);
    }

    complete("Supervise", "{supervisionNote: '今日办结'}");

    assertThat(complaint)
        .hasCompletedElement("CaseSupervised", 3)
        .hasActiveElements("HandleCase")
        .hasVariable("instructions", "今日办结");
  }

  @Test
  void hearsASupplementWhileTheDispatchersConsult() {
    ProcessInstanceEvent complaint = consulted();

    publish("case.supplemented", CASE_ID, "{}");
    publish("case.urged", CASE_ID, "{}");

    assertThat(complaint)
        .hasCompletedElements("SupplementRecorded", "UrgeHandled")
        .hasActiveElements("ConsultDispatch")
        .hasVariable("supplements", 1);
  }

  @Test
  void closesACaseThatIsWithdrawnWhileTheDispatchersConsult() {
    ProcessInstanceEvent complaint = consulted();

    publish("case.withdrawn", CASE_ID, "{}");

    assertThat(complaint)
        .isCompleted()
        .hasTerminatedElements("ConsultDispatch")
        .hasCompletedElements("ArchiveCase");
  }

  @Test
  void closesAnInquiryThatIsWithdrawn() {
    workers.answer("case.register", StubAnswers.registered("inquiry", "{}"));
    ProcessInstanceEvent complaint = complained();

    assertThat(complaint).hasActiveElements("AnswerInquiry");
    publish("case.withdrawn", CASE_ID, "{}");

    assertThat(complaint)
        .isCompleted()
        .hasTerminatedElements("AnswerInquiry")
        .hasVariable("verdict", "withdrawn");
  }

  @Test
  void opensNoRoundForACaseThatIsWithdrawnInTheCallback() {
    ProcessInstanceEvent complaint = inHand();
    reply();
    assertThat(complaint).hasActiveElements("CallBack");

    publish("case.supplemented", CASE_ID, "{}");
    publish("case.withdrawn", CASE_ID, "{}");

    assertThat(complaint)
        .isCompleted()
        .hasCompletedElements("SupplementRecorded")
        .hasTerminatedElements("CallBack")
        .hasNotActivatedElements("EvaluateCallback", "OpenNextRound")
        .hasVariable("verdict", "withdrawn");
    called("callback").isTerminated();
  }

  private ProcessInstanceEvent consulted() {
    workers.answer(
        "case.register",
        StubAnswers.registered("complaint", "{}").replace("unitKind: 'street'", "unitKind: null"));
    ProcessInstanceEvent complaint = complained();
    assertThat(complaint).hasActiveElements("ConsultDispatch");
    return complaint;
  }

  @Test
  void recordsASupplement() {
    ProcessInstanceEvent complaint = inHand();

    publish("case.supplemented", CASE_ID, "{}");

    assertThat(complaint)
        .hasCompletedElements("CaseSupplemented", "RecordSupplement", "SupplementRecorded")
        .hasActiveElements("HandleCase");
    Assertions.assertThat(events()).containsExactly("supplemented");
  }

  @Test
  void recordsThatTheCityIsInAnEmergency() {
    ProcessInstanceEvent complaint = inHand();

    client.newBroadcastSignalCommand().signalName("city.emergency").send().join();

    assertThat(complaint)
        .hasCompletedElements("CityEmergency", "RecordEmergency", "EmergencyRecorded")
        .hasActiveElements("HandleCase");
    Assertions.assertThat(events()).containsExactly("cityEmergency");
  }

  @Test
  void closesAWithdrawnCaseWithoutCallback() {
    ProcessInstanceEvent complaint = inHand();

    publish("case.withdrawn", CASE_ID, "{}");

    assertThat(complaint)
        .isCompleted()
        .hasCompletedElements("CaseWithdrawn", "RecordWithdrawal", "ArchiveCase", "CaseClosed")
        .hasTerminatedElements("Life", "HandleCase", "LimitsChanged")
        .hasNotActivatedElements("CallBack")
        .hasVariable("verdict", "withdrawn")
        .hasVariable("inclusion", Map.of("included", false, "reason", "withdrawn"));
  }

  private List<String> events() {
    return workers.headers("case.recordEvent", "event");
  }
}
