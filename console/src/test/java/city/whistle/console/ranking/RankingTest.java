package city.whistle.console.ranking;

import static city.whistle.console.People.STREET;
import static city.whistle.console.People.as;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.console.Cases;
import city.whistle.console.ConsoleTest;
import city.whistle.console.People;
import city.whistle.console.account.Person;
import city.whistle.console.account.Role;
import city.whistle.workers.assessment.policy.Policies;
import city.whistle.workers.assessment.result.Assessment;
import city.whistle.workers.assessment.result.AssessmentRuns;
import city.whistle.workers.assessment.result.AssessmentRuns.Run;
import city.whistle.workers.assessment.result.Assessments;
import city.whistle.workers.assessment.result.Computation;
import city.whistle.workers.calendar.CityTime;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

/** A month's figures as a lead, an auditor and policy staff look at them. */
@ConsoleTest
class RankingTest {

  private static final long INSTANCE = 4503599627370497L;

  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired Cases cases;
  @Autowired JdbcClient jdbc;
  @Autowired AssessmentRuns runs;
  @Autowired Computation computation;
  @Autowired Assessments assessments;
  @Autowired Policies policies;
  @Autowired CityTime time;
  @Autowired TransactionTemplate transaction;

  private String number;
  private YearMonth month;
  private Person lead;
  private Person auditor;

  @BeforeEach
  void haveACaseThatCounts() throws Exception {
    lead = people.with(Role.LEAD, STREET);
    auditor = people.with(Role.AUDITOR);
    month = policies.sets().monthOf(time.now());
    number = cases.open("供电老化");
    cases.task(number, "SignCase");
    answered(number);
  }

  @AfterEach
  void leaveNoFigures() {
    jdbc.sql("delete from registry.assessment_request").update();
    jdbc.sql("delete from registry.assessment").update();
    jdbc.sql("delete from registry.assessment_run").update();
  }

  @Test
  void saysThatThereAreNoFiguresYet() throws Exception {
    show(auditor, "/ranking").andExpect(content().string(containsString("还没有可以查看的考评结果")));
    mvc.perform(get("/ranking/" + month).with(as(auditor))).andExpect(status().isNotFound());
  }

  @Test
  void showsWhatIsPublishedToWhoeverMayLookAndItsStateInWords() throws Exception {
    published();

    for (Person person : new Person[] {lead, auditor, people.with(Role.POLICY)}) {
      show(person, "/ranking")
          .andExpect(content().string(allOf(containsString("展览路街道"), containsString("已公布"))));
    }
    show(auditor, "/ranking/" + month + "?group=trade")
        .andExpect(content().string(containsString("/trades/")));
    show(auditor, "/ranking/" + month + "/whistles");
    show(auditor, "/ranking/" + month + "/versions");
    show(auditor, "/ranking/" + month + "/trades/housing");
  }

  @Test
  void showsAUnitsCourseWithItsNumbersAndNoOtherUnitsDraft() throws Exception {
    provisional();
    show(lead, "/ranking/units/" + STREET).andExpect(content().string(containsString("95%")));
    mvc.perform(get("/ranking/units/110102001").with(as(lead))).andExpect(status().isNotFound());
    show(lead, "/figures").andExpect(content().string(containsString("/ranking/units/" + STREET)));
  }

  @Test
  void showsAUnitItsOwnDraftAloneAndPolicyStaffNone() throws Exception {
    provisional();

    show(lead, "/ranking")
        .andExpect(content().string(allOf(containsString("审核中"), not(containsString("德胜街道")))));
    show(people.with(Role.POLICY), "/ranking")
        .andExpect(content().string(containsString("还没有可以查看的考评结果")));
  }

  @Test
  void opensANumberDownToItsCasesForItsOwnUnitAlone() throws Exception {
    published();
    String behind =
        "/ranking/%s/cases?group=street&unit=%s&figure=settled".formatted(month, STREET);

    show(lead, behind).andExpect(content().string(containsString("/cases/" + number)));
    show(auditor, behind).andExpect(content().string(containsString(number)));
    mvc.perform(get(behind).with(as(people.with(Role.LEAD, "110102001"))))
        .andExpect(status().isNotFound());
    mvc.perform(get(behind).with(as(people.with(Role.POLICY)))).andExpect(status().isNotFound());
    show(lead, "/ranking/%s/whistles/behind?unit=%s&figure=blown".formatted(month, STREET));
    mvc.perform(
            get("/ranking/%s/whistles/behind?unit=110102001&figure=blown".formatted(month))
                .with(as(lead)))
        .andExpect(status().isNotFound());
  }

  @Test
  void givesFiguresWhistlesAndCasesAwayAsFiles() throws Exception {
    published();

    show(auditor, "/ranking/" + month + ".csv?group=street")
        .andExpect(content().string(containsString("110102009,展览路街道")));
    show(auditor, "/ranking/%s/cases.csv?unit=%s&figure=valid".formatted(month, STREET))
        .andExpect(content().string(containsString(number + ",供电老化")));
    show(auditor, "/ranking/" + month + "/whistles.xlsx");
    show(auditor, "/ranking/" + month + "/trades/urban-management.csv")
        .andExpect(content().string(containsString("110102009,展览路街道,100.0")));
    show(auditor, "/ranking/" + month + "/versions.csv")
        .andExpect(content().string(containsString(month + ",1,已公布")));
  }

  @Test
  void takesAnExclusionOnceAndShowsWhoAskedWhatForWhichReason() throws Exception {
    String ticket = UUID.randomUUID().toString();
    for (int sent = 0; sent < 2; sent++) {
      ask("exclusions", ticket, "beyondDuty")
          .andExpect(status().is3xxRedirection())
          .andExpect(redirectedUrl("/exclusions?month=" + month));
    }
    ask("exclusions", UUID.randomUUID().toString(), "beyondDuty")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("还在审定中")));

    show(lead, "/exclusions")
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString(number),
                        containsString("超出承办单位职责"),
                        containsString("见附件"),
                        containsString("待审定"))));
    show(auditor, "/exclusions.csv?month=" + month)
        .andExpect(content().string(containsString(number + ",超出承办单位职责,见附件,待审定")));
    show(people.with(Role.LEAD, "110102001"), "/exclusions")
        .andExpect(content().string(allOf(not(containsString(number)), containsString("展览路街道"))));
  }

  @Test
  void offersNoAppealBeforeTheFiguresArePublished() throws Exception {
    show(lead, "/appeals?month=" + month)
        .andExpect(
            content().string(allOf(containsString("还没有公布"), not(containsString("/appeals/new")))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-13", "-999999999-01", "+999999999-12", "0000-01", "next"})
  void hasNoPageOfAnOddMonth(String odd) throws Exception {
    for (String path : new String[] {"/exclusions", "/appeals", "/exclusions.csv"}) {
      mvc.perform(get(path).param("month", odd).with(as(auditor))).andExpect(status().isNotFound());
    }
    mvc.perform(get("/ranking/" + odd).with(as(auditor))).andExpect(status().isNotFound());
  }

  @Test
  void saysOfAMonthToComeThatNothingIsAskedYet() throws Exception {
    show(auditor, "/exclusions?month=2190-01")
        .andExpect(content().string(containsString("2190-01 没有可以查看的剔除申请")));
  }

  @Test
  void saysWhyAnAppealCanNotBeTaken() throws Exception {
    ask("appeals", UUID.randomUUID().toString(), "answerWrong")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("当月结果还没有公布")));
    ask("appeals", UUID.randomUUID().toString(), "")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("选择一项理由")));
  }

  @Test
  void saysEverythingThatIsWrongWithARequestAtOnce() throws Exception {
    mvc.perform(post("/exclusions/new").with(csrf()).with(as(lead)))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("写一个本单位可以查看的工单编号"),
                        containsString("选择一项理由"),
                        containsString("写明依据"))));
  }

  @Test
  void saysOfAnotherUnitsCaseNoMoreThanOfOneThatIsNotThere() throws Exception {
    for (String path : new String[] {"/exclusions/new", "/appeals/new"}) {
      for (String sought : new String[] {number, "20990101-000001"}) {
        mvc.perform(
                post(path)
                    .param("ticket", UUID.randomUUID().toString())
                    .param("number", sought)
                    .param("ground", "beyondDuty")
                    .param("evidence", "见附件")
                    .with(csrf())
                    .with(as(people.with(Role.LEAD, "110102001"))))
            .andExpect(status().isUnprocessableEntity())
            .andExpect(content().string(containsString("写一个本单位可以查看的工单编号")));
      }
    }
  }

  private ResultActions ask(String kind, String ticket, String ground) throws Exception {
    return mvc.perform(
        post("/" + kind + "/new")
            .param("ticket", ticket)
            .param("number", number)
            .param("ground", ground)
            .param("evidence", "见附件")
            .with(csrf())
            .with(as(lead)));
  }

  private ResultActions show(Person person, String path) throws Exception {
    return mvc.perform(get(path).with(as(person))).andExpect(status().isOk());
  }

  private Assessment provisional() {
    return transaction.execute(
        s -> {
          Run run = runs.begin(month, INSTANCE);
          return computation.provisional(run.id(), month, time.now().plusMinutes(1));
        });
  }

  private void published() {
    Assessment version = provisional();
    assessments.publish(version.id());
    runs.appealUntil(version.runId(), time.now().plusDays(7));
  }

  /** As the callback's workers write it. */
  private void answered(String ofCase) {
    UUID id = UUID.randomUUID();
    UUID caseId =
        jdbc.sql("select id from registry.case_file where number = ?")
            .param(ofCase)
            .query(UUID.class)
            .single();
    jdbc.sql(
            """
            insert into registry.callback (id, case_id, round, attempt, channel, planned_at)
            values (?, ?, 1, 1, 'phone', ?)\
            """)
        .params(id, caseId, time.now())
        .update();
    jdbc.sql(
            """
            insert into registry.callback_fact values (?, ?, ?, ?, '110102', '010204', true, true, 'settled', 'satisfied', true)\
            """)
        .params(id, caseId, time.now(), STREET)
        .update();
  }
}
