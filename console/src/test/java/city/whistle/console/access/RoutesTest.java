package city.whistle.console.access;

import static city.whistle.console.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import city.whistle.console.ConsoleTest;
import city.whistle.console.People;
import city.whistle.console.account.Person;
import city.whistle.console.account.Role;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every role on every route: what {@code routes.txt} doesn't list is refused. A new route needs a
 * line there.
 */
@ConsoleTest
class RoutesTest {

  private static final int FOUND = 302;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;

  @Test
  void listsEveryRoute() throws IOException {
    Set<String> routes = new TreeSet<>();
    requestMappingHandlerMapping.getHandlerMethods().forEach((to, by) -> add(routes, to, by));
    assertThat(Routes.listed().keySet()).isEqualTo(routes);
  }

  private static void add(Set<String> routes, RequestMappingInfo to, HandlerMethod by) {
    if (DeclaredRights.isOurs(by)) {
      Set<RequestMethod> methods = to.getMethodsCondition().getMethods();
      // one without a method answers to all of them
      for (Object method : methods.isEmpty() ? Set.of("ANY") : methods) {
        to.getPatternValues().forEach(path -> routes.add(method + " " + path));
      }
    }
  }

  @Test
  void refusesWhomARouteIsNotFor() throws Exception {
    Map<Role, Person> somebody =
        Arrays.stream(Role.values()).collect(Collectors.toMap(role -> role, people::with));
    for (Map.Entry<String, Set<String>> route : Routes.listed().entrySet()) {
      Set<String> let = new TreeSet<>();
      for (Role role : Role.values()) {
        if (status(route.getKey(), somebody.get(role)) != FORBIDDEN) {
          let.add(role.wireName());
        }
      }
      assertThat(let).as(route.getKey()).isEqualTo(expected(route.getValue()));
    }
  }

  @Test
  void sendsWhoIsNotSignedInToTheForm() throws Exception {
    for (Map.Entry<String, Set<String>> route : Routes.listed().entrySet()) {
      if (!route.getValue().contains("everybody")) {
        assertThat(status(route.getKey(), null)).as(route.getKey()).isIn(FOUND, UNAUTHORIZED);
      }
    }
  }

  @Test
  void letsNoFormInWithoutItsToken() throws Exception {
    Person somebody = people.with(Role.ADMIN);
    for (String route : Routes.listed().keySet()) {
      if (!route.startsWith("GET ")) {
        for (Person person : Arrays.asList(somebody, null)) {
          assertThat(sent(route, person, false).getHandler()).as("what answers %s", route).isNull();
        }
      }
    }
  }

  private static Set<String> expected(Set<String> listed) {
    return listed.contains("everybody") || listed.contains("signedIn")
        ? Arrays.stream(Role.values())
            .map(Role::wireName)
            .collect(Collectors.toCollection(TreeSet::new))
        : listed;
  }

  private int status(String route, Person person) throws Exception {
    return sent(route, person, true).getResponse().getStatus();
  }

  private MvcResult sent(String route, Person person, boolean withToken) throws Exception {
    String[] parts = route.split(" ");
    String path = parts[1].replaceAll("\\{[^{}]*(\\{[^}]*}[^}]*)?}", "0");
    var asked = request(HttpMethod.valueOf(parts[0]), path);
    if (withToken) {
      asked.with(csrf());
    }
    if (person != null) {
      asked.with(as(person));
    }
    return mvc.perform(asked).andReturn();
  }
}
