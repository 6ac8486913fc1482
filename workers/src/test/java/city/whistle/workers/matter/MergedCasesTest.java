package city.whistle.workers.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.workers.RegistryTest;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseStatus;
import city.whistle.workers.handling.RecordEventWorker;
import city.whistle.workers.job.TestJob;
import city.whistle.workers.resident.ResidentVault;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How cases go on that were merged. */
@RegistryTest
class MergedCasesTest extends CaseMergingScene {

  @Autowired private RecordEventWorker event;
  @Autowired private TakeUpCaseWorker takeUp;
  @Autowired private ResidentVault vault;

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

  private void withdraw(CaseFile file) {
    event.recordEvent(
        TestJob.of("case.recordEvent", Map.of("caseId", file.id())).header("event", "withdrawn"));
    archive.archiveCase(
        TestJob.of("case.archive", Map.of("caseId", file.id(), "verdict", "withdrawn")));
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
