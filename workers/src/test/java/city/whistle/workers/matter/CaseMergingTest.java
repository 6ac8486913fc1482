package city.whistle.workers.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.job.TestJob;
import city.whistle.workers.suspension.SuspendCaseWorker;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RegistryTest
class CaseMergingTest extends CaseMergingScene {

  private static final Map<String, Object> RULE =
      Map.of("reviewWithin", "P30D", "atMost", "P180D", "restAtLeast", "P1D", "basis", "calendar");

  @Autowired private SuspendCaseWorker suspend;

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
                "select count(*) from registry.case_merge where case_id in (?, ?) and ended_at is"
                    + " null",
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
}
