package city.whistle.workers.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.SteppedClock;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseStatus;
import city.whistle.workers.job.TestJob;
import city.whistle.workers.resident.ResidentVault;
import city.whistle.workers.resident.VaultPart;
import io.camunda.client.exception.BpmnError;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RegistryTest
class HandlingWorkersTest {

  @Autowired private Registry registry;
  @Autowired private SteppedClock clock;
  @Autowired private RecordReplyWorker reply;
  @Autowired private OpenRoundWorker openRound;
  @Autowired private ArchiveCaseWorker archive;
  @Autowired private RecordEventWorker event;
  @Autowired private ResidentVault vault;

  @Test
  void endsACaseThatIsNotDispatchedWithItsReply() {
    CaseFile file = registry.opened();

    reply.recordReply(
        TestJob.of(
            "case.recordReply",
            Map.of("caseId", file.id(), "route", "answer", "reply", Map.of("text", "请携带身份证"))));

    assertThat(registry.file(file.id()).status()).isEqualTo(CaseStatus.ANSWERED);
    assertThat(registry.lastLine(file.id()).what()).isEqualTo("ReplyRecorded");
  }

  @Test
  void keepsTheReplyInTheVaultAloneAndTakesItOutOfTheVariables() {
    CaseFile file = registry.opened();
    TestJob job =
        TestJob.of(
            "case.recordReply",
            Map.of("caseId", file.id(), "route", "answer", "reply", Map.of("text", "您的表已换")));

    Map<String, Object> out = reply.recordReply(job);

    assertThat(out).containsEntry("reply", null);
    assertThat(
            vault.reveal(
                file.id(), VaultPart.reply(job.getElementInstanceKey()), "test", "to look"))
        .contains("您的表已换");
  }

  @Test
  void takesThePreparedTextOfARoute() {
    CaseFile file = registry.opened();
    TestJob job =
        TestJob.of("case.recordReply", Map.of("caseId", file.id(), "route", "legalChannel"));

    reply.recordReply(job);

    assertThat(
            vault.reveal(
                file.id(), VaultPart.reply(job.getElementInstanceKey()), "test", "to look"))
        .hasValueSatisfying(text -> assertThat(text).contains("法定途径"));
  }

  @Test
  void tellsWhoHandlesTheMatterThatTheResidentCalledAgain() {
    CaseFile running = registry.dispatched();
    CaseFile repeat = registry.opened();

    reply.recordReply(
        TestJob.of(
            "case.recordReply",
            Map.of(
                "caseId",
                repeat.id(),
                "route",
                "repeat",
                "reply",
                Map.of("text", "正在办理", "linkedCase", running.number()))));

    assertThat(registry.notifications(running.id())).contains("unit:110102009 repeated");
    assertThat(registry.lastLine(running.id()).what()).isEqualTo("CaseRepeated");
  }

  @Test
  void refusesAnAnswerWithoutAText() {
    CaseFile file = registry.opened();

    assertThatThrownBy(
            () ->
                reply.recordReply(
                    TestJob.of("case.recordReply", Map.of("caseId", file.id(), "route", "answer"))))
        .isInstanceOf(BpmnError.class)
        .hasMessageContaining("REPLY_MISSING");
  }

  @Test
  void leavesADispatchedCaseOpenAfterTheOwnersReply() {
    CaseFile file = registry.dispatched();

    reply.recordReply(
        TestJob.of(
            "case.recordReply",
            Map.of("caseId", file.id(), "route", "dispatch", "reply", Map.of("text", "已通电"))));

    assertThat(registry.file(file.id()).status()).isEqualTo(CaseStatus.DISPATCHED);
    assertThat(registry.notifications(file.id()))
        .contains("hotline caseReplied", "resident caseReplied");
  }

  @Test
  void opensTheNextRoundWithNewLimits() {
    CaseFile file = registry.dispatched();
    TestJob job =
        TestJob.of(
            "case.openRound",
            Map.of("caseId", file.id(), "round", 1, "timeLimit", Registry.SEVEN_DAYS));

    Map<String, Object> out = openRound.openRound(job);
    openRound.openRound(job.again());

    assertThat(out).containsEntry("round", 2);
    assertThat(registry.file(file.id()).round()).isEqualTo(2);
  }

  @Test
  void closesTheCaseWithTheResidentsAnswer() {
    CaseFile file = registry.dispatched();

    archive.archiveCase(
        TestJob.of(
            "case.archive",
            Map.of(
                "caseId", file.id(),
                "verdict", "close",
                "answer", answer(),
                "inclusion", Map.of("included", true, "reason", "valid"))));

    assertThat(registry.file(file.id()).status()).isEqualTo(CaseStatus.CLOSED);
    assertThat(registry.lastLine(file.id()).details()).contains("\"satisfied\":\"satisfied\"");
  }

  @Test
  void closesACaseWithoutAnAnswer() {
    CaseFile file = registry.dispatched();
    Map<String, Object> values = new HashMap<>(Map.of("caseId", file.id(), "verdict", "close"));
    values.put("answer", null);

    archive.archiveCase(TestJob.of("case.archive", values));

    assertThat(registry.file(file.id()).status()).isEqualTo(CaseStatus.CLOSED);
    assertThat(registry.lastLine(file.id()).details()).doesNotContain("satisfied", "null");
  }

  /** Else whoever isn't reached the last time would take back what he said before. */
  @Test
  void leavesACaseAmongTheFiguresWhoseLastCallbackNobodyAnswered() {
    CaseFile file = registry.dispatched();

    archive.archiveCase(
        TestJob.of(
            "case.archive",
            Map.of(
                "caseId", file.id(),
                "verdict", "close",
                "answer", Map.of("answered", false),
                "inclusion", Map.of("included", false, "reason", "noValidCallback"))));

    assertThat(
            registry.count(
                "select count(*) from registry.case_exclusion where case_id = ?", file.id()))
        .isZero();
  }

  @Test
  void keepsAWithdrawnCaseWithdrawnWhenItIsArchived() {
    CaseFile file = registry.dispatched();
    event.recordEvent(
        TestJob.of("case.recordEvent", Map.of("caseId", file.id())).header("event", "withdrawn"));

    archive.archiveCase(
        TestJob.of("case.archive", Map.of("caseId", file.id(), "verdict", "withdrawn")));

    assertThat(registry.file(file.id()).status()).isEqualTo(CaseStatus.WITHDRAWN);
  }

  @Test
  void tellsTheOwnerThatTheLimitIsNear() {
    CaseFile file = registry.dispatched();

    event.recordEvent(
        TestJob.of("case.recordEvent", Map.of("caseId", file.id())).header("event", "limitNear"));

    assertThat(registry.notifications(file.id())).contains("unit:110102009 limitNear");
    assertThat(registry.lastLine(file.id()).what()).isEqualTo("LimitNear");
  }

  @Test
  void tellsTheOwnerHowOftenTheResidentUrged() {
    CaseFile file = registry.dispatched();

    urge(file);
    clock.add(Duration.ofHours(5));
    urge(file);

    assertThat(
            registry.count(
                "select max((parameters ->> 'times')::int) from registry.notification"
                    + " where template = 'urged' and subject = ?",
                file.id()))
        .isEqualTo(2);
  }

  private void urge(CaseFile file) {
    event.recordEvent(
        TestJob.of("case.recordEvent", Map.of("caseId", file.id())).header("event", "urged"));
  }

  @Test
  void saysWhichEventsThereAre() {
    CaseFile file = registry.dispatched();

    assertThatThrownBy(
            () ->
                event.recordEvent(
                    TestJob.of("case.recordEvent", Map.of("caseId", file.id()))
                        .header("event", "moonrise")))
        .hasMessageContaining("limitNear");
  }

  private static Map<String, Object> answer() {
    return Map.of(
        "answered", true, "contacted", true, "settled", "settled", "satisfied", "satisfied");
  }
}
