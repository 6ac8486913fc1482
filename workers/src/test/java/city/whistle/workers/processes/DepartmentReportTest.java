package city.whistle.workers.processes;

import static io.camunda.process.test.api.CamundaAssert.assertThat;

import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.process.test.api.CamundaProcessTest;
import io.camunda.process.test.api.assertions.ProcessInstanceAssert;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

@CamundaProcessTest
class DepartmentReportTest extends ProcessTest {

  private static final String ARRIVAL = "{arrival: {place: '街道办', rank: '科长', people: 2}}";
  private static final String PART = "{part: {result: 'done', note: '已接通'}}";

  @Test
  void signsComesDoesItsPartAndIsReleased() {
    ProcessInstanceEvent report = summoned();

    complete("SignSummons");
    complete("ReportOnSite", ARRIVAL);
    complete("DoPart", PART);
    assertThat(report).hasActiveElements("AwaitRelease");
    release();

    assertThat(report)
        .isCompleted()
        .hasCompletedElementsInOrder(
            "NotifyUnit", "SignSummons", "ReportOnSite", "DoPart", "AwaitRelease", "RecordReport")
        .hasNotActivatedElements("TellAgain", "EscalateAbsence", "ReleasedEarly")
        .hasVariable("signed", true)
        .hasVariable("arrived", true)
        .hasVariable("part", Map.of("result", "done", "note", "已接通"));
  }

  @Test
  void isToldAgainWhenItSignsLate() {
    ProcessInstanceEvent report = summoned();

    pass(assertThat(report), Duration.ofHours(1), "SignSummons");

    assertThat(report)
        .hasCompletedElements("SignLate", "TellAgain")
        .hasActiveElements("SignSummons");
    Assertions.assertThat(workers.headers("summons.notify", "again"))
        .containsExactly("false", "true");
    end(report).hasNotActivatedElements("EscalateAbsence");
  }

  @Test
  void isEscalatedWhenItStillDoesNotSignAfterTheGrace() {
    ProcessInstanceEvent report = summoned();

    pass(assertThat(report), Duration.ofHours(5), "SignSummons");
    complete("Supervise", "{supervisionNote: '限时到场'}");

    assertThat(report).hasCompletedElements("SignMissing", "SuperviseAbsence", "AbsenceSupervised");
    Assertions.assertThat(workers.jobs("summons.escalate"))
        .extracting(job -> job.get("step"))
        .containsExactly("sign");
    called("supervision").isCompleted().hasVariable("cause", "absence");
    end(report);
  }

  @Test
  void isEscalatedWhenItSignedButDoesNotCome() {
    ProcessInstanceEvent report = summoned();

    complete("SignSummons");
    pass(assertThat(report), Duration.ofDays(3).plusHours(4), "ReportOnSite");
    complete("Supervise", "{supervisionNote: '限时到场'}");

    assertThat(report)
        .hasCompletedElements("ArriveLate", "TellAgain", "ArriveMissing", "SuperviseAbsence");
    Assertions.assertThat(workers.jobs("summons.escalate"))
        .extracting(job -> job.get("step"))
        .containsExactly("arrive");
    complete("ReportOnSite", ARRIVAL);
    complete("DoPart", PART);
    release();
    assertThat(report).isCompleted();
  }

  /** Who never signs is late for coming, too. */
  @Test
  void isEscalatedForNotComingThoughItNeverSigned() {
    ProcessInstanceEvent report = summoned();

    pass(assertThat(report), Duration.ofHours(5), "SignSummons");
    assertThat(report).hasCompletedElements("AbsenceSupervised");
    pass(assertThat(report), Duration.ofDays(3), "SignSummons");

    assertThat(report)
        .hasCompletedElements("ArriveLateUnsigned", "ArriveMissingUnsigned")
        .hasCompletedElement("SuperviseAbsence", 2)
        .hasActiveElements("SignSummons");
    Assertions.assertThat(workers.jobs("summons.escalate"))
        .extracting(job -> job.get("step"))
        .containsExactly("sign", "arrive");
  }

  @Test
  void isReleasedEarlyThoughItHasNotCome() {
    ProcessInstanceEvent report = summoned();

    assertThat(report).hasActiveElements("SignSummons");
    release();

    assertThat(report)
        .isCompleted()
        .hasCompletedElements("ReleasedEarly", "RecordReport")
        .hasTerminatedElements("Reporting", "SignSummons")
        .hasNotActivatedElements("AwaitRelease")
        .hasVariableSatisfies(
            "report", Map.class, made -> Assertions.assertThat(made.get("absent")).isEqualTo(true));
  }

  private ProcessInstanceAssert end(ProcessInstanceEvent report) {
    release();
    return assertThat(report).isCompleted();
  }

  private void release() {
    publish("whistle.released", "summons-fire", "{}");
  }

  /** Signs within an hour, comes within three days, with four hours of grace. */
  private ProcessInstanceEvent summoned() {
    Instant now = context.getCurrentTime();
    return start(
        "department-report",
        """
        {caseId: 'case-1', whistle: %s, profile: {graceWithin: 'PT4H'},
         summons: {id: 'summons-fire', unitCode: 'fire', unitKind: 'department', unitName: '消防',
                   group: 'department:fire', signBy: '%s', arriveBy: '%s'}}
        """
            .formatted(
                StubAnswers.WHISTLE, now.plus(Duration.ofHours(1)), now.plus(Duration.ofDays(3))));
  }
}
