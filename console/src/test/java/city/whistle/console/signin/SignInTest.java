package city.whistle.console.signin;

import static city.whistle.console.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
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
import city.whistle.console.account.FirstAdministrator;
import city.whistle.console.account.Person;
import city.whistle.console.account.Role;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;

@ConsoleTest
class SignInTest extends SignInScene {

  @Autowired FirstAdministrator first;
  @Autowired JdbcClient jdbc;

  @Test
  void leavesItToTheApiToSayThatAnAddressCannotBeRead() throws Exception {
    mvc.perform(get(URI.create("/api/cases/..;/x")))
        .andExpect(status().isBadRequest())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
        .andExpect(content().string(containsString("no semicolon")));
  }

  @Test
  void signsInWithThePasswordThatWasChosenByALink() throws Exception {
    Person person = people.with(Role.AGENT);

    choose(links.make(person.id()), PASSWORD, PASSWORD)
        .andExpect(status().isSeeOther())
        .andExpect(redirectedUrl("/sign-in"));

    signIn(person.id(), PASSWORD).andExpect(redirectedUrl("/"));
  }

  @Test
  void letsALinkBeLookedAtButUsedOnce() throws Exception {
    String link = links.make(people.with(Role.AGENT).id());
    for (int i = 0; i < 3; i++) {
      mvc.perform(get(link)).andExpect(status().isOk());
    }
    choose(link, PASSWORD, PASSWORD).andExpect(status().isSeeOther());

    choose(link, PASSWORD, PASSWORD).andExpect(status().isGone());
    mvc.perform(get(link)).andExpect(status().isGone());
  }

  @Test
  void forgetsALinkAfterThreeDays() throws Exception {
    String link = links.make(people.with(Role.AGENT).id());
    clock.pass(Duration.ofDays(3).plusSeconds(1));

    mvc.perform(get(link)).andExpect(status().isGone());
  }

  @Test
  void refusesAPasswordThatIsTooShort() throws Exception {
    choose(links.make(people.with(Role.AGENT).id()), "kurz", "kurz")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("id=\"password-problem\"")));
  }

  @Test
  void givesTheFirstAdministratorALinkAndNoPassword() throws Exception {
    String link = first.link().orElseThrow();
    signIn(FirstAdministrator.ID, "admin").andExpect(redirectedUrl("/sign-in?wrong"));
    choose(link, PASSWORD, PASSWORD).andExpect(status().isSeeOther());

    assertThat(first.link()).isEmpty();
  }

  @Test
  void notesWhoSignedInAndWhosePasswordWasWrongAndNoOtherName() throws Exception {
    Person person = ready();
    signIn(person.id(), "wrong");
    signIn(person.id().toUpperCase(Locale.ROOT), PASSWORD);
    signIn("correct-horse-battery", PASSWORD);

    assertThat(
            jdbc.sql("select how || ' ' || done from console.sign_in where who = ? order by id")
                .param(person.id())
                .query(String.class)
                .list())
        .containsExactly("password false", "password true");
    mvc.perform(get("/audit?kind=signIns&who=" + person.id()).with(as(people.with(Role.AUDITOR))))
        .andExpect(content().string(allOf(containsString("被拒绝"), containsString(person.id()))));
    mvc.perform(get("/audit.csv?kind=signIns").with(as(people.with(Role.AUDITOR))))
        .andExpect(content().string(not(containsString("correct-horse-battery"))));
  }

  @Test
  void forgetsWhoIsDisabledAtOnce() throws Exception {
    Person person = ready();
    Person admin = people.with(Role.ADMIN);
    mvc.perform(post("/accounts/{id}/disable", person.id()).with(as(admin)).with(csrf()))
        .andExpect(status().isSeeOther());

    mvc.perform(get("/").with(as(person))).andExpect(redirectedUrl("/sign-in"));
    signIn(person.id(), PASSWORD).andExpect(redirectedUrl("/sign-in?wrong"));
  }

  @Test
  void letsARoleGoAtItsEnd() throws Exception {
    Person person = people.with(Role.ADMIN);
    mvc.perform(get("/accounts").with(as(person))).andExpect(status().isOk());
    accounts.end(person.id(), person.roles().get(0).id());

    mvc.perform(get("/accounts").with(as(person))).andExpect(status().isForbidden());
  }

  @Test
  void keepsSessionsInTheDatabase() throws Exception {
    Person person = ready();
    signIn(person.id(), PASSWORD);

    assertThat(
            jdbc.sql("select count(*) from console.session where principal_name = ?")
                .param(person.id())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void keepsPasswordsAsArgon2id() {
    Person person = ready();

    assertThat(
            jdbc.sql("select password_hash from console.person where id = ?")
                .param(person.id())
                .query(String.class)
                .single())
        .startsWith("$argon2id$");
  }

  @Test
  void sendsStrictHeaders() throws Exception {
    mvc.perform(get("/sign-in"))
        .andExpect(header().string("Content-Security-Policy", containsString("default-src 'none'")))
        .andExpect(header().string("X-Content-Type-Options", "nosniff"))
        .andExpect(header().string("X-Frame-Options", "DENY"))
        .andExpect(header().string("Referrer-Policy", "same-origin"))
        .andExpect(header().string("Cache-Control", containsString("no-store")));
  }

  @Test
  void refusesARequestWithoutItsToken() throws Exception {
    mvc.perform(post("/accounts/new").with(as(people.with(Role.ADMIN))))
        .andExpect(status().isForbidden());
  }

  @Test
  void leadsAFormWhoseSessionHasEndedBackToItsTask() throws Exception {
    mvc.perform(post("/tasks/4711/complete").param("values", "{}"))
        .andExpect(status().isSeeOther())
        .andExpect(redirectedUrl("/tasks/4711"));
    mvc.perform(post("/accounts/new")).andExpect(redirectedUrl("/sign-in?ended"));
  }

  @Test
  void keepsTheChosenLanguage() throws Exception {
    Person person = people.with(Role.ADMIN);
    mvc.perform(post("/language").param("language", "en").with(as(person)).with(csrf()))
        .andExpect(redirectedUrl("/"));

    mvc.perform(get("/accounts").with(as(person)).header("Accept-Language", "zh-CN"))
        .andExpect(content().string(containsString("<html lang=\"en\">")));
  }

  @Test
  void sendsNobodyToAnotherServer() throws Exception {
    mvc.perform(
            post("/language").param("language", "en").param("back", "//evil.example").with(csrf()))
        .andExpect(redirectedUrl("/"));
  }

  @Test
  void sendsWhoHoldsNoRoleToHisAccount() throws Exception {
    Person person = people.with(Role.ADMIN);
    accounts.end(person.id(), person.roles().get(0).id());

    mvc.perform(get("/").with(as(person))).andExpect(redirectedUrl("/account"));
    mvc.perform(get("/account").with(as(person)))
        .andExpect(content().string(containsString("您还没有任何角色")));
  }

  @Test
  void printsTheFirstLinkAgainWhereNoAdministratorIsLeft() throws Exception {
    String link = first.link().orElseThrow();
    accounts.end(FirstAdministrator.ID, adminRole());
    accounts.disable(FirstAdministrator.ID, "test");
    mvc.perform(get(link)).andExpect(status().isGone());

    mvc.perform(get(first.link().orElseThrow())).andExpect(status().isOk());
    assertThat(accounts.find(FirstAdministrator.ID).orElseThrow().is(Role.ADMIN)).isTrue();
  }

  private UUID adminRole() {
    return accounts.find(FirstAdministrator.ID).orElseThrow().roles().get(0).id();
  }

  @Test
  void letsNoAdministratorPutHimselfOut() throws Exception {
    Person admin = people.with(Role.ADMIN);
    UUID role = admin.roles().get(0).id();
    mvc.perform(post("/accounts/{id}/disable", admin.id()).with(as(admin)).with(csrf()));
    mvc.perform(
        post("/accounts/{id}/roles/{role}/end", admin.id(), role).with(as(admin)).with(csrf()));

    assertThat(accounts.find(admin.id()).orElseThrow().is(Role.ADMIN)).isTrue();
  }
}
