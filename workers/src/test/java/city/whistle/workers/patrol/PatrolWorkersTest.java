package city.whistle.workers.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.workers.RecordingEngine;
import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.SteppedClock;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.handling.ArchiveCaseWorker;
import city.whistle.workers.job.CompletionDenied;
import city.whistle.workers.job.TestJob;
import city.whistle.workers.lane.LanePosts;
import city.whistle.workers.lane.Post;
import city.whistle.workers.outbox.EngineCall.PublishMessage;
import city.whistle.workers.outbox.OutboxSender;
import io.camunda.client.exception.BpmnError;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RegistryTest
class PatrolWorkersTest {

  @Autowired private PatrolScene scene;
  @Autowired private Patrols patrols;
  @Autowired private LanePosts posts;
  @Autowired private CheckPatrolAnswerWorker check;
  @Autowired private SettlePatrolWorker settle;
  @Autowired private OpenPatrolCaseWorker openCase;
  @Autowired private OpenPatrolWhistleWorker openWhistle;
  @Autowired private ArchiveCaseWorker archive;
  @Autowired private Registry registry;
  @Autowired private OutboxSender outbox;
  @Autowired private RecordingEngine engine;
  @Autowired private SteppedClock clock;

  @Test
  void tellTheChiefFirstAndNobodyElse() {
    Patrol patrol = scene.reported(scene.lane());

    PatrolVariable told = read(scene.told(patrol));

    assertThat(told.assessors()).containsExactly("lane:" + patrol.laneId());
    assertThat(patrols.get(patrol.id()).told()).containsExactly("chief");
    assertThat(registry.notifications(patrol.id())).isEmpty();
    assertThat(registry.steps(patrol.id())).containsExactly("PatrolReported", "ChiefTold");
  }

  @Test
  void tellTheLeadersWhereTheChiefWasSilent() {
    Patrol patrol = scene.reported(scene.lane());
    scene.told(patrol);

    PatrolVariable told = read(scene.told(patrol));

    assertThat(told.assessors())
        .containsExactly("lane:" + patrol.laneId(), "street-lead:" + PatrolScene.STREET);
    assertThat(patrols.get(patrol.id()).told()).containsExactly("chief", "lead");
    assertThat(registry.lastLine(patrol.id()).why()).isEqualTo("chiefSilent");
    assertThat(registry.notifications(patrol.id())).hasSize(1);
  }

  @Test
  void tellTheLeadersAtOnceWhereTheLaneHasNoChiefToday() {
    String lane = scene.lane();
    posts.relieve(lane, Post.CHIEF, "chief-1", scene.time().today());
    Patrol patrol = scene.reported(lane);

    PatrolVariable told = read(scene.told(patrol));

    assertThat(told.assessors()).contains("street-lead:" + PatrolScene.STREET);
    assertThat(registry.lastLine(patrol.id()).why()).isEqualTo("noChief");
  }

  @Test
  void countTheChiefsTimeInWorkingDays() {
    Instant before = clock.instant();
    clock.set(Instant.parse("2026-03-27T08:00:00Z"));
    try {
      PatrolVariable told = read(scene.told(scene.reported(scene.lane())));

      assertThat(told.assessBy().toInstant()).hasToString("2026-03-30T08:00:00Z");
    } finally {
      clock.set(before);
    }
  }

  @Test
  void haveWhoFollowsTheChiefTakeOverWhatIsOpen() {
    String lane = scene.lane();

    posts.appoint(lane, Post.CHIEF, "chief-2", scene.time().today());

    assertThat(posts.groups(List.of("chief-2"), scene.time().today()))
        .containsExactly("lane:" + lane);
    assertThat(posts.chief(lane, scene.time().today().minusDays(1))).contains("chief-1");
    assertThat(posts.chief(lane, scene.time().today())).contains("chief-2");
  }

  @Test
  void callNothingSettledWithoutPhotosOfBeforeAndAfter() {
    Patrol patrol = scene.reported(scene.lane());
    scene.photo(patrol, Moment.BEFORE);

    assertThatThrownBy(() -> answer(patrol, "settled"))
        .isInstanceOf(CompletionDenied.class)
        .hasMessageContaining("还缺整改后的");
    answer(patrol, "case");
    scene.photo(patrol, Moment.AFTER);
    answer(patrol, "settled");
    settle.settlePatrol(TestJob.of("patrol.settle", PatrolScene.variables(patrol)));

    assertThat(patrols.get(patrol.id()).state()).isEqualTo(PatrolState.SETTLED);
  }

  @Test
  void openACaseThatNoFiguresCount() {
    Patrol patrol = scene.reported(scene.lane());

    CaseFile file = openCase(patrol);

    assertThat(file.about().channel()).isEqualTo("patrol");
    assertThat(file.about().categoryCode()).isEqualTo("050201");
    assertThat(file.about().streetCode()).isEqualTo(PatrolScene.STREET);
    assertThat(
            registry.count(
                "select count(*) from registry.case_exclusion where case_id = ? and reason = 'patrol'",
                file.id()))
        .isOne();
    assertThat(patrols.get(patrol.id()).caseId()).isEqualTo(file.id());
  }

  @Test
  void goOnWhenTheCaseHasEnded() {
    Patrol patrol = scene.reported(scene.lane());
    CaseFile file = openCase(patrol);

    archive.archiveCase(
        TestJob.of("case.archive", Map.of("caseId", file.id(), "verdict", "close")));
    outbox.sendDue();

    assertThat(engine.calls())
        .anyMatch(
            call ->
                call instanceof PublishMessage message
                    && message.name().equals("patrol.caseEnded")
                    && message.correlationKey().equals(patrol.id().toString()));
  }

  @Test
  void blowTheWhistleInTheSubDistrictsName() {
    Patrol patrol = scene.reported(scene.lane());

    Object whistle = whistle(patrol, "fire").get("patrolWhistle");

    assertThat(whistle.toString()).contains("streetCode=" + PatrolScene.STREET, "fire");
    assertThat(patrols.get(patrol.id()).state()).isEqualTo(PatrolState.WHISTLE);
  }

  @Test
  void saySoWhereAUnitToSummonIsNone() {
    Patrol patrol = scene.reported(scene.lane());
    scene.told(patrol);

    assertThatThrownBy(() -> whistle(patrol, "nobody")).isInstanceOf(BpmnError.class);
    assertThat(patrols.get(patrol.id()).state()).isEqualTo(PatrolState.REPORTED);
  }

  @Test
  void keepNoNameInTheProcess() {
    Patrol patrol = scene.reported(scene.lane());

    assertThat(scene.told(patrol).toString()).doesNotContain("steward-1", "chief-1");
  }

  private void answer(Patrol patrol, String result) {
    Map<String, Object> variables = new HashMap<>(PatrolScene.variables(patrol));
    variables.put("patrolResult", result);
    check.checkAnswer(
        TestJob.of("patrol.checkAnswer", variables).completing("AssessPatrol", "chief-1"));
  }

  private CaseFile openCase(Patrol patrol) {
    Object opened =
        openCase
            .openPatrolCase(TestJob.of("patrol.openCase", Map.of("patrol", scene.told(patrol))))
            .get("patrolCase");
    return registry.file(UUID.fromString(((Map<?, ?>) opened).get("id").toString()));
  }

  private Map<String, Object> whistle(Patrol patrol, String unit) {
    return openWhistle.openPatrolWhistle(
        TestJob.of(
            "patrol.whistle",
            Map.of(
                "patrol",
                scene.told(patrol),
                "whistleRequest",
                Map.of(
                    "kind", "publicDemand",
                    "reason", "消防通道被占",
                    "place", "样例胡同",
                    "units", List.of(unit)))));
  }

  private static PatrolVariable read(Object variable) {
    return TestJob.JSON.convertValue(variable, PatrolVariable.class);
  }
}
