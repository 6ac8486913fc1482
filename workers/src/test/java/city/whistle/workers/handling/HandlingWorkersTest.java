package city.whistle.workers.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.workers.RecordingEngine;
import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.SteppedClock;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseStatus;
import city.whistle.workers.job.TestJob;
import city.whistle.workers.outbox.EngineCall.PublishMessage;
import city.whistle.workers.outbox.OutboxSender;
import city.whistle.workers.resident.ResidentVault;
import city.whistle.workers.resident.VaultPart;
import io.camunda.client.exception.BpmnError;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RegistryTest
class HandlingWorkersTest {

  @Autowired private RecordReplyWorker reply;
  @Autowired private ExtendCaseWorker extend;
  @Autowired private OpenRoundWorker openRound;
  @Autowired private ArchiveCaseWorker archive;
  @Autowired private RecordEventWorker event;
  @Autowired private Registry registry;
  @Autowired private SteppedClock clock;
  @Autowired private ResidentVault vault;
  @Autowired private OutboxSender outbox;
  @Autowired private RecordingEngine engine;

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
  void movesTheTimeToSettleAndTellsTheTimers() {
    CaseFile file = registry.dispatched();

    Map<String, Object> out = extend.extendCase(extension(file, Map.of("days", 5)));
    outbox.sendDue();

    assertThat(registry.file(file.id()).limits().settleBy())
        .isEqualTo(file.limits().settleBy().plusDays(5));
    assertThat(out.get("limits")).asString().contains("settleBy");
    assertThat(engine.calls())
        .anyMatch(
            call ->
                call instanceof PublishMessage message
                    && message.name().equals("case.limitsChanged")
                    && message.correlationKey().equals(file.id().toString())
                    && message.variables().containsKey("limits"));
  }

  @Test
  void takesADayAsItsEnd() {
    CaseFile file = registry.dispatched();
    String day = file.limits().settleBy().toLocalDate().plusDays(3).toString();

    extend.extendCase(extension(file, Map.of("until", day)));

    assertThat(registry.file(file.id()).limits().settleBy())
        .isEqualTo(OffsetDateTime.parse(day + "T23:59:59+08:00"));
  }

  @Test
  void tellsResidentAndHotlineOfAnExtension() {
    CaseFile file = registry.dispatched();

    extend.extendCase(extension(file, Map.of("days", 5)));

    assertThat(registry.notifications(file.id()))
        .contains("resident caseExtended", "hotline caseExtended");
  }

  @Test
  void refusesAnExtensionThatIsNone() {
    CaseFile file = registry.dispatched();

    assertThatThrownBy(() -> extend.extendCase(extension(file, Map.of("until", "2020-01-01"))))
        .isInstanceOf(BpmnError.class)
        .hasMessageContaining("EXTENSION_INVALID");
  }

  @Test
  void refusesAnExtensionIntoThePast() {
    CaseFile file = registry.dispatched();
    clock.add(Duration.ofDays(20));

    assertThatThrownBy(() -> extend.extendCase(extension(file, Map.of("days", 5))))
        .isInstanceOf(BpmnError.class)
        .hasMessageContaining("EXTENSION_INVALID");
  }

  @Test
  void refusesAnExtensionThatIsTooLongOrOneTooMany() {
    CaseFile file = registry.dispatched();

    assertThatThrownBy(() -> extend.extendCase(within(1, 7, file, Map.of("days", 365))))
        .hasMessageContaining("最多延长 7 天");
    extend.extendCase(within(1, 7, file, Map.of("days", 3)));
    assertThatThrownBy(() -> extend.extendCase(within(1, 7, file, Map.of("days", 5))))
        .hasMessageContaining("最多延期 1 次");
  }

  private static TestJob within(int most, int days, CaseFile file, Map<String, Object> request) {
    Map<String, Object> limit = new HashMap<>(Registry.SEVEN_DAYS);
    limit.put("mostExtensions", most);
    limit.put("mostExtensionDays", days);
    return TestJob.of(
        "case.extend",
        Map.of(
            "caseId",
            file.id(),
            "limits",
            file.limits(),
            "timeLimit",
            limit,
            "extensionRequest",
            request));
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

  private static TestJob extension(CaseFile file, Map<String, Object> request) {
    return TestJob.of(
        "case.extend",
        Map.of(
            "caseId",
            file.id(),
            "limits",
            file.limits(),
            "timeLimit",
            Registry.SEVEN_DAYS,
            "extensionRequest",
            request));
  }
}
