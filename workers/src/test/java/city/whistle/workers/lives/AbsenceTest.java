package city.whistle.workers.lives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import city.whistle.workers.casefile.CaseFile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a unit missed is looked into, whatever becomes of the matter that it was called to. */
class AbsenceTest extends LifeTest {

  private static final String WHISTLE =
      """
      {outcome: 'whistle', whistleRequest:
        {kind: 'publicDemand', reason: '供电', place: '展览路街道办', units: ['%s']}}
      """;

  @Test
  void isSupervisedAfterTheWhistleAndTheCaseAreOver() {
    CaseFile file = missed("water");

    staff.complete(file, "ReleaseUnits", "{releaseConfirmed: true}");
    replied(file);
    answered(file);
    pass(Duration.ofDays(11));

    assertThat(now(file).status().isFinal()).isTrue();
    assertThat(staff.open(file)).contains("Supervise");
    assertThat(row(file)).containsExactly("absence open");
    while (staff.open(file).contains("Supervise")) {
      staff.complete(file, "Supervise", "{supervisionNote: '说明原因'}");
    }
    assertThat(row(file)).containsExactly("absence recorded");
  }

  @Test
  void staysOnTheRecordOfTheWhistle() {
    CaseFile file = missed("gas");

    staff.complete(file, "ReleaseUnits", "{releaseConfirmed: true}");

    assertThat(
            jdbc.sql(
                    "select s.absent and s.late and s.escalated <> '{}' from registry.summons s join"
                        + " registry.whistle w on w.id = s.whistle_id where w.case_id = ?")
                .param(file.id())
                .query(Boolean.class)
                .list())
        .containsExactly(true);
  }

  /** The street reports to its district (regulation on sub-district offices, article 44). */
  @Test
  void isForTheDistrictOfTheStreetThatWhistled() {
    CaseFile file = missed("heat");

    assertThat(staff.tasks(file, task -> task.elementId("Supervise")))
        .allSatisfy(task -> assertThat(task.getCandidateGroups()).containsExactly(DISTRICT));
  }

  @Test
  void standsThoughTheResidentWithdraws() throws Exception {
    CaseFile file = missed("heat");

    wish(file, "withdraw");

    assertThat(now(file).status().isFinal()).isTrue();
    assertThat(row(file)).containsExactly("absence open");
    assertThat(
            http.perform(get("/api/cases/" + file.number()).header("X-API-Key", HOTLINE_KEY))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8))
        .contains("督办");
  }

  @Test
  void leavesNoRefusalWhereTheResidentWithdrawsBeforeAnybodyDecides() throws Exception {
    CaseFile file = inHand();
    staff.complete(file, "HandleCase", WHISTLE.formatted("gas"));

    wish(file, "withdraw");

    assertThat(lines(file, "WhistleRecorded")).containsExactly("caseEnded");
  }

  /** Ten calls in an hour are one notice, and one supervision that counts them. */
  @Test
  void tellsNobodyTenTimesOfTenUrges() throws Exception {
    CaseFile file = inHand();

    for (int urge = 1; urge <= 10; urge++) {
      wish(file, "urge");
    }

    assertThat(told(file)).containsOnlyOnce("unit:110102009 urged");
    assertThat(told(file)).containsOnlyOnce("unit:110102009 reminded");
    assertThat(lines(file, "CaseUrged")).hasSize(10);
    assertThat(staff.open(file)).filteredOn("Supervise"::equals).hasSize(1);
    pass(Duration.ofHours(5));
    wish(file, "urge");
    assertThat(told(file)).filteredOn("unit:110102009 urged"::equals).hasSize(2);
  }

  private CaseFile missed(String unit) {
    CaseFile file = blown(unit);
    pass(Duration.ofHours(2));
    pass(Duration.ofDays(4));
    assertThat(staff.open(file)).contains("Supervise");
    return file;
  }

  private CaseFile blown(String unit) {
    CaseFile file = inHand();
    staff.complete(file, "HandleCase", WHISTLE.formatted(unit));
    staff.complete(file, "ApproveWhistle", "{approved: true}");
    return file;
  }

  private void answered(CaseFile file) {
    staff.complete(
        file,
        "CallResident",
        "{answered: true, contacted: true, settled: 'settled', satisfied: 'satisfied'}");
  }

  private List<String> row(CaseFile file) {
    return jdbc.sql(
            """
            select cause || case when recorded_at is null then ' open' else ' recorded' end
            from registry.supervision where case_id = ? and cause = 'absence'\
            """)
        .param(file.id())
        .query(String.class)
        .list();
  }
}
