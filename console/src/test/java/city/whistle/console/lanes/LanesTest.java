package city.whistle.console.lanes;

import static city.whistle.console.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.console.Cases;
import city.whistle.console.ConsoleTest;
import city.whistle.console.People;
import city.whistle.console.account.Person;
import city.whistle.console.account.Role;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.lane.CaseLanes;
import city.whistle.workers.lane.LaneJudgements;
import city.whistle.workers.lane.LanePosts;
import city.whistle.workers.lane.Post;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Who sees, keeps and judges what is in a lane. */
@ConsoleTest
class LanesTest {

  private static final String LANE = "baiwanzhuang-north";
  private static final String OTHER_STREET = "110102001";

  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired Cases cases;
  @Autowired CaseFiles files;
  @Autowired CaseLanes caseLanes;
  @Autowired LanePosts posts;
  @Autowired LaneJudgements judgements;
  @Autowired CityTime time;
  @Autowired JdbcClient jdbc;

  private Person chief;

  @BeforeEach
  void haveAChief() {
    chief = people.with(Role.CHIEF);
    posts.appoint(LANE, Post.CHIEF, chief.id(), time.today());
  }

  @Test
  void listAChiefsOwnLanesAlone() throws Exception {
    show(chief, "/lanes")
        .andExpect(content().string(allOf(containsString("百万庄北里"), not(containsString("菊儿胡同")))));
    show(chief, "/lanes/juer").andExpect(status().isNotFound());
    show(people.with(Role.CHIEF), "/lanes/" + LANE).andExpect(status().isNotFound());
    show(people.with(Role.HANDLER), "/lanes/" + LANE).andExpect(status().isOk());
    show(people.with(Role.HANDLER, OTHER_STREET), "/lanes/" + LANE)
        .andExpect(status().isNotFound());
    show(people.with(Role.ADMIN), "/lanes?class=standard&rhythm=missed")
        .andExpect(content().string(containsString("百万庄北里")));
  }

  @Test
  void showsAChiefTheCasesOfHisLanesAndOfNoOthers() throws Exception {
    String inside = cases.openIn(OTHER_STREET, "巷内路灯不亮");
    String outside = cases.open("巷外路灯不亮");
    caseLanes.note(id(inside), LANE);

    show(chief, "/cases/" + inside).andExpect(status().isOk());
    show(chief, "/cases/" + outside).andExpect(status().isNotFound());
    show(chief, "/cases")
        .andExpect(content().string(allOf(containsString(inside), not(containsString(outside)))));

    posts.appoint(LANE, Post.CHIEF, people.with(Role.CHIEF).id(), time.today());
    show(chief, "/cases/" + inside).andExpect(status().isNotFound());
  }

  @Test
  void takesAnAppointmentFromTheLeadersOfTheSubDistrictAlone() throws Exception {
    Person lead = people.with(Role.LEAD);
    Person next = people.with(Role.CHIEF);
    LocalDate tomorrow = time.today().plusDays(1);

    appoint(people.with(Role.LEAD, OTHER_STREET), next.id(), "").andExpect(status().isNotFound());
    appoint(people.with(Role.HANDLER), next.id(), "").andExpect(status().isForbidden());
    appoint(lead, next.id(), tomorrow.toString()).andExpect(status().is3xxRedirection());

    assertThat(posts.chief(LANE, time.today())).contains(chief.id());
    assertThat(posts.chief(LANE, tomorrow)).contains(next.id());
  }

  @Test
  void saysWhatIsWrongWithAnAppointmentAtItsField() throws Exception {
    Person lead = people.with(Role.LEAD);

    appoint(lead, "", "").andExpect(content().string(containsString("person-problem")));
    appoint(lead, "nobody-at-all", "").andExpect(content().string(containsString("没有这个用户名")));
    appoint(lead, people.with(Role.STEWARD).id(), "")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("没有“街巷长”角色")));
    appoint(lead, chief.id(), "").andExpect(content().string(containsString("已担任这个职务")));
    appoint(lead, people.with(Role.CHIEF).id(), "yesterday")
        .andExpect(content().string(containsString("from-problem")));
    appoint(lead, people.with(Role.CHIEF).id(), time.today().minusDays(1).toString())
        .andExpect(content().string(containsString("只能从今天或以后起")));
    assertThat(posts.chief(LANE, time.today())).contains(chief.id());
  }

  @Test
  void letsTheChiefAndNobodyElseJudgeWhatWasDoneInHisLane() throws Exception {
    String number = cases.open("巷内井盖松动");
    UUID id = id(number);
    cases.task(number, "SignCase");
    caseLanes.note(id, LANE);

    judge(chief, number);
    assertThat(judgements.of(id)).as("while it is open").isEmpty();
    jdbc.sql("update registry.case_file set closed_at = ?, status = 'closed' where id = ?")
        .params(time.now(), id)
        .update();
    judge(people.with(Role.CHIEF), number).andExpect(status().isNotFound());
    judge(chief, number).andExpect(status().is3xxRedirection());

    assertThat(judgements.of(id)).map(one -> one.mark().mark()).contains(4);
    show(people.with(Role.HANDLER), "/cases/" + number)
        .andExpect(content().string(containsString("4 分")));
  }

  private UUID id(String number) {
    return files.byNumber(number).orElseThrow().id();
  }

  private ResultActions show(Person person, String path) throws Exception {
    return mvc.perform(get(path).with(as(person)));
  }

  private ResultActions appoint(Person who, String person, String from) throws Exception {
    return mvc.perform(
        post("/lanes/" + LANE + "/posts")
            .with(as(who))
            .with(csrf())
            .param("post", "chief")
            .param("person", person)
            .param("from", from));
  }

  private ResultActions judge(Person who, String number) throws Exception {
    return mvc.perform(
        post("/cases/" + number + "/judgement").with(as(who)).with(csrf()).param("mark", "4"));
  }
}
