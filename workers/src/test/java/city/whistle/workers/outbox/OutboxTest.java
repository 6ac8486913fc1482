package city.whistle.workers.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.workers.RecordingEngine;
import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.SteppedClock;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.outbox.EngineCall.PublishMessage;
import city.whistle.workers.outbox.EngineCall.StartProcess;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@RegistryTest
class OutboxTest {

  @Autowired private Outbox outbox;
  @Autowired private OutboxSender sender;
  @Autowired private RecordingEngine engine;
  @Autowired private Registry registry;
  @Autowired private SteppedClock clock;
  @Autowired private TransactionTemplate transaction;

  @AfterEach
  void bringTheEngineUp() {
    engine.comeUp();
    clock.add(Duration.ofHours(1));
    sender.sendDue();
  }

  @Test
  void startsTheProcessOfACaseWithItsIdAlone() {
    CaseFile file = registry.opened();

    sender.sendDue();

    assertThat(engine.calls())
        .contains(
            new StartProcess(
                "complaint-case",
                Map.of("caseId", file.id().toString()),
                Set.of("case:" + file.number())));
  }

  @Test
  void startsItLaterWhereTheEngineWasDown() {
    engine.goDown();
    CaseFile file = registry.opened();
    sender.sendDue();
    engine.comeUp();

    clock.add(Duration.ofMinutes(10));
    sender.sendDue();

    assertThat(engine.calls()).anyMatch(call -> call.toString().contains(file.id().toString()));
  }

  @Test
  void sendsWhatWasWrittenWhileTheClockWasAhead() {
    clock.add(Duration.ofDays(30));
    engine.goDown();
    PublishMessage message = add();
    sender.sendDue();
    engine.comeUp();
    clock.add(Duration.ofDays(-30));

    sender.sendDue();

    assertThat(engine.calls()).contains(message);
  }

  @Test
  void waitsLongerAfterEachFailure() {
    engine.goDown();
    PublishMessage message = add();
    sender.sendDue();
    clock.add(Duration.ofSeconds(1));
    sender.sendDue();
    engine.comeUp();

    clock.add(Duration.ofSeconds(1));
    sender.sendDue();
    assertThat(engine.calls()).doesNotContain(message);
    clock.add(Duration.ofSeconds(1));
    sender.sendDue();
    assertThat(engine.calls()).contains(message);
  }

  @Test
  void sendsARowOnce() {
    add();
    sender.sendDue();

    assertThat(sender.sendDue()).isZero();
  }

  @Test
  void sendsNothingOfATransactionThatDidNotCommit() {
    PublishMessage message = message();
    transaction.executeWithoutResult(
        status -> {
          outbox.add(message);
          status.setRollbackOnly();
        });

    sender.sendDue();

    assertThat(engine.calls()).doesNotContain(message);
  }

  private PublishMessage add() {
    PublishMessage message = message();
    outbox.add(message);
    return message;
  }

  private static PublishMessage message() {
    return PublishMessage.lasting("case.urged", UUID.randomUUID().toString(), Map.of());
  }
}
