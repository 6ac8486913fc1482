package city.whistle.console.tasks;

import static city.whistle.console.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.console.Cases;
import city.whistle.console.ConsoleTest;
import city.whistle.console.People;
import city.whistle.console.account.Person;
import city.whistle.console.account.Role;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** How the list of tasks is narrowed, and what it says waits for others. */
@ConsoleTest
class TaskListTest {

  /** No other test opens cases there. */
  private static final String STREET = "110102011";

  private static final Map<String, String> PLACE =
      Map.of("districtCode", "110102", "streetCode", STREET);

  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired Cases cases;

  @Test
  void listsOneCategoryAloneAndKeepsItInItsLinks() throws Exception {
    String lamp = open("路灯不亮", "010204");
    String power = open("小区停电", "020101");
    Person handler = people.with(Role.HANDLER, STREET);

    assertThat(page("/tasks", handler)).contains(lamp, power, "value=\"010204\"");
    assertThat(page("/tasks?category=010204", handler))
        .contains(lamp, "/tasks?kind=SignCase&amp;category=010204")
        .doesNotContain(power);
    assertThat(page("/tasks?category=010204&kind=HandleCase", handler))
        .contains("没有这样的", "href=\"/tasks\"")
        .doesNotContain(lamp);
  }

  @Test
  void listsOneStreetAlone() throws Exception {
    String here = open("路灯不亮", "010204");
    String there = cases.open("路灯不亮");
    cases.task(there, "SignCase");
    Person both = people.with(Role.HANDLER, STREET);
    people.also(both, Role.HANDLER, People.STREET);

    assertThat(page("/tasks?street=" + STREET, both)).contains(here).doesNotContain(there);
    assertThat(page("/tasks?category=010204&street=" + STREET, both))
        .contains(here)
        .doesNotContain(there);
    assertThat(page("/tasks?category=020101&street=" + STREET, both)).doesNotContain(here);
  }

  @Test
  void isGivenAwayAsAFileWithItsFilter() throws Exception {
    String lamp = open("=路灯不亮", "010204");
    String power = open("小区停电", "020101");
    Person handler = people.with(Role.HANDLER, STREET);

    assertThat(page("/tasks.csv?category=010204", handler))
        .contains("签收工单,'=路灯不亮," + lamp)
        .doesNotContain(power);
  }

  @Test
  void takesACodeThatCannotBeForNoFilter() throws Exception {
    String lamp = open("路灯不亮", "010204");

    assertThat(page("/tasks?category=%3Cscript%3E", people.with(Role.HANDLER, STREET)))
        .contains(lamp);
  }

  @Test
  void listsWhatWasHandedOnUntilItComesBack() throws Exception {
    Person handler = people.with(Role.HANDLER, STREET);
    String number = open("路灯不亮", "010204");
    complete(handler, number, "SignCase", "{}");
    complete(
        handler,
        number,
        "ContactResident",
        """
        {"contactResult": "reached"}""");
    cases.task(number, "HandleCase");
    assertThat(page("/tasks/waiting", handler)).doesNotContain(number);

    complete(
        handler,
        number,
        "HandleCase",
        """
        {"outcome": "settled"}""");
    complete(
        handler,
        number,
        "ReplyResident",
        """
        {"reply": {"channel": "phone", "text": "已经修好"}}""");

    assertThat(page("/tasks/waiting", handler)).contains(number);
    assertThat(page("/tasks/waiting", people.with(Role.HANDLER, "110102001")))
        .doesNotContain(number);
  }

  @Test
  void saysWhatWouldWaitForOthers() throws Exception {
    assertThat(page("/tasks/waiting", people.with(Role.HANDLER, "110102003"))).contains("列在这里");
    assertThat(page("/tasks/waiting", people.with(Role.SUPERVISOR))).contains("会列在这里");
  }

  private String open(String title, String category) throws Exception {
    String number = cases.open(title, Map.of("place", PLACE, "categoryCode", category));
    cases.task(number, "SignCase");
    return number;
  }

  private void complete(Person person, String number, String step, String values) throws Exception {
    long key = cases.task(number, step);
    mvc.perform(
            post("/tasks/{key}/complete", key)
                .param("values", values)
                .with(as(person))
                .with(csrf()))
        .andExpect(redirectedUrl("/tasks/" + key + "/done"));
  }

  private String page(String path, Person person) throws Exception {
    return mvc.perform(get(URI.create(path)).with(as(person)))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }
}
