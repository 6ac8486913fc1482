package city.whistle.workers.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.request.BodyPlaces;
import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@RegistryTest
class ApiGateTest {

  @Autowired private MockMvc api;
  @Autowired private ApiClients clients;
  @Autowired private Registry registry;
  @Autowired private BodyPlaces large;
  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;

  @Test
  void knowsForEachCallWhoMayMakeIt() {
    assertThat(calls())
        .isNotEmpty()
        .allMatch(
            call ->
                call.hasMethodAnnotation(Needs.class) != call.hasMethodAnnotation(OpenToAll.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/units", "/%61pi/units", "/api/units?parent=110102", "/api/cases/x"})
  void refusesACallerWithoutAKeyHoweverThePathIsWritten(String path) throws Exception {
    api.perform(get(URI.create(path)))
        .andExpect(status().isUnauthorized())
        .andExpect(header().exists("WWW-Authenticate"))
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
  }

  @Test
  void refusesAKeyThatNobodyHas() throws Exception {
    api.perform(get("/api/units").header("X-API-Key", ApiClients.newKey()))
        .andExpect(status().isUnauthorized());
  }

  @Test
  void refusesAClientThatWasShutOut() throws Exception {
    String key = admit(Scope.READ);
    clients.list().stream()
        .filter(client -> client.scopes().equals(Set.of(Scope.READ)))
        .forEach(client -> clients.shutOut(client.id()));

    api.perform(get("/api/units").header("X-API-Key", key)).andExpect(status().isUnauthorized());
  }

  @Test
  void saysWhichScopeIsMissing() throws Exception {
    send("/api/cases", admit(Scope.READ))
        .andExpect(status().isForbidden())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
        .andExpect(jsonPath("$.scope").value("intake"));
  }

  @ParameterizedTest
  @CsvSource({
    "INTAKE, /api/cases",
    "INTAKE, /api/cases/x/supplement",
    "WHISTLE, /api/whistles",
  })
  void letsAClientDoWhatItsScopeAllows(Scope scope, String path) throws Exception {
    send(path, admit(scope)).andExpect(status().isUnprocessableEntity());
  }

  @ParameterizedTest
  @CsvSource({
    "/api/cases",
    "/api/cases/x",
    "/api/cases/x/timeline",
    "/api/units",
  })
  void letsNobodySeeWithoutTheScopeToRead(String path) throws Exception {
    api.perform(get(path).header("X-API-Key", admit(EnumSet.complementOf(EnumSet.of(Scope.READ)))))
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.scope").value("read"));
  }

  @Test
  void keepsNoKeyInTheClear() {
    String key = admit(Scope.READ);

    assertThat(registry.everythingOutsideTheVault()).doesNotContain(key);
  }

  @Test
  void doesNotKnowAPathThatIsNone() throws Exception {
    api.perform(get("/api/nothing"))
        .andExpect(status().isNotFound())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
        .andExpect(
            jsonPath("$.detail").value("there is no such call; /api shows those that there are"));
  }

  @Test
  void saysWhichMethodsAPathHas() throws Exception {
    api.perform(delete("/api/units"))
        .andExpect(status().isMethodNotAllowed())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
        .andExpect(header().string("Allow", "GET"));
  }

  @Test
  void takesNothingButJson() throws Exception {
    api.perform(
            post(URI.create("/api/cases"))
                .header("X-API-Key", CaseApiTest.KEY)
                .contentType(MediaType.TEXT_PLAIN)
                .content("x"))
        .andExpect(status().isUnsupportedMediaType())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
  }

  @Test
  void takesNoBodyLargerThanItsBound() throws Exception {
    char[] text = new char[BodyLimit.BYTES_MAX + 1];
    Arrays.fill(text, 'x');

    api.perform(
            post(URI.create("/api/cases"))
                .header("X-API-Key", CaseApiTest.KEY)
                .contentType(MediaType.APPLICATION_JSON)
                .content(new String(text)))
        .andExpect(status().isPayloadTooLarge())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{}", "0"})
  void takesNoBodyThatUnfoldsToMuch(String value) throws Exception {
    String wide = "[" + (value + ",").repeat(JsonBounds.TOKENS_MAX) + value + "]";

    send("/api/cases", CaseApiTest.KEY, wide)
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.detail").value(containsString("too wide")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"title\": \"a\", \"title\": \"b\"}", "{\"place\": {\"x\": 1, \"x\": 1}}"})
  void takesNoBodyWithANameTwice(String body) throws Exception {
    send("/api/cases", CaseApiTest.KEY, body)
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.detail").value(containsString("a name twice")));
  }

  @Test
  void takesFewLargeBodiesAtOnce() throws Exception {
    for (int i = 0; i < BodyPlaces.AT_ONCE; i++) {
      large.begin();
    }
    send("/api/models", CaseApiTest.KEY, "{}")
        .andExpect(status().isServiceUnavailable())
        .andExpect(header().exists("Retry-After"));
    for (int i = 0; i < BodyPlaces.AT_ONCE; i++) {
      large.end();
    }

    for (int i = 0; i <= BodyPlaces.AT_ONCE; i++) {
      send("/api/models", CaseApiTest.KEY, "{}").andExpect(status().isUnprocessableEntity());
      send("/api/models", CaseApiTest.KEY, "{").andExpect(status().isBadRequest());
    }
  }

  @Test
  void takesNoCallThatWouldTakeMoreThanAnyBodyHas() {
    assertThat(calls())
        .filteredOn(call -> call.hasMethodAnnotation(TakesUpTo.class))
        .hasSizeGreaterThan(3)
        .allMatch(
            call -> call.getMethodAnnotation(TakesUpTo.class).value() <= PhotoBodies.BYTES_MAX);
  }

  @Test
  void refusesEachCallToWhoHasEveryScopeButItsOwn() throws Exception {
    Map<Scope, String> keys =
        Arrays.stream(Scope.values())
            .collect(
                Collectors.toMap(
                    scope -> scope, scope -> admit(EnumSet.complementOf(EnumSet.of(scope)))));
    for (var call : requestMappingHandlerMapping.getHandlerMethods().entrySet()) {
      Needs needs = call.getValue().getMethodAnnotation(Needs.class);
      if (needs != null) {
        for (String path : call.getKey().getPatternValues()) {
          for (RequestMethod method : call.getKey().getMethodsCondition().getMethods()) {
            api.perform(
                    request(HttpMethod.valueOf(method.name()), example(path))
                        .header("X-API-Key", keys.get(needs.value()))
                        .contentType(anyOf(call.getKey())))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.scope").value(needs.value().wireName()));
          }
        }
      }
    }
  }

  /** Of a variable that takes certain words alone, the first of them. */
  private static String example(String path) {
    return path.replaceAll("\\{[^}:]*:([^|}]*)[^}]*}", "$1").replaceAll("\\{[^}]*}", "0");
  }

  private static MediaType anyOf(RequestMappingInfo call) {
    return call.getConsumesCondition().getConsumableMediaTypes().stream()
        .filter(MediaType::isConcrete)
        .findFirst()
        .orElse(MediaType.APPLICATION_JSON);
  }

  @Test
  void takesNoBodyThatDoesNotSayItsLength() throws Exception {
    api.perform(
            post(URI.create("/api/cases"))
                .header("X-API-Key", CaseApiTest.KEY)
                .header("Transfer-Encoding", "chunked")
                .contentType(MediaType.APPLICATION_JSON))
        .andExpect(status().isLengthRequired())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
  }

  private ResultActions send(String path, String key) throws Exception {
    return send(path, key, "{}");
  }

  private ResultActions send(String path, String key, String body) throws Exception {
    return api.perform(
        post(URI.create(path))
            .header("X-API-Key", key)
            .contentType(MediaType.APPLICATION_JSON)
            .content(body));
  }

  private List<HandlerMethod> calls() {
    return requestMappingHandlerMapping.getHandlerMethods().values().stream()
        .filter(call -> call.getBeanType().getPackage().equals(ApiGate.class.getPackage()))
        .toList();
  }

  private String admit(Scope scope) {
    return admit(EnumSet.of(scope));
  }

  private String admit(Set<Scope> scopes) {
    String key = ApiClients.newKey();
    clients.admit(new ApiClient(UUID.randomUUID().toString(), "test", scopes, null), key);
    return key;
  }
}
