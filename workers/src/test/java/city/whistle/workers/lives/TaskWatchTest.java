package city.whistle.workers.lives;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.test.EngineUnderTest;
import city.whistle.workers.casefile.CaseFile;
import io.camunda.client.api.search.response.UserTask;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people see of the watch over their tasks. */
class TaskWatchTest extends LifeTest {

  private static final String EXTENSION =
      "{outcome: 'extension', extensionRequest: {days: 3, reason: '等待材料', residentTold: true}}";

  @Test
  void givesATaskADueDateWhereTheModelGivesNone() {
    CaseFile file = complained(body -> body.remove("categoryCode"));

    look();

    UserTask task = staff.task(file, "ConsultDispatch");
    assertThat(task.getDueDate()).isEqualTo(task.getCreationDate().plus(Duration.ofHours(4)));
  }

  @Test
  void remindsTheDispatchersOnceBeforeAConsultationIsDue() {
    CaseFile file = complained(body -> body.remove("categoryCode"));
    look();

    pass(Duration.ofMinutes(200));
    look();

    assertThat(lines(file, "TaskReminded")).containsExactly("ConsultDispatch");
    assertThat(details(file, "TaskReminded"))
        .allMatch(said -> said.contains("dispatcher") && said.contains("dueBy"));
    assertThat(told(file)).contains("hotline taskDue");
    assertThat(lines(file, "TaskOverdue")).isEmpty();
  }

  /** Who objected to a dispatch doesn't answer for those who let his objection lie. */
  @Test
  void blamesNoUnitForAReviewThatTheDispatchersAreLateWith() {
    CaseFile file = inHand();
    staff.complete(
        file, "HandleCase", "{outcome: 'objection', objectionRequest: {reason: '不在辖区'}}");

    pass(Duration.ofHours(25));

    assertThat(lines(file, "SupervisionRecorded")).contains("reviewOverdue");
    assertThat(details(file, "SupervisionRecorded")).noneMatch(said -> said.contains("unit"));
    assertThat(told(file)).contains("hotline reminded").doesNotContain("unit:110102009 reminded");
  }

  @Test
  void saysNothingOfWhatWasDoneInTime() {
    CaseFile file = complained(body -> body.remove("categoryCode"));
    look();
    staff.complete(file, "ConsultDispatch", "{unitCode: '110102009', level: '7d'}");

    pass(Duration.ofMinutes(50));

    assertThat(lines(file, "TaskReminded")).doesNotContain("ConsultDispatch");
  }

  /** The supervisor looked into it, and yet nobody acts: the next one weighs more. */
  @Test
  void raisesAgainWhatASupervisorsWordDidNotMove() {
    CaseFile file = complained(body -> body.remove("categoryCode"));
    pass(Duration.ofHours(5));
    staff.complete(file, "Supervise", "{supervisionNote: '请立即会商'}");
    pass(Duration.ofDays(1));
    staff.complete(file, "Supervise", "{supervisionNote: '请立即会商'}");
    pass(Duration.ofDays(1));

    assertOpen(file, "ConsultDispatch", "Interview");
    assertThat(lines(file, "TaskOverdue")).containsOnly("ConsultDispatch").hasSize(3);
  }

  @Test
  void goesToTheDistrictFirstThenToTheCityThenToItsLead() {
    CaseFile file = complained();

    passDays(6);

    assertThat(supervising(file, "SignCase")).containsOnly(DISTRICT);
    assertThat(supervising(file, "Supervise")).contains("supervisor", "supervisor-lead");
  }

  @Test
  void leavesTheLimitThatAStreetMissedToItsDistrict() {
    CaseFile file = inHand();

    pass(Duration.ofDays(16));

    assertThat(staff.tasks(file, task -> task.elementId("Supervise")))
        .first()
        .satisfies(task -> assertThat(task.getCandidateGroups()).containsExactly(DISTRICT));
  }

  @Test
  void tellsAClientWhichTaskIsLate() {
    CaseFile file = complained();
    passDays(2);

    assertThat(staff.shown(file, "Supervise", "overdueTaskName")).isEqualTo("\"签收工单\"");
  }

  /** Groups that have, or had, to look into this task's delay. */
  private List<String> supervising(CaseFile file, String late) {
    return client
        .newUserTaskSearchRequest()
        .filter(
            task ->
                task.bpmnProcessId("supervision")
                    .processInstanceVariables(
                        List.of(
                            variable ->
                                variable
                                    .name("caseId")
                                    .value(value -> value.eq("\"" + file.id() + "\"")),
                            variable ->
                                variable
                                    .name("overdueTask")
                                    .value(value -> value.eq("\"" + late + "\"")))))
        .send()
        .join()
        .items()
        .stream()
        .flatMap(task -> task.getCandidateGroups().stream())
        .toList();
  }

  @Test
  void movesTheDueDateOfTheOwnersTaskWithTheCasesLimit() {
    CaseFile file = inHand();
    look();
    staff.complete(file, "HandleCase", EXTENSION);
    staff.complete(file, "ApproveExtension", "{extensionApproved: true}");

    pass(Duration.ofDays(7));

    assertThat(staff.task(file, "HandleCase").getDueDate())
        .isAtSameInstantAs(now(file).limits().settleBy());
    assertThat(lines(file, "TaskOverdue")).doesNotContain("HandleCase");
  }

  @Test
  void leavesADueDateThatASupervisorMoved() {
    CaseFile file = complained(body -> body.remove("categoryCode"));
    look();
    UserTask task = staff.task(file, "ConsultDispatch");
    OffsetDateTime later = task.getDueDate().plusDays(2);
    client.newUpdateUserTaskCommand(task.getUserTaskKey()).dueDate(later.toString()).send().join();

    pass(Duration.ofDays(1));

    assertThat(staff.task(file, "ConsultDispatch").getDueDate()).isEqualTo(later);
    assertThat(lines(file, "TaskOverdue")).isEmpty();
  }

  /** The clocks of a suspended case stand still; its review has a clock of its own. */
  @Test
  void watchesNoOwnerWhoseCaseIsSuspended() {
    CaseFile file = inHand();
    staff.complete(
        file,
        "HandleCase",
        "{outcome: 'suspension', suspensionRequest: {cause: 'season', reason: '冬季停工', residentTold: true}}");
    staff.complete(file, "ApproveSuspension", "{suspensionApproved: true}");

    pass(Duration.ofDays(12));

    assertThat(lines(file, "TaskOverdue")).doesNotContain("HandleCase");
    assertOpen(file, "HandleCase", "ReviewSuspension");
  }

  @Test
  void saysNothingTwiceHoweverManyLook() {
    CaseFile file = complained(body -> body.remove("categoryCode"));
    look();
    EngineUnderTest.get().increaseTime(Duration.ofHours(5));

    Thread other = new Thread(watch::look);
    other.start();
    watch.look();
    join(other);
    staff.quiet();

    assertThat(lines(file, "TaskOverdue")).containsExactly("ConsultDispatch");
    assertThat(staff.open(file)).filteredOn("Supervise"::equals).hasSize(1);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
