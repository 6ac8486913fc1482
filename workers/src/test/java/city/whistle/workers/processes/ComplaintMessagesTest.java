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
        .hasCompletedElements("CaseUrged", "RecordUrge", "SuperviseUrge", "UrgeHandled")
        .hasActiveElements("HandleCase");
    called("supervision").isCompleted().hasVariable("supervisionLevel", "remind");
    Assertions.assertThat(events()).containsExactly("urged");
  }

  @Test
  void supervisesACaseThatIsUrgedAgainAndAgain() {
    ProcessInstanceEvent complaint = inHand();

    publish("case.urged", CASE_ID, "{urgeCount: 3}");
    complete("Supervise", "{supervisionNote: '已督促'}");

    assertThat(complaint).hasCompletedElements("UrgeHandled").hasActiveElements("HandleCase");
    called("supervision").isCompleted().hasVariable("supervisionLevel", "supervise");
  }

  /** Urges that come faster than they are recorded would else be counted as the last of them. */
  @Test
  void keepsTheCountThatAnUrgeCameWith() {
    ProcessInstanceEvent complaint = inHand();

    publish("case.urged", CASE_ID, "{urgeCount: 2}");

    assertThat(complaint)
        .hasCompletedElements("UrgeHandled")
        .hasLocalVariable("RecordUrge", "urgeCount", 2);
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
        .hasTerminatedElements("Handling", "HandleCase", "LimitsChanged")
        .hasNotActivatedElements("CallBack")
        .hasVariable("verdict", "withdrawn")
        .hasVariable("inclusion", Map.of("included", false, "reason", "withdrawn"));
  }

  private List<String> events() {
    return workers.headers("case.recordEvent", "event");
  }
}
