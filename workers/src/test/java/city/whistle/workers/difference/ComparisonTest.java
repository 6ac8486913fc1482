package city.whistle.workers.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.workers.EngineStock;
import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.SteppedClock;
import city.whistle.workers.access.Caller;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseProgress;
import city.whistle.workers.difference.EngineInventory.GroupTask;
import city.whistle.workers.difference.EngineInventory.Instance;
import city.whistle.workers.outbox.OutboxSender;
import city.whistle.workers.stuck.EngineView.EngineAway;
import city.whistle.workers.whistle.WhistleRequests;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RegistryTest
class ComparisonTest {

  private static final long KEY = 9_000_001;

  @Autowired private Comparison comparison;
  @Autowired private Registry registry;
  @Autowired private EngineStock engine;
  @Autowired private SteppedClock clock;
  @Autowired private CaseProgress progress;
  @Autowired private OutboxSender outbox;
  @Autowired private WhistleRequests whistles;
  @Autowired private JdbcClient jdbc;
  @Autowired private ObjectMapper json;

  @BeforeEach
  void forget() {
    engine.reset();
    outbox.sendDue();
  }

  @Test
  void findsNothingWhereEachCaseHasItsProcess() {
    CaseFile file = quietly(registry.dispatched());
    engine.say(running(file.processInstanceKey(), "case:" + file.number()));

    assertThat(cause("case:" + file.number())).isEmpty();
  }

  @Test
  void saysThatAProcessWasCancelled() {
    CaseFile file = quietly(registry.dispatched());
    engine.say(new Instance(file.processInstanceKey(), false, Set.of(), began(), now(), true));

    assertThat(cause("case:" + file.number())).contains(DifferenceCause.CANCELLED);
  }

  @Test
  void saysThatTheEngineWasEmptied() {
    CaseFile file = quietly(registry.dispatched());
    engine.lose(file.processInstanceKey());
    engine.oldest(now());

    assertThat(cause("case:" + file.number())).contains(DifferenceCause.ENGINE_EMPTIED);
  }

  @Test
  void saysThatTheEngineIsOlderThanTheRegistry() {
    CaseFile file = quietly(registry.dispatched());
    engine.lose(file.processInstanceKey());

    assertThat(cause("case:" + file.number())).contains(DifferenceCause.ENGINE_OLDER);
  }

  @Test
  void seesThatTheKeyIsAnotherCasesNow() {
    CaseFile file = quietly(registry.dispatched());
    engine.say(running(file.processInstanceKey(), "case:20200101-000001"));

    assertThat(cause("case:" + file.number())).contains(DifferenceCause.KEY_GIVEN_ANEW);
  }

  @Test
  void tellsAStartThatWaitsFromOneThatWasLost() {
    CaseFile waits = quietly(registry.opened());
    assertThat(cause("case:" + waits.number())).contains(DifferenceCause.START_WAITS);

    outbox.sendDue();
    assertThat(cause("case:" + waits.number())).contains(DifferenceCause.NOT_BEGUN);
  }

  @Test
  void saysNothingOfACaseThatIsJustBeginning() {
    CaseFile file = registry.opened();

    Findings found = comparison.all(10_000);

    assertThat(ids(found)).doesNotContain("case:" + file.number());
    assertThat(found.soon()).isTrue();
  }

  @Test
  void saysNothingOfACaseThatEndsWhileItIsCompared() {
    CaseFile file = quietly(registry.dispatched());
    engine.lose(file.processInstanceKey());
    engine.meanwhile(() -> progress.withdrawn(file.id(), OffsetDateTime.now(clock)));

    assertThat(cause("case:" + file.number())).isEmpty();
  }

  @Test
  void findsAProcessOfACaseThatTheRegistryHasNot() {
    engine.run("complaint-case", running(KEY, "case:19990101-000001"), "caseId", id(null));

    assertThat(cause("process:" + KEY)).contains(DifferenceCause.SUBJECT_UNKNOWN);
  }

  /** Begun by hand, they stand on an incident before the registry knows of them. */
  @ParameterizedTest
  @ValueSource(strings = {"whistle", "supervision", "complaint-case"})
  void findsAProcessThatNeverGotASubject(String process) {
    engine.run(process, running(KEY), "whistleRequest", json.createObjectNode());

    assertThat(cause("process:" + KEY)).contains(DifferenceCause.SUBJECT_UNKNOWN);
  }

  @Test
  void findsASecondProcessOfACase() {
    CaseFile file = quietly(registry.dispatched());
    engine.run("complaint-case", running(KEY), "caseId", id(file.id()));

    assertThat(cause("process:" + KEY)).contains(DifferenceCause.OTHER_PROCESS);
  }

  @Test
  void findsAProcessOfACaseThatIsOver() {
    CaseFile file = registry.dispatched();
    progress.withdrawn(file.id(), now());
    quietly(file);
    engine.run("complaint-case", running(KEY, "case:" + file.number()), "caseId", id(null));

    assertThat(cause("process:" + KEY)).contains(DifferenceCause.SUBJECT_OVER);
  }

  @Test
  void findsAWhistleOnWhichNothingWorks() {
    String number = quietly(blown());

    assertThat(cause("whistle:" + number)).contains(DifferenceCause.NOT_BEGUN);
  }

  @Test
  void leavesAWhistleThatAProcessWorksOn() {
    String number = quietly(blown());
    UUID whistle =
        jdbc.sql("select id from registry.whistle where number = ?")
            .param(number)
            .query(UUID.class)
            .single();
    engine.run(
        "whistle", running(KEY), "whistle", json.createObjectNode().put("id", whistle.toString()));

    assertThat(cause("whistle:" + number)).isEmpty();
    assertThat(cause("process:" + KEY)).isEmpty();
  }

  @Test
  void findsASupervisionThatWouldSwallowAllFurtherOnes() {
    CaseFile file = registry.dispatched();
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into registry.supervision (id, case_id, cause, raised_at, count) values (?, ?, 'urged', ?, 1)\
            """)
        .params(id, file.id(), now())
        .update();
    quietly(file);

    assertThat(cause("supervision:" + id)).contains(DifferenceCause.PROCESS_GONE);
  }

  @Test
  void findsATaskOfAnAbolishedUnit() {
    jdbc.sql(
            """
            insert into registry.unit (code, name, kind, valid_from, valid_to, source)
            values ('gone-unit', '已撤销单位', 'department', '2020-01-01', '2021-01-01', 'test')
            on conflict do nothing\
            """)
        .update();
    engine.task(new GroupTask(KEY, KEY, List.of("department:gone-unit"), EngineStock.LONG_AGO));

    assertThat(cause("task:" + KEY)).contains(DifferenceCause.UNIT_ABOLISHED);
    jdbc.sql("delete from registry.unit where code = 'gone-unit'").update();
  }

  @Test
  void countsAllAndKeepsFew() {
    quietly(registry.opened());
    quietly(registry.opened());

    Findings found = comparison.all(1);

    assertThat(found.kept()).hasSize(1);
    assertThat(found.counts().get(DifferenceKind.CASE_WITHOUT_PROCESS)).isGreaterThan(1);
  }

  @Test
  void saysNothingWhileTheEngineIsAway() {
    quietly(registry.dispatched());
    engine.goDown();

    assertThatThrownBy(() -> comparison.all(10)).isInstanceOf(EngineAway.class);
  }

  private String blown() {
    return whistles
        .blow(
            new Caller("demo-hotline", null, true),
            json.createObjectNode()
                .put("kind", "emergency")
                .put("streetCode", "110102009")
                .put("reason", "路面塌陷")
                .put("place", "展览路")
                .set("units", json.createArrayNode().add("xicheng-power")))
        .number();
  }

  /** Minutes pass and nothing happens. */
  private <T> T quietly(T after) {
    if (after instanceof String) {
      outbox.sendDue();
    }
    clock.add(Duration.ofMinutes(6));
    return after;
  }

  private Optional<DifferenceCause> cause(String id) {
    return comparison.all(100_000).kept().stream()
        .filter(found -> found.id().equals(id))
        .map(Difference::cause)
        .findFirst();
  }

  private static List<String> ids(Findings found) {
    return found.kept().stream().map(Difference::id).toList();
  }

  private static Instance running(long key, String... tags) {
    return new Instance(key, false, Set.of(tags), began(), null, false);
  }

  private JsonNode id(UUID id) {
    return id == null ? json.nullNode() : json.getNodeFactory().textNode(id.toString());
  }

  private static OffsetDateTime began() {
    return EngineStock.LONG_AGO;
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
