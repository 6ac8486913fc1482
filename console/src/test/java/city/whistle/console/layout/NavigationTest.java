package city.whistle.console.layout;

import static city.whistle.console.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import city.whistle.console.ConsoleTest;
import city.whistle.console.People;
import city.whistle.console.account.Person;
import city.whistle.console.account.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ConsoleTest
class NavigationTest {

  private static final String UNDER = "<nav class=\"shell__under\"";
  private static final String EXCLUSIONS = "href=\"/exclusions\"";

  @Autowired MockMvc mvc;
  @Autowired People people;

  private Person lead;

  @BeforeEach
  void have() {
    lead = people.with(Role.LEAD, People.STREET);
  }

  @Test
  void showsThePagesUnderAnEntryWhileOneOfThemIsOpen() throws Exception {
    assertThat(page("/exclusions", lead))
        .containsSubsequence(
            "<a href=\"/ranking\" aria-current=\"page\"",
            UNDER,
            "<a href=\"/ranking\">",
            EXCLUSIONS + " aria-current=\"page\"",
            "href=\"/appeals\">");
  }

  @Test
  void showsThemNotElsewhere() throws Exception {
    assertThat(page("/figures", lead)).contains("href=\"/ranking\">").doesNotContain(EXCLUSIONS);
  }

  @Test
  void showsNoneToWhomNoneIsOpen() throws Exception {
    assertThat(page("/ranking", people.with(Role.POLICY))).doesNotContain(UNDER, EXCLUSIONS);
  }

  private String page(String path, Person person) throws Exception {
    return mvc.perform(get(path).with(as(person))).andReturn().getResponse().getContentAsString();
  }
}
