package city.whistle.workers.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.workers.RecordingEngine;
import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.handling.ArchiveCaseWorker;
import city.whistle.workers.job.TestJob;
import city.whistle.workers.outbox.EngineCall.PublishMessage;
import city.whistle.workers.outbox.OutboxSender;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RegistryTest
class SupervisionWorkersTest {

  @Autowired private RemindWorker remind;
  @Autowired private RecordSupervisionWorker record;
  @Autowired private RaiseSupervisionWorker raise;
  @Autowired private ArchiveCaseWorker archive;
  @Autowired private OutboxSender outbox;
  @Autowired private RecordingEngine engine;
  @Autowired private Registry registry;

  @Test
  void remindsTheOwner() {
    CaseFile file = registry.dispatched();

    remind.remind(TestJob.of("supervision.remind", matter(file)));

    assertThat(registry.notifications(file.id())).contains("unit:110102009 reminded");
    assertThat(registry.lastLine(file.id()).why()).isEqualTo("signOverdue");
  }

  @Test
  void recordsASupervisionOnce() {
    CaseFile file = registry.dispatched();
    TestJob job = TestJob.of("supervision.record", matter(file));

    record.recordSupervision(job);
    record.recordSupervision(job.again());

    assertThat(
            registry.count(
                "select count(*) from registry.supervision where case_id = ?", file.id()))
        .isEqualTo(1);
  }

  /** Ten urges in a minute are one supervision. */
  @Test
  void opensOneSupervisionOfACauseAndCountsUpWhatComesMeanwhile() {
    CaseFile file = registry.dispatched();

    for (int urge = 1; urge <= 10; urge++) {
      raise.raiseSupervision(raising(file));
    }

    assertThat(raised(file)).hasSize(1);
    assertThat(
            registry.count("select count from registry.supervision where case_id = ?", file.id()))
        .isEqualTo(10);
  }

  @Test
  void raisesAnotherWhenTheEarlierOneIsRecordedAndSaysHowManyThereWere() {
    CaseFile file = registry.dispatched();
    raise.raiseSupervision(raising(file));
    Map<String, Object> matter = new HashMap<>(matter(file));
    matter.put("cause", "urged");
    matter.put("supervision", Map.of("id", raised(file).get(0).get("id")));

    record.recordSupervision(TestJob.of("supervision.record", matter));
    raise.raiseSupervision(raising(file));

    assertThat(raised(file))
        .<Object>extracting(supervise -> supervise.get("count"))
        .containsExactlyInAnyOrder(1, 2);
  }

  /** Else three urges in a second would end as one reminder. */
  @Test
  void raisesAgainWhatAReminderSaidTooMildly() {
    CaseFile file = registry.dispatched();
    for (int urge = 1; urge <= 3; urge++) {
      raise.raiseSupervision(raising(file));
    }
    Map<String, Object> matter = new HashMap<>(matter(file));
    matter.put("cause", "urged");
    matter.put("count", 1);
    matter.put("supervision", Map.of("id", raised(file).get(0).get("id")));

    record.recordSupervision(TestJob.of("supervision.record", matter));

    assertThat(raised(file))
        .<Object>extracting(supervise -> supervise.get("count"))
        .containsExactlyInAnyOrder(1, 3);
  }

  @Test
  void endsWhatIsOpenWithTheCase() {
    CaseFile file = registry.dispatched();
    raise.raiseSupervision(raising(file));
    String id = raised(file).get(0).get("id").toString();

    archive.archiveCase(
        TestJob.of("case.archive", Map.of("caseId", file.id(), "verdict", "close")));
    outbox.sendDue();

    assertThat(engine.calls())
        .contains(PublishMessage.lasting("supervision.matterEnded", id, Map.of()));
    raise.raiseSupervision(raising(file));
    assertThat(raised(file)).hasSize(1);
  }

  @Test
  void tellsTheUnitThatASupervisorGaveInstructions() {
    CaseFile file = registry.dispatched();
    Map<String, Object> matter = new HashMap<>(matter(file));
    matter.put("supervisionNote", "今日办结");

    record.recordSupervision(TestJob.of("supervision.record", matter));

    assertThat(registry.notifications(file.id())).contains("unit:110102009 supervised");
  }

  private static TestJob raising(CaseFile file) {
    return TestJob.of(
            "supervision.raise", Map.of("caseId", file.id(), "owner", file.owner(), "round", 1))
        .header("cause", "urged");
  }

  /** What was raised beside the case, in its order. */
  private List<Map<?, ?>> raised(CaseFile file) {
    outbox.sendDue();
    return engine.calls().stream()
        .filter(
            call ->
                call instanceof PublishMessage message
                    && message.name().equals("case.supervisionRaised")
                    && message.correlationKey().equals(file.id().toString()))
        .<Map<?, ?>>map(call -> (Map<?, ?>) ((PublishMessage) call).variables().get("supervise"))
        .toList();
  }

  private static Map<String, Object> matter(CaseFile file) {
    return Map.of(
        "caseId",
        file.id(),
        "owner",
        file.owner(),
        "cause",
        "signOverdue",
        "supervisionLevel",
        "remind",
        "round",
        1);
  }
}
