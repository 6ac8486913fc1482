package city.whistle.workers.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@RegistryTest
class ApiGateTest {

  @Autowired private MockMvc api;
  @Autowired private ApiClients clients;
  @Autowired private Registry registry;
  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;

  @Test
  void knowsForEachCallWhoMayMakeIt() {
    assertThat(requestMappingHandlerMapping.getHandlerMethods().values())
        .filteredOn(call -> call.getBeanType().getPackage().equals(ApiGate.class.getPackage()))
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
    return api.perform(
        post(URI.create(path))
            .header("X-API-Key", key)
            .contentType(MediaType.APPLICATION_JSON)
            .content("{}"));
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
