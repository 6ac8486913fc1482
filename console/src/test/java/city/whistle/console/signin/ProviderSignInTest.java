package city.whistle.console.signin;

import static city.whistle.console.ConsoleTestApplication.PROVIDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.console.ConsoleTest;
import city.whistle.console.People;
import city.whistle.console.account.Accounts;
import city.whistle.console.account.FirstAdministrator;
import city.whistle.console.account.Person;
import city.whistle.console.account.Role;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.web.util.UriComponentsBuilder;

/** Sign-in by an identity provider that speaks OpenID Connect. */
@ConsoleTest
class ProviderSignInTest {

  private static final long VALID_SECONDS = 60;

  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired Accounts accounts;
  @Autowired FirstAdministrator first;
  @Autowired MockOAuth2Server provider;
  @Autowired JdbcClient jdbc;

  private final HttpClient http = HttpClient.newHttpClient();
  private final String subject = UUID.randomUUID().toString();

  @Test
  void signsInByTheNameOfTheAccountAndThenByTheSubject() throws Exception {
    Person person = people.with(Role.AGENT);
    signIn(subject, person.id()).andExpect(redirectedUrl("/"));

    signIn(subject, "another-name").andExpect(redirectedUrl("/"));
  }

  @Test
  void knowsTheSignedInByHisAccountAndKeepsNoToken() throws Exception {
    Person person = people.with(Role.AGENT);
    Cookie session = session(signIn(subject, person.id()));

    mvc.perform(get("/account").cookie(session))
        .andExpect(content().string(containsString(person.id())));
    assertThat(kept(person)).isNotEmpty().noneMatch(text -> text.contains("eyJ"));
  }

  private List<String> kept(Person person) {
    return jdbc.sql(
            """
            select encode(a.attribute_bytes, 'escape') from console.session_attributes a
            join console.session s on s.primary_id = a.session_primary_id where s.principal_name = ?\
            """)
        .param(person.id())
        .query(String.class)
        .list();
  }

  @Test
  void makesNoAccount() throws Exception {
    signIn(subject, "nobody-here").andExpect(redirectedUrl("/sign-in?noAccount"));

    assertThat(accounts.account("nobody-here")).isEmpty();
  }

  @Test
  void refusesADisabledAccount() throws Exception {
    Person person = people.with(Role.AGENT);
    signIn(subject, person.id());
    accounts.disable(person.id(), "test");

    signIn(subject, person.id()).andExpect(redirectedUrl("/sign-in?disabled"));
    mvc.perform(get("/sign-in?disabled")).andExpect(content().string(containsString("该账号已停用")));
  }

  @Test
  void refusesAnAccountThatIsAnothersThere() throws Exception {
    Person person = people.with(Role.AGENT);
    signIn(subject, person.id());

    signIn("another-subject", person.id()).andExpect(redirectedUrl("/sign-in?noAccount"));
  }

  @Test
  void givesNobodyTheFirstAdministratorsAccount() throws Exception {
    first.link();

    signIn(subject, FirstAdministrator.ID).andExpect(redirectedUrl("/sign-in?noAccount"));
  }

  @Test
  void goesWithStateNonceAndAProofOfTheCode() throws Exception {
    URI there = URI.create(start().getRedirectedUrl());

    assertThat(UriComponentsBuilder.fromUri(there).build().getQueryParams())
        .containsKeys("state", "nonce", "code_challenge")
        .containsEntry("code_challenge_method", List.of("S256"))
        .containsEntry("redirect_uri", List.of("http://127.0.0.1:8090/sign-in/back/provider"));
  }

  @Test
  void refusesAnAnswerThatWasNotAskedFor() throws Exception {
    mvc.perform(get("/sign-in/back/provider?code=x&state=y").cookie(session(start())))
        .andExpect(redirectedUrl("/sign-in?provider"));
  }

  @Test
  void leadsToThePageThatWasWanted() throws Exception {
    Person person = people.with(Role.AGENT);
    MockHttpServletResponse asked = mvc.perform(get("/deputies?x=1")).andReturn().getResponse();

    signIn(subject, person.id(), session(asked)).andExpect(redirectedUrl("/deputies?x=1&continue"));
  }

  @Test
  void signsOutAtTheProvider() throws Exception {
    Person person = people.with(Role.AGENT);
    Cookie session = session(signIn(subject, person.id()));
    String server = "http://localhost:" + provider.baseUrl().port();

    mvc.perform(get("/account").cookie(session))
        .andExpect(
            header()
                .string("Content-Security-Policy", containsString("form-action 'self' " + server)));
    String there =
        mvc.perform(post("/sign-out").cookie(session).with(csrf()))
            .andReturn()
            .getResponse()
            .getRedirectedUrl();
    assertThat(there).startsWith(server + "/" + PROVIDER).contains("client_id=whistle");
    mvc.perform(get("/account").cookie(session)).andExpect(redirectedUrl("/sign-in"));
  }

  private ResultActions signIn(String sub, String userName) throws Exception {
    MockHttpServletResponse start = start();
    return comeBack(start.getRedirectedUrl(), session(start), sub, userName);
  }

  private ResultActions signIn(String sub, String userName, Cookie session) throws Exception {
    String there =
        mvc.perform(get("/sign-in/with/provider").cookie(session))
            .andExpect(status().isFound())
            .andReturn()
            .getResponse()
            .getRedirectedUrl();
    return comeBack(there, session, sub, userName);
  }

  private ResultActions comeBack(String there, Cookie session, String sub, String userName)
      throws Exception {
    provider.enqueueCallback(
        new DefaultOAuth2TokenCallback(
            PROVIDER,
            sub,
            "JWT",
            List.of("whistle"),
            Map.of("preferred_username", userName),
            VALID_SECONDS));
    HttpResponse<Void> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(there)).build(),
            HttpResponse.BodyHandlers.discarding());
    URI back = URI.create(answer.headers().firstValue("Location").orElseThrow());
    return mvc.perform(
        get(URI.create(back.getRawPath() + "?" + back.getRawQuery())).cookie(session));
  }

  private MockHttpServletResponse start() throws Exception {
    return mvc.perform(get("/sign-in/with/provider"))
        .andExpect(status().isFound())
        .andReturn()
        .getResponse();
  }

  private static Cookie session(ResultActions answer) {
    return session(answer.andReturn().getResponse());
  }

  private static Cookie session(MockHttpServletResponse answer) {
    return answer.getCookie("whistle");
  }
}
