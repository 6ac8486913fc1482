package city.whistle.console.people;

import static city.whistle.console.People.as;
import static org.assertj.core.api.Assertions.assertThat;
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
import city.whistle.console.MovedClock;
import city.whistle.console.People;
import city.whistle.console.access.Access;
import city.whistle.console.account.Accounts;
import city.whistle.console.account.Deputies;
import city.whistle.console.account.Deputies.Obstacle;
import city.whistle.console.account.Deputies.Wish;
import city.whistle.console.account.Deputy;
import city.whistle.console.account.HeldRole;
import city.whistle.console.account.Person;
import city.whistle.console.account.Role;
import city.whistle.workers.calendar.CityTime;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Who stands in for whom, and what he may then. */
@ConsoleTest
class DeputiesTest {

  /** A department that is none of the sub-district's. */
  private static final String ELSEWHERE = "110102010";

  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired Cases cases;
  @Autowired Accounts accounts;
  @Autowired Deputies deputies;
  @Autowired Access access;
  @Autowired CityTime time;
  @Autowired MovedClock clock;

  private Person lead;
  private Person away;
  private Person deputy;
  private LocalDate today;

  @BeforeEach
  void meet() {
    today = time.today();
    lead = people.with(Role.LEAD);
    away = people.with(Role.HANDLER);
    deputy = people.with(Role.HANDLER);
  }

  @Test
  void letsADeputySeeAndDoWhatThePersonMayUnderHisOwnName() throws Exception {
    String number = cases.open("路灯不亮");
    long key = cases.task(number, "SignCase");
    Person stranger = people.with(Role.CHIEF, ELSEWHERE);
    see(stranger, number).andExpect(status().isNotFound());
    byAdministrator(away, stranger);

    see(stranger, number).andExpect(status().isOk());
    mvc.perform(
            post("/tasks/{key}/complete", key)
                .param("values", "{}")
                .with(as(now(stranger)))
                .with(csrf()))
        .andExpect(redirectedUrl("/tasks/" + key + "/done"));

    see(lead, number).andExpect(content().string(containsString("测试chief（代测试handler）")));
  }

  @Test
  void notesInTheActionLogForWhomItWasDone() throws Exception {
    Person supervisor = people.with(Role.SUPERVISOR);
    byAdministrator(supervisor, deputy);
    String number = cases.open("路灯不亮");
    cases.task(number, "SignCase");
    mvc.perform(
            post("/supervision/cases/{number}/urge", number)
                .param("reason", "群众多次来电")
                .with(as(now(deputy)))
                .with(csrf()))
        .andExpect(status().isSeeOther());

    mvc.perform(get("/audit?who=" + deputy.id()).with(as(people.with(Role.AUDITOR))))
        .andExpect(content().string(containsString("测试handler（代测试supervisor）")));
  }

  @Test
  void endsByItselfAfterItsLastDay() {
    byAdministrator(people.with(Role.AGENT), deputy);
    assertThat(now(deputy).is(Role.AGENT)).isTrue();
    clock.pass(Duration.ofDays(2));

    assertThat(now(deputy).is(Role.AGENT)).isFalse();
  }

  @Test
  void beginsOnItsFirstDayOnly() {
    Person agent = people.with(Role.AGENT);
    assertThat(name(agent, deputy, today.plusDays(1), today.plusDays(3))).isNull();

    assertThat(now(deputy).is(Role.AGENT)).isFalse();
  }

  @Test
  void endsForGoodWhereEitherAccountIsDisabled() {
    Person agent = people.with(Role.AGENT);
    byAdministrator(agent, deputy);
    accounts.disable(agent.id(), "test");
    accounts.enable(agent.id());

    assertThat(now(deputy).is(Role.AGENT)).isFalse();
  }

  @Test
  void endsAtOnceWhereTheDeputyLaysItDown() throws Exception {
    Person agent = people.with(Role.AGENT);
    byAdministrator(agent, deputy);
    Deputy named = deputies.of(deputy.id(), 1).get(0);
    end(people.with(Role.HANDLER), named).andExpect(status().isNotFound());
    end(deputy, named).andExpect(redirectedUrl("/deputies"));

    assertThat(now(deputy).is(Role.AGENT)).isFalse();
  }

  @Test
  void lendsNoAdministratorsRole() {
    byAdministrator(people.with(Role.ADMIN), deputy);

    assertThat(now(deputy).is(Role.ADMIN)).isFalse();
  }

  @Test
  void lendsNothingThatIsLentItself() {
    Person third = people.with(Role.HANDLER);
    assertThat(name(away, deputy, today, today)).isNull();

    assertThat(name(deputy, third, today, today)).isEqualTo("deputy.standsIn");
    assertThat(name(third, away, today, today)).isEqualTo("deputy.isAway");
    assertThat(name(away, third, today, today)).isEqualTo("deputy.hasOne");
    assertThat(name(deputy, away, today, today)).isEqualTo("deputy.isAway");
    assertThat(name(deputy, third, today.plusDays(1), today.plusDays(1))).isNull();
  }

  @Test
  void refusesDaysThatMakeNoSense() {
    assertThat(name(away, deputy, today.minusDays(1), today)).isEqualTo("deputy.from.past");
    assertThat(name(away, deputy, today.plusDays(2), today)).isEqualTo("person.to.beforeFrom");
    assertThat(name(away, deputy, today, today.plusDays(62))).isEqualTo("deputy.to.far");
    assertThat(name(away, away, today, today)).isEqualTo("deputy.self");
  }

  @Test
  void namesOneOfTwoAtOnce() throws Exception {
    Person third = people.with(Role.HANDLER);
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      Future<String> one =
          two.submit(
              () -> {
                start.await();
                return name(away, deputy, today, today);
              });
      Future<String> other =
          two.submit(
              () -> {
                start.await();
                return name(deputy, third, today, today);
              });
      start.countDown();
      assertThat(new String[] {one.get(), other.get()}).containsOnlyOnce((String) null);
    } finally {
      two.shutdownNow();
    }
  }

  @Test
  void letsALeadNameForHisPeopleAndForNobodyElse() throws Exception {
    Person foreign = people.with(Role.HANDLER, ELSEWHERE);
    send(lead, away, deputy.id()).andExpect(status().isSeeOther());
    send(lead, foreign, deputy.id()).andExpect(status().isNotFound());
    accounts.give(away.id(), Role.HANDLER, ELSEWHERE, today, null, "test");

    send(lead, now(away), deputy.id()).andExpect(status().isNotFound());
  }

  @Test
  void letsNoDeputyOfALeadNameDeputies() throws Exception {
    byAdministrator(lead, deputy);

    send(now(deputy), away, people.with(Role.HANDLER).id()).andExpect(status().isNotFound());
    send(now(deputy), lead, deputy.id()).andExpect(status().isNotFound());
  }

  @Test
  void letsAPersonChooseColleaguesOnly() throws Exception {
    Person foreign = people.with(Role.HANDLER, ELSEWHERE);
    show(away)
        .andExpect(content().string(containsString(deputy.id())))
        .andExpect(content().string(not(containsString(foreign.id()))));
    send(away, away, foreign.id())
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("id=\"deputy-problem\"")));

    send(away, away, deputy.id()).andExpect(redirectedUrl("/deputies"));
  }

  @Test
  void showsTheAccusedUnitsPeopleNothingAlsoAsDeputies() throws Exception {
    String number =
        cases.open("举报", Map.of("kind", "report", "accusedUnit", ELSEWHERE, "confidential", true));
    Person accused = people.with(Role.HANDLER, ELSEWHERE);
    Person agent = people.with(Role.AGENT);
    assertThat(access.seen(agent, number)).isPresent();
    byAdministrator(agent, accused);

    assertThat(access.seen(now(accused), number)).isEmpty();
    assertThat(access.callerFor(now(accused), number)).isEmpty();
  }

  @Test
  void saysForWhomOneStandsIn() throws Exception {
    Person agent = people.with(Role.AGENT);
    byAdministrator(agent, deputy);

    show(deputy).andExpect(content().string(containsString("您正在代测试agent履职")));
    assertThat(now(deputy).roles()).extracting(HeldRole::lender).containsExactly(null, agent.id());
  }

  private void byAdministrator(Person person, Person standsIn) {
    assertThat(name(person, standsIn, today, today.plusDays(1))).isNull();
  }

  /** The key of what is in the way; null where it is done. */
  private String name(Person person, Person standsIn, LocalDate from, LocalDate to) {
    return deputies
        .name(new Wish(person.id(), standsIn.id(), from, to), "test")
        .map(Obstacle::key)
        .orElse(null);
  }

  private Person now(Person person) {
    return accounts.find(person.id()).orElseThrow();
  }

  private ResultActions see(Person person, String number) throws Exception {
    return mvc.perform(get("/cases/{number}", number).with(as(person)));
  }

  private ResultActions show(Person person) throws Exception {
    return mvc.perform(get("/deputies").with(as(person))).andExpect(status().isOk());
  }

  private ResultActions send(Person namer, Person person, String standsIn) throws Exception {
    return mvc.perform(
        post("/deputies")
            .param("person", person.id())
            .param("deputy", standsIn)
            .param("from", "")
            .param("to", today.plusDays(3).toString())
            .with(as(namer))
            .with(csrf()));
  }

  private ResultActions end(Person who, Deputy named) throws Exception {
    return mvc.perform(post("/deputies/{id}/end", named.id()).with(as(who)).with(csrf()));
  }
}
