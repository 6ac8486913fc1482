package city.whistle.console.supervision;

import static city.whistle.console.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.console.Cases;
import city.whistle.console.ConsoleTest;
import city.whistle.console.People;
import city.whistle.console.account.Person;
import city.whistle.console.account.Role;
import io.camunda.client.CamundaClient;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** What a supervisor sees of processes: how many run, where they stand, what fails. */
@ConsoleTest
class ProcessesTest {

  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired Cases cases;
  @Autowired CamundaClient client;

  private Person supervisor;
  private String number;

  @BeforeEach
  void openCase() throws Exception {
    supervisor = people.with(Role.SUPERVISOR);
    number = cases.open("井盖缺失");
    cases.task(number, "SignCase");
  }

  @Test
  void countsWhatRunsOfEachProcess() throws Exception {
    show("/supervision/processes")
        .andExpect(content().string(allOf(containsString("诉求办理"), containsString("个运行中"))));
  }

  @Test
  void opensEachNumberOfAStepToItsCases() throws Exception {
    String page = text(show("/supervision/processes/complaint-case"));
    assertThat(page).contains("签收", "近30天");
    Matcher link =
        Pattern.compile("href=\"([^\"]*/instances\\?[^\"]*element=SignCase)\"").matcher(page);
    assertThat(link.find()).isTrue();

    assertThat(everyPage(link.group(1).replace("&amp;", "&"))).contains(number);
  }

  @Test
  void knowsNoProcessAndNoVersionThatIsNotThere() throws Exception {
    ask(supervisor, "/supervision/processes/nothing").andExpect(status().isNotFound());
    ask(supervisor, "/supervision/processes/complaint-case?version=999")
        .andExpect(status().isNotFound());
    ask(supervisor, "/supervision/processes/complaint-case/instances?after=nowhere")
        .andExpect(status().isNotFound());
    ask(supervisor, "/supervision/instances/1").andExpect(status().isNotFound());
  }

  @Test
  void putsIncidentsTogetherByTheStepThatFails() throws Exception {
    HinderedProcess.start(client);
    HinderedProcess.start(client);

    String page = text(show("/supervision/incidents"));
    assertThat(page).contains("Choose", "条件无法判断");
    Matcher link = Pattern.compile("href=\"([^\"]*element=Choose[^\"]*)\"").matcher(page);
    assertThat(link.find()).isTrue();
    show(link.group(1).replace("&amp;", "&")).andExpect(content().string(containsString("技术故障")));
    ask(people.with(Role.SUPERVISOR, "110102"), "/supervision/incidents")
        .andExpect(content().string(not(containsString("Choose"))));
  }

  private String everyPage(String first) throws Exception {
    Pattern next = Pattern.compile("class=\"more\"><a href=\"([^\"]*)\"");
    StringBuilder all = new StringBuilder();
    for (String path = first; path != null; ) {
      String page = text(show(path));
      all.append(page);
      Matcher more = next.matcher(page);
      path = more.find() ? URI.create(more.group(1).replace("&amp;", "&")).toString() : null;
    }
    return all.toString();
  }

  private ResultActions show(String path) throws Exception {
    return ask(supervisor, path).andExpect(status().isOk());
  }

  private ResultActions ask(Person person, String path) throws Exception {
    return mvc.perform(get(URI.create(path)).with(as(person)));
  }

  private static String text(ResultActions answer) throws Exception {
    return answer.andReturn().getResponse().getContentAsString();
  }
}
