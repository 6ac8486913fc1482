package city.whistle.workers.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseStatus;
import city.whistle.workers.handling.ArchiveCaseWorker;
import city.whistle.workers.handling.RecordEventWorker;
import city.whistle.workers.handling.RecordReplyWorker;
import city.whistle.workers.job.TestJob;
import city.whistle.workers.resident.ResidentVault;
import city.whistle.workers.suspension.SuspendCaseWorker;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@RegistryTest
class CaseMergingTest {

  private static final Map<String, Object> RULE =
      Map.of("reviewWithin", "P30D", "atMost", "P180D", "restAtLeast", "P1D", "basis", "calendar");

  @Autowired private Registry registry;
  @Autowired private MockMvc http;
  @Autowired private RecordReplyWorker reply;
  @Autowired private RecordEventWorker event;
  @Autowired private ArchiveCaseWorker archive;
  @Autowired private TakeUpCaseWorker takeUp;
  @Autowired private SuspendCaseWorker suspend;
  @Autowired private ResidentVault vault;
  @Autowired private JdbcClient jdbc;
  private MergeScene scene;

  @BeforeEach
  void dispatchersCome() {
    scene = new MergeScene(registry, http);
  }

  @Test
  void makesOneOrderOfTwoCases() throws Exception {
    CaseFile leader = scene.dispatched();
    CaseFile follower = scene.opened();

    scene
        .merge(follower, leader)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.status").value("merged"))
        .andExpect(jsonPath("$.mergedInto").value(leader.number()));

    assertThat(registry.lastLine(follower.id()).what()).isEqualTo("CaseMerged");
    assertThat(registry.lastLine(leader.id()).details()).contains(follower.number());
    assertThat(registry.notifications(follower.id())).contains("resident merged");
    assertThat(registry.notifications(leader.id())).contains("unit:110102009 complainantJoined");
  }

  @Test
  void changesNothingWhereTheSameIsAskedAgain() throws Exception {
    CaseFile leader = scene.dispatched();
    CaseFile follower = scene.opened();
    scene.merge(follower, leader);

    scene.merge(follower, leader).andExpect(status().isOk());

    assertThat(registry.steps(follower.id())).containsOnlyOnce("CaseMerged");
  }

  @Test
  void mergesNoCaseWithItself() throws Exception {
    CaseFile file = scene.dispatched();

    refused(scene.merge(file, file), "itself");
  }

  @Test
  void makesNoChainsAndNoCircles() throws Exception {
    CaseFile leader = scene.dispatched();
    CaseFile follower = scene.dispatched();
    CaseFile third = scene.dispatched();
    scene.merge(follower, leader);

    refused(scene.merge(third, follower), "followsAnother");
    refused(scene.merge(leader, follower), "followsAnother");
    refused(scene.merge(follower, third), "mergedAlready");
  }

  @Test
  void takesAlongWhatFollowedTheCase() throws Exception {
    CaseFile first = scene.dispatched();
    CaseFile follower = scene.dispatched();
    CaseFile leader = scene.dispatched();
    scene.merge(follower, first);

    scene
        .merge(first, leader)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.merged").doesNotExist());

    assertThat(registry.lastLine(follower.id()).details()).contains(leader.number());
  }

  @Test
  void mergesNothingWithWhatIsOver() throws Exception {
    CaseFile over = scene.dispatched();
    close(over);

    refused(scene.merge(scene.opened(), over), "over");
    refused(scene.merge(over, scene.opened()), "over");
  }

  @Test
  void mergesNoConfidentialCaseAndNoReport() throws Exception {
    CaseFile confidential = registry.opened(body -> body.put("confidential", true));
    CaseFile report = registry.opened(body -> body.put("kind", "report"));

    refused(scene.merge(confidential, scene.opened()), "confidential");
    refused(scene.merge(scene.opened(), report), "confidential");
  }

  @Test
  void letsASuspendedCaseLeadButNotFollow() throws Exception {
    CaseFile suspended = scene.dispatched();
    suspend.suspendCase(
        TestJob.of(
            "case.suspend",
            Map.of(
                "caseId", suspended.id(),
                "limits", suspended.limits(),
                "timeLimit", Registry.SEVEN_DAYS,
                "suspensionRule", RULE,
                "suspensionRequest", Map.of("cause", "season", "reason", "冬季停工"))));

    refused(scene.merge(suspended, scene.dispatched()), "suspended");
    scene.merge(scene.opened(), suspended).andExpect(status().isOk());
  }

  @Test
  void letsACaseLeadForWhichUnitsWereCalledButNotFollow() throws Exception {
    CaseFile whistled = scene.dispatched();
    jdbc.sql(
            """
            insert into registry.whistle (id, number, case_id, kind, street_code, cross_district, reason, place,
              units, blown_at, client_id)
            select ?, ?, id, 'publicDemand', street_code, false, '供电', '街道', '{fire}', received_at, 'test'
            from registry.case_file where id = ?\
            """)
        .params(UUID.randomUUID(), "WM-" + whistled.number(), whistled.id())
        .update();

    refused(scene.merge(whistled, scene.dispatched()), "whistle");
    scene.merge(scene.opened(), whistled).andExpect(status().isOk());
  }

  @Test
  void mergesNothingIntoWhatIsAnsweredAlready() throws Exception {
    CaseFile answered = scene.dispatched();
    reply(answered, "已通电");

    refused(scene.merge(scene.opened(), answered), "answered");
  }

  @Test
  void tellsAllComplainantsTheReplyButNothingOfEachOther() throws Exception {
    CaseFile leader = scene.dispatched();
    CaseFile follower = registry.opened(body -> body.withObject("resident").put("name", "赵样例"));
    scene.merge(follower, leader);

    reply(leader, "李某某您好，电已通，有问题请拨96598");

    assertThat(registry.notifications(follower.id())).contains("resident caseReplied");
    assertThat(registry.notifications(follower.id())).doesNotContain("hotline caseReplied");
    assertThat(revealed(follower)).doesNotContain("李某某").contains("电已通", "96598");
  }

  @Test
  void callsBackWhoFollowedWhenTheCaseIsClosed() throws Exception {
    CaseFile leader = scene.dispatched();
    CaseFile follower = scene.opened();
    scene.merge(follower, leader);
    reply(leader, "已通电");

    close(leader);

    CaseFile now = registry.file(follower.id());
    assertThat(now.status()).isEqualTo(CaseStatus.DISPATCHED);
    assertThat(now.owner()).isEqualTo(leader.owner());
    assertThat(takenUp(follower)).containsEntry("resume", "callback").containsEntry("round", 1);
  }

  @Test
  void handlesAPartedCaseByItself() throws Exception {
    CaseFile leader = scene.dispatched();
    CaseFile follower = scene.opened();
    scene.merge(follower, leader);

    scene
        .part(follower)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.status").value("registered"))
        .andExpect(jsonPath("$.mergedInto").doesNotExist());

    assertThat(takenUp(follower)).containsEntry("resume", "classify");
    assertThat(registry.lastLine(leader.id()).what()).isEqualTo("ComplainantLeft");
    refused(scene.part(follower), "followsNone");
  }

  @Test
  void goesOnWithItsOwnUnitWhereItHadOne() throws Exception {
    CaseFile follower = scene.dispatched();
    scene.merge(follower, scene.dispatched());

    scene.part(follower).andExpect(jsonPath("$.status").value("dispatched"));

    assertThat(takenUp(follower)).containsEntry("resume", "dispatch");
  }

  @Test
  void partsAfterTheReplyToo() throws Exception {
    CaseFile leader = scene.dispatched();
    CaseFile follower = scene.opened();
    scene.merge(follower, leader);
    reply(leader, "已通电");

    scene.part(follower).andExpect(status().isOk());
    close(leader);

    assertThat(takenUp(follower)).containsEntry("resume", "classify");
  }

  @Test
  void hasTheFirstThatFollowsLeadWhereTheLeadingCaseIsWithdrawn() throws Exception {
    CaseFile leader = scene.dispatched();
    CaseFile first = scene.opened();
    CaseFile second = scene.opened();
    scene.merge(first, leader);
    scene.merge(second, leader);

    withdraw(leader);

    assertThat(registry.lines(first.id())).anyMatch(line -> line.what().equals("CaseLeads"));
    assertThat(registry.lastLine(second.id()).details()).contains(first.number());
    assertThat(takenUp(first))
        .containsEntry("resume", "dispatch")
        .extractingByKey("dispatch")
        .asString()
        .contains("110102009");
  }

  @Test
  void goesOnWhereOneOfTwoComplainantsWithdraws() throws Exception {
    CaseFile leader = scene.dispatched();
    CaseFile follower = scene.opened();
    scene.merge(follower, leader);

    withdraw(follower);

    assertThat(registry.file(follower.id()).status()).isEqualTo(CaseStatus.WITHDRAWN);
    assertThat(registry.file(leader.id()).status()).isEqualTo(CaseStatus.DISPATCHED);
    assertThat(registry.lastLine(leader.id()).what()).isEqualTo("ComplainantLeft");
  }

  @Test
  void countsAsManyComplaintsOfAMatterAsPolicySays() throws Exception {
    CaseFile leader = scene.dispatched();
    CaseFile first = scene.opened();
    CaseFile second = scene.opened();
    scene.merge(first, leader);
    scene.merge(second, leader);
    close(leader);
    jdbc.sql(
            """
            insert into registry.matter_policy values
              ('2019-01-02', '{"validFrom": "2019-01-02", "countedAtMost": 2, "source": "test"}')\
            """)
        .update();

    close(first);
    close(second);
    jdbc.sql("delete from registry.matter_policy where valid_from = '2019-01-02'").update();

    assertThat(left(leader)).isZero();
    assertThat(left(first)).isZero();
    assertThat(left(second)).isEqualTo(1);
  }

  /** Each order of the two must leave one leading case, and none that nobody leads. */
  @Test
  void leavesOneLeadingCaseWhereTwoAreMergedIntoEachOtherAtOnce() throws Exception {
    CaseFile one = scene.dispatched();
    CaseFile other = scene.dispatched();
    ExecutorService dispatchers = Executors.newFixedThreadPool(2);
    try {
      CompletableFuture<Integer> first = dispatcher(dispatchers, one, other);
      CompletableFuture<Integer> second = dispatcher(dispatchers, other, one);

      assertThat(first.get() + second.get()).isEqualTo(200 + 409);
    } finally {
      dispatchers.shutdown();
    }
    assertThat(
            registry.count(
                "select count(*) from registry.case_merge where case_id in (?, ?) and ended_at is null",
                one.id(),
                other.id()))
        .isEqualTo(1);
  }

  private CompletableFuture<Integer> dispatcher(
      ExecutorService dispatchers, CaseFile follower, CaseFile leader) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return scene.merge(follower, leader).andReturn().getResponse().getStatus();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        },
        dispatchers);
  }

  private static void refused(ResultActions answer, String why) throws Exception {
    answer
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.why").value(why))
        .andExpect(jsonPath("$.detail").isNotEmpty());
  }

  private void reply(CaseFile file, String text) {
    reply.recordReply(
        TestJob.of(
            "case.recordReply",
            Map.of("caseId", file.id(), "route", "dispatch", "reply", Map.of("text", text))));
  }

  private void withdraw(CaseFile file) {
    event.recordEvent(
        TestJob.of("case.recordEvent", Map.of("caseId", file.id())).header("event", "withdrawn"));
    archive.archiveCase(
        TestJob.of("case.archive", Map.of("caseId", file.id(), "verdict", "withdrawn")));
  }

  private void close(CaseFile file) {
    archive.archiveCase(
        TestJob.of("case.archive", Map.of("caseId", file.id(), "verdict", "close")));
  }

  private Map<String, Object> takenUp(CaseFile file) {
    return takeUp.takeUpCase(TestJob.of("case.takeUp", Map.of("caseId", file.id())));
  }

  private long left(CaseFile file) {
    return registry.count(
        "select count(*) from registry.case_exclusion where case_id = ? and reason = 'merged'",
        file.id());
  }

  private String revealed(CaseFile file) {
    return vault.parts(file.id(), "reply").stream()
        .flatMap(part -> vault.reveal(file.id(), part, "test", "test").stream())
        .reduce("", String::concat);
  }
}
