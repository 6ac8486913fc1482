package city.whistle.console.access;

import static city.whistle.console.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import city.whistle.console.Cases;
import city.whistle.console.ConsoleTest;
import city.whistle.console.People;
import city.whistle.console.account.Person;
import city.whistle.console.account.Role;
import city.whistle.workers.casefile.CaseFiles;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * Every unit over another unit's case, on every route of {@code routes.txt}: what is about one case
 * or task is not there, and no list, part or file tells of it.
 */
@ConsoleTest
class ForeignCasesTest {

  private static final String TITLE = "路灯不亮，只有本街道知道";

  /**
   * About the person's own notes of it: whoever has none of this task changes and learns nothing.
   */
  private static final Set<String> OF_ONESELF = Set.of("POST /tasks/{key:\\d{1,18}}/read");

  /** Its lists hold no other test's cases. */
  private static final String STREET = "110102014";

  private static final String OTHER_STREET = "110102001";
  private static final String OTHER_DISTRICT = "110101";

  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired Cases cases;
  @Autowired CaseFiles files;

  private String number;
  private String task;
  private String instance;
  private List<Person> foreign;

  @BeforeEach
  void open() throws Exception {
    number = cases.openIn(STREET, TITLE);
    task = String.valueOf(cases.task(number, "SignCase"));
    instance = String.valueOf(files.byNumber(number).orElseThrow().processInstanceKey());
    foreign =
        List.of(
            people.with(Role.HANDLER, OTHER_STREET),
            people.with(Role.LEAD, OTHER_STREET),
            people.with(Role.CHIEF, OTHER_STREET),
            people.with(Role.STEWARD, OTHER_STREET),
            people.with(Role.HANDLER, OTHER_DISTRICT),
            people.with(Role.SUPERVISOR, OTHER_DISTRICT));
  }

  @Test
  void areNotThereForAnotherUnit() throws Exception {
    Set<String> routes = about(path -> path.matches(".*\\{(number|key|instance)[:}].*"));
    assertThat(routes).hasSizeGreaterThan(15).anyMatch(one -> one.contains("{instance"));
    assertThat(routes.removeAll(OF_ONESELF)).as("routes of oneself are listed").isTrue();

    for (String route : routes) {
      for (Person person : foreign) {
        assertThat(ask(route, person).getStatus())
            .as("%s by %s", route, person.id())
            .isIn(403, 404);
      }
    }
  }

  @Test
  void areInNoListOfAnotherUnit() throws Exception {
    Set<String> lists = about(path -> !path.contains("{"));
    assertThat(lists).contains("GET /tasks", "GET /cases", "GET /supervision.csv");

    for (String route : lists) {
      for (Person person : foreign) {
        if (route.startsWith("GET ")) {
          assertThat(ask(route, person).getContentAsString())
              .as("%s by %s", route, person.id())
              .doesNotContain(number)
              .doesNotContain(TITLE);
        }
      }
    }
  }

  @Test
  void areThereForTheirOwn() throws Exception {
    Person own = people.with(Role.HANDLER, STREET);

    for (String path : List.of("/cases/" + number, "/tasks/" + task, "/tasks", "/cases")) {
      String page =
          mvc.perform(get(path).with(as(own))).andReturn().getResponse().getContentAsString();
      assertThat(page).as(path).contains(TITLE);
    }
  }

  private static Set<String> about(Predicate<String> path) throws Exception {
    return Routes.listed().keySet().stream().filter(path).collect(Collectors.toSet());
  }

  /** With what forms ask for, so that nothing else than the case is wrong with it. */
  private MockHttpServletResponse ask(String route, Person person) throws Exception {
    String[] parts = route.split(" ");
    String path =
        parts[1]
            .replace("{number}", number)
            .replaceAll("\\{instance[^{}]*(\\{[^}]*}[^}]*)?}", instance)
            .replaceAll("\\{key[^{}]*(\\{[^}]*}[^}]*)?}", task)
            .replaceAll("\\{[^{}]*(\\{[^}]*}[^}]*)?}", "0");
    MockHttpServletRequestBuilder asked =
        request(HttpMethod.valueOf(parts[0]), path)
            .with(csrf())
            .with(as(person))
            .contentType(MediaType.TEXT_PLAIN)
            .content("{}");
    Stream.of("reason", "values", "part", "to", "outcome")
        .forEach(name -> asked.param(name, name.equals("values") ? "{}" : "phone"));
    return mvc.perform(asked).andReturn().getResponse();
  }
}
