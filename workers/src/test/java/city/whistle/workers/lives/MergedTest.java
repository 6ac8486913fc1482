package city.whistle.workers.lives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.workers.burst.Bursts;
import city.whistle.workers.casefile.CaseFile;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One matter, two callers, from the first call to the last callback. */
class MergedTest extends LifeTest {

  private static final String SETTLED =
      "{answered: true, contacted: true, settled: 'settled', satisfied: 'satisfied'}";

  @Autowired private Bursts bursts;

  @Test
  void answersAndCallsBackBoth() throws Exception {
    CaseFile leader = inHand();
    CaseFile follower = complained();
    assertOpen(follower, "SignCase");

    merge(follower, leader);
    assertThat(staff.open(follower)).isEmpty();
    wish(follower, "urge");
    assertThat(lines(leader, "CaseUrged")).hasSize(1);
    replied(leader);
    assertThat(told(follower)).contains("resident caseReplied");
    staff.complete(leader, "CallResident", SETTLED);
    assertThat(now(leader).status().wireName()).isEqualTo("closed");

    assertOpen(follower, "CallResident");
    staff.complete(follower, "CallResident", SETTLED);

    assertThat(now(follower).status().wireName()).isEqualTo("closed");
    assertThat(now(follower).owner()).isEqualTo(now(leader).owner());
    assertThat(
            registry.count(
                "select count(*) from registry.callback_fact where case_id in (?, ?) and unit_code = '110102009'",
                leader.id(),
                follower.id()))
        .isEqualTo(2);
  }

  @Test
  void isHandledByItselfAgainWhereItIsPartedAndWithdrawnAlone() throws Exception {
    CaseFile leader = inHand();
    CaseFile follower = complained();
    merge(follower, leader);

    send(follower, "part", "{\"officer\": \"dispatcher-1\"}");
    assertOpen(follower, "SignCase");
    merge(follower, leader);
    pass(Duration.ofDays(1));
    wish(follower, "withdraw");

    assertThat(now(follower).status().wireName()).isEqualTo("withdrawn");
    assertOpen(leader, "HandleCase");
  }

  @Test
  void leadsWhereTheLeadingCaseIsWithdrawnAndFollowsAgainAfterARestart() throws Exception {
    CaseFile leader = inHand();
    CaseFile first = complained();
    CaseFile second = complained();
    merge(first, leader);
    merge(second, leader);

    wish(leader, "withdraw");
    assertOpen(first, "SignCase");
    assertThat(staff.open(second)).isEmpty();

    client.newCancelInstanceCommand(now(second).processInstanceKey()).send().join();
    staff.quiet();
    send(second, "restart", "{\"officer\": \"supervisor-1\", \"reason\": \"误撤\"}");
    assertThat(staff.open(second)).isEmpty();
    assertThat(now(second).status().wireName()).isEqualTo("merged");
  }

  @Test
  void supervisesABurstThatNobodyAssesses() {
    for (int caller = 0; caller < 6; caller++) {
      registry.opened(
          body ->
              body.put("categoryCode", "010101")
                  .withObject("place")
                  .put("districtCode", "110105")
                  .put("streetCode", "110105009"));
    }
    bursts.look();
    pass(Duration.ZERO);
    pass(Duration.ofHours(5));

    UUID matter =
        jdbc.sql("select id from registry.matter where street_code = '110105009'")
            .query(UUID.class)
            .single();
    assertThat(registry.notifications(matter)).contains("hotline taskOverdue");
    assertThat(
            registry.count(
                "select count(*) from registry.supervision where assessment_id = ?", matter))
        .isEqualTo(1);
  }

  private void merge(CaseFile follower, CaseFile leader) throws Exception {
    send(
        follower,
        "merge",
        "{\"into\": \"%s\", \"officer\": \"dispatcher-1\"}".formatted(leader.number()));
  }

  private void send(CaseFile file, String what, String body) throws Exception {
    http.perform(
            post("/api/cases/%s/%s".formatted(file.number(), what))
                .header("X-API-Key", HOTLINE_KEY)
                .contentType("application/json")
                .content(body))
        .andExpect(status().is2xxSuccessful());
    staff.quiet();
  }
}
