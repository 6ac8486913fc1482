package city.whistle.workers.processes;

import static io.camunda.process.test.api.CamundaAssert.assertThat;

import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.process.test.api.CamundaProcessTest;
import org.junit.jupiter.api.Test;

@CamundaProcessTest
class SupervisionTest extends ProcessTest {

  @Test
  void remindsOfALateSignature() {
    ProcessInstanceEvent supervision = start("supervision", "{cause: 'signOverdue'}");

    assertThat(supervision)
        .isCompleted()
        .hasCompletedElements("ChooseLevel", "Remind", "RecordSupervision", "SupervisionEnded")
        .hasNotActivatedElements("Supervise", "Interview")
        .hasVariable("supervisionLevel", "remind");
  }

  @Test
  void letsASupervisorSeeToAPassedLimit() {
    ProcessInstanceEvent supervision = start("supervision", "{cause: 'limitPassed', round: 1}");

    complete("Supervise", "{supervisionNote: '已约时间'}");

    assertThat(supervision)
        .isCompleted()
        .hasCompletedElements("Supervise", "RecordSupervision")
        .hasNotActivatedElements("Remind", "Interview")
        .hasVariable("supervisionLevel", "supervise");
  }

  @Test
  void interviewsAUnitWhoseLimitPassedAgain() {
    ProcessInstanceEvent supervision = start("supervision", "{cause: 'limitPassed', round: 2}");

    complete("Interview", "{interviewed: '主任', supervisionNote: '限期整改'}");

    assertThat(supervision)
        .isCompleted()
        .hasCompletedElements("Interview", "RecordSupervision")
        .hasNotActivatedElements("Remind", "Supervise")
        .hasVariable("supervisionLevel", "interview");
  }

  @Test
  void endsWithTheCaseThatItWatches() {
    ProcessInstanceEvent supervision =
        start("supervision", "{supervision: {id: 'supervision-1'}, cause: 'limitPassed'}");

    assertThat(supervision).hasActiveElements("Supervise");
    publish("supervision.matterEnded", "supervision-1", "{}");

    assertThat(supervision)
        .isCompleted()
        .hasCompletedElements("RecordEndedMatter", "EndedWithMatter")
        .hasTerminatedElements("Supervise");
  }
}
