package city.whistle.console.people;

import static city.whistle.console.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.console.ConsoleTest;
import city.whistle.console.MovedClock;
import city.whistle.console.People;
import city.whistle.console.account.Accounts;
import city.whistle.console.account.Person;
import city.whistle.console.account.Role;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** What an administrator does with accounts. */
@ConsoleTest
class AccountsTest {

  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired Accounts accounts;
  @Autowired MovedClock clock;

  private Cookie[] session = {};
  private Person admin;
  private String id;

  @BeforeEach
  void administrator() {
    admin = people.with(Role.ADMIN);
    id = "p-" + UUID.randomUUID().toString().substring(0, 8);
  }

  @Test
  void saysAllThatIsWrongAtOnce() throws Exception {
    create("Not an id", "", "handler", "nowhere")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("id-problem"),
                        containsString("name-problem"),
                        containsString("unit-problem"))));
    create(admin.id(), "", "", "")
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("id-problem"),
                        containsString("name-problem"),
                        containsString("role-problem"))));
  }

  @Test
  void leadsABrowserToARefusedFormThatCanBeLoadedAnew() throws Exception {
    MockHttpServletResponse first =
        mvc.perform(get("/accounts/new").with(as(admin))).andReturn().getResponse();
    session = first.getCookies();
    MockHttpServletResponse refused =
        mvc.perform(
                post("/accounts/new")
                    .param("id", id)
                    .param("name", "陈静")
                    .param("role", "")
                    .header("Sec-Fetch-Mode", "navigate")
                    .cookie(session)
                    .with(as(admin))
                    .with(csrf()))
            .andExpect(status().isSeeOther())
            .andReturn()
            .getResponse();

    String path = refused.getHeader("Location");
    for (int load = 0; load < 2; load++) {
      mvc.perform(get(path).cookie(session).with(as(admin)))
          .andExpect(status().isOk())
          .andExpect(content().string(allOf(containsString("陈静"), containsString("role-problem"))));
    }
    mvc.perform(get(path).cookie(session).with(as(people.with(Role.ADMIN))))
        .andExpect(status().isNotFound());
  }

  @Test
  void findsAUnitByItsName() throws Exception {
    create(id, "王丽", "handler", "展览路街道").andExpect(redirectedUrl("/accounts/" + id));

    assertThat(accounts.find(id).orElseThrow().roles())
        .extracting("unitCode")
        .containsExactly("110102009");
  }

  @Test
  void namesThoseThatAreMeantWhereSeveralAre() throws Exception {
    create(id, "王丽", "handler", "西城 街道")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("月坛街道 110102007")));
  }

  @Test
  void showsAMadeLinkAgainByTheAddressThatIsOpen() throws Exception {
    session = create(id, "王丽", "handler", "110102009").andReturn().getResponse().getCookies();

    for (int load = 0; load < 2; load++) {
      page().andExpect(content().string(containsString("http://localhost:8123/password/")));
    }
    clock.pass(Duration.ofMinutes(16));
    page().andExpect(content().string(not(containsString("/password/"))));
  }

  @Test
  void asksBeforeItEndsARole() throws Exception {
    session = create(id, "王丽", "handler", "110102009").andReturn().getResponse().getCookies();

    page().andExpect(content().string(containsString("王丽 将不再担任“承办人” 展览路街道")));
  }

  private ResultActions page() throws Exception {
    return mvc.perform(
        get("http://localhost:8123/accounts/{id}", id).cookie(session).with(as(admin)));
  }

  private ResultActions create(String id, String name, String role, String unit) throws Exception {
    return mvc.perform(
        post("/accounts/new")
            .param("id", id)
            .param("name", name)
            .param("role", role)
            .param("unit", unit)
            .with(as(admin))
            .with(csrf()));
  }
}
