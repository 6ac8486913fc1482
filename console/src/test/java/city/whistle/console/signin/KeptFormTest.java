package city.whistle.console.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.console.ConsoleTest;
import city.whistle.console.MovedClock;
import city.whistle.console.People;
import city.whistle.console.account.Accounts;
import city.whistle.console.account.Passwords;
import city.whistle.console.account.Person;
import city.whistle.console.account.Role;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A form that is sent after its session has ended. */
@ConsoleTest
class KeptFormTest {

  private static final String PASSWORD = "correct horse battery";
  private static final String SAID = "三楼漏水，电话13800000000";

  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired Accounts accounts;
  @Autowired Passwords passwords;
  @Autowired MovedClock clock;
  @Autowired JdbcClient jdbc;

  private Person agent;

  @BeforeEach
  void meet() {
    agent = ready();
  }

  @Test
  void isThereAgainAfterSigningIn() throws Exception {
    Cookie ended = ended(agent);
    Cookie fresh =
        signIn(
            agent, session(send(ended, intake(agent)).andExpect(redirectedUrl("/sign-in?kept"))));

    see(fresh).andExpect(content().string(containsString("value=\"" + SAID + "\"")));
    mvc.perform(post("/not-saved").cookie(fresh).with(csrf()))
        .andExpect(status().isTemporaryRedirect())
        .andExpect(header().string("Location", "/intake"));
    see(fresh).andExpect(redirectedUrl("/"));
  }

  @Test
  void isKeptSealed() throws Exception {
    Cookie ended = ended(agent);
    send(ended, intake(agent));

    assertThat(
            jdbc.sql(
                    "select count(*) from console.session_attributes where position(convert_to(?, 'UTF8') in attribute_bytes) > 0")
                .param(SAID)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void isNobodyElsesToSee() throws Exception {
    Person other = ready();
    Cookie ended = ended(agent);
    Cookie fresh = signIn(other, session(send(ended, intake(agent))));

    see(fresh).andExpect(content().string(not(containsString(SAID))));
    see(fresh).andExpect(redirectedUrl("/"));
  }

  @Test
  void isDiscardedWhereThePersonWants() throws Exception {
    Cookie ended = ended(agent);
    Cookie fresh = signIn(agent, session(send(ended, intake(agent))));
    mvc.perform(post("/not-saved/discard").cookie(fresh).with(csrf()))
        .andExpect(redirectedUrl("/"));

    see(fresh).andExpect(redirectedUrl("/"));
  }

  @Test
  void isKeptAlsoWhereThePersonSignedInElsewhereMeanwhile() throws Exception {
    Cookie here = signIn(agent, null);

    send(here, intake(agent)).andExpect(redirectedUrl("/not-saved"));
  }

  @Test
  void isNotKeptWhereAnotherSiteSentIt() throws Exception {
    Cookie here = signIn(agent, null);

    send(here, intake(agent).header("Sec-Fetch-Site", "cross-site"))
        .andExpect(status().isForbidden());
    mvc.perform(intake(agent)).andExpect(redirectedUrl("/sign-in?ended"));
  }

  @Test
  void isNotKeptWhereItHoldsAPassword() throws Exception {
    send(ended(agent), intake(agent).param("password", PASSWORD))
        .andExpect(redirectedUrl("/sign-in?ended"));
  }

  @Test
  void isNotKeptWhereNothingWasTyped() throws Exception {
    send(signIn(agent, null), signOut()).andExpect(redirectedUrl("/"));

    send(ended(agent), signOut()).andExpect(redirectedUrl("/sign-in"));
  }

  private MockHttpServletRequestBuilder signOut() {
    return post("/sign-out").param("_person", agent.id());
  }

  @Test
  void saysThatItIsNotSavedWhereItIsTooLong() throws Exception {
    send(ended(agent), intake(agent).param("more", "长".repeat(200_001)))
        .andExpect(redirectedUrl("/sign-in?ended"));
    mvc.perform(get("/sign-in?ended")).andExpect(content().string(containsString("没有保存")));
  }

  @Test
  void leadsAPartOfAPageToTheFormToSignInAsAWhole() throws Exception {
    send(ended(agent), intake(agent).header("HX-Request", "true"))
        .andExpect(status().isUnauthorized())
        .andExpect(header().string("HX-Redirect", "/sign-in?kept"));
  }

  @Test
  void tellsAScriptThatItsDraftIsNotSaved() throws Exception {
    send(ended(agent), post("/tasks/1/draft").contentType(MediaType.TEXT_PLAIN).content("{}"))
        .andExpect(status().isUnauthorized());
  }

  @Test
  void endsASessionAfterItsLongestTimeHoweverMuchItIsUsed() throws Exception {
    Cookie here = signIn(agent, null);
    for (int i = 0; i < 12; i++) {
      mvc.perform(get("/account").cookie(here)).andExpect(status().isOk());
      clock.pass(Duration.ofHours(1));
    }

    mvc.perform(get("/account").cookie(here)).andExpect(redirectedUrl("/sign-in"));
  }

  @Test
  void endsOtherSessionsWithTheFormerPassword() throws Exception {
    Cookie here = signIn(agent, null);
    Cookie there = signIn(agent, null);
    change(here, "wrong").andExpect(status().isUnprocessableEntity());
    change(here, PASSWORD).andExpect(redirectedUrl("/account"));

    mvc.perform(get("/account").cookie(there)).andExpect(redirectedUrl("/sign-in"));
    mvc.perform(get("/account").cookie(here)).andExpect(status().isOk());
  }

  @Test
  void signsOutEverywhereElse() throws Exception {
    Cookie here = signIn(agent, null);
    Cookie there = signIn(agent, null);
    mvc.perform(post("/account/sessions/end").cookie(here).with(csrf()));

    mvc.perform(get("/account").cookie(there)).andExpect(redirectedUrl("/sign-in"));
    mvc.perform(get("/account").cookie(here)).andExpect(status().isOk());
  }

  private ResultActions change(Cookie session, String current) throws Exception {
    return mvc.perform(
        post("/account/password")
            .param("current", current)
            .param("password", "another " + PASSWORD)
            .param("again", "another " + PASSWORD)
            .cookie(session)
            .with(csrf()));
  }

  private Person ready() {
    Person person = people.with(Role.AGENT);
    accounts.setPassword(person.id(), passwords.hash(PASSWORD));
    return person;
  }

  private static MockHttpServletRequestBuilder intake(Person person) {
    return post("/intake")
        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
        .param("_person", person.id())
        .param("content", SAID);
  }

  private ResultActions send(Cookie session, MockHttpServletRequestBuilder form) throws Exception {
    return mvc.perform(form.cookie(session));
  }

  private ResultActions see(Cookie session) throws Exception {
    return mvc.perform(get("/not-saved").cookie(session));
  }

  /** A session that was the person's, and is gone. */
  private Cookie ended(Person person) throws Exception {
    Cookie session = signIn(person, null);
    jdbc.sql("delete from console.session where principal_name = ?").param(person.id()).update();
    return session;
  }

  private Cookie signIn(Person person, Cookie before) throws Exception {
    MockHttpServletRequestBuilder form =
        post("/sign-in").param("name", person.id()).param("password", PASSWORD).with(csrf());
    return session(
        mvc.perform(before == null ? form : form.cookie(before)).andExpect(status().isFound()));
  }

  private static Cookie session(ResultActions answer) {
    return answer.andReturn().getResponse().getCookie("whistle");
  }
}
