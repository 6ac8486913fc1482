package city.whistle.workers.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.SteppedClock;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.handling.ArchiveCaseWorker;
import city.whistle.workers.job.TestJob;
import city.whistle.workers.timeline.TimelineEntry;
import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@RegistryTest
class ResidentApiTest {

  private static final String OWNER = "110102009";
  private static final int TIMES_AN_HOUR = 60;

  @Autowired private MockMvc api;
  @Autowired private Registry registry;
  @Autowired private ApiClients clients;
  @Autowired private SteppedClock clock;
  @Autowired private ArchiveCaseWorker archive;

  @Test
  void showsTheHotlineWhatTheResidentGave() throws Exception {
    CaseFile file = registry.opened();

    reveal(file, "")
        .andExpect(status().isOk())
        .andExpect(header().string("Cache-Control", "no-store"))
        .andExpect(jsonPath("$.number").value(file.number()))
        .andExpect(jsonPath("$.data.name").value("李某某"))
        .andExpect(jsonPath("$.data.phone").value("13800000000"))
        .andExpect(jsonPath("$.data.address").value("某小区42号楼3单元501室"))
        .andExpect(jsonPath("$.data.email").doesNotExist());
  }

  @Test
  void showsNoMoreThanWasAskedFor() throws Exception {
    reveal(registry.opened(), ", \"parts\": [\"phone\"]")
        .andExpect(jsonPath("$.data.phone").value("13800000000"))
        .andExpect(jsonPath("$.data.name").doesNotExist());
  }

  @Test
  void showsWhatWasAddedLater() throws Exception {
    CaseFile file = registry.dispatched();
    send(file, "/supplement", "{\"text\": \"又停电了\"}");

    reveal(file, ", \"parts\": [\"supplements\"]")
        .andExpect(jsonPath("$.data.supplements[0]").value("又停电了"));
  }

  @Test
  void tellsTheTimelineWhoLookedAndWhy() throws Exception {
    CaseFile file = registry.opened();

    reveal(file, ", \"parts\": [\"phone\"]");

    TimelineEntry line = registry.lastLine(file.id());
    assertThat(line.what()).isEqualTo("ResidentRevealed");
    assertThat(line.who()).isEqualTo("agent-7");
    assertThat(line.why()).isEqualTo("回访");
    assertThat(line.details()).contains("demo-hotline", "phone");
  }

  @Test
  void keepsPersonalDataOutOfTheReasonThatStaysForEver() throws Exception {
    CaseFile file = registry.opened();

    send(file, "/resident/reveal", "{\"officer\": \"agent-7\", \"reason\": \"打13800000000回访李某某\"}");

    assertThat(registry.lastLine(file.id()).why()).isEqualTo("打***回访***");
    assertThat(registry.everythingOutsideTheVault()).doesNotContain("13800000000", "李某某");
  }

  @Test
  void tellsTheNumberToDialBesideWhatWasSaid() throws Exception {
    reveal(
            registry.opened(body -> body.withObject("/resident").put("phone", "010-65121234转801")),
            "")
        .andExpect(jsonPath("$.data.phone").value("010-65121234转801"))
        .andExpect(jsonPath("$.data.dial").value("01065121234-801"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"system", "System", "resident", "hotline:x", "hotline"})
  void takesNobodyForAnOfficerWhoIsNone(String officer) throws Exception {
    send(
            registry.opened(),
            "/resident/reveal",
            "{\"officer\": \"%s\", \"reason\": \"回访\"}".formatted(officer))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.errors[*].field", contains("officer")));
  }

  @Test
  void namesEveryBadField() throws Exception {
    send(
            registry.opened(),
            "/resident/reveal",
            "{\"officer\": \"a b\", \"parts\": [\"soul\"], \"x\": 1}")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.errors[*].field", hasSize(4)));
  }

  @Test
  void showsNothingToAClientThatMayNot() throws Exception {
    CaseFile file = registry.opened();
    String key = admit(EnumSet.complementOf(EnumSet.of(Scope.REVEAL)), null);

    api.perform(request(file, "/resident/reveal", key, asked("")))
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.scope").value("reveal"));
  }

  @Test
  void showsTheOwnerWhomToContact() throws Exception {
    reveal(registry.dispatched(), ", \"unitCode\": \"" + OWNER + "\"")
        .andExpect(jsonPath("$.data.phone").value("13800000000"));
  }

  @Test
  void showsNothingToAUnitThatDoesNotOwnTheCase() throws Exception {
    reveal(registry.dispatched(), ", \"unitCode\": \"xicheng-power\"")
        .andExpect(status().isForbidden())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
        .andExpect(jsonPath("$.rule").value("notOwner"));
  }

  @Test
  void hidesWhoComplainedInConfidenceFromTheOwner() throws Exception {
    CaseFile file = confidential();

    reveal(file, ", \"unitCode\": \"" + OWNER + "\"")
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.rule").value("confidential"))
        .andExpect(jsonPath("$.detail", containsString("hidden from the handling unit")));
    assertThat(registry.lastLine(file.id()).what()).isEqualTo("RevealRefused");
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "phone", "email", "location"})
  void hidesEachPartThatTellsWhoReportedAWrong(String part) throws Exception {
    CaseFile file = registry.dispatched(body -> body.put("kind", "report"));

    reveal(file, ", \"unitCode\": \"" + OWNER + "\", \"parts\": [\"" + part + "\"]")
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.rule").value("confidential"));
  }

  @Test
  void showsTheOwnerTheMatterOfAConfidentialCaseWithoutThePerson() throws Exception {
    String parts = ", \"parts\": [\"content\", \"address\"]";

    reveal(confidential(), ", \"unitCode\": \"" + OWNER + "\"" + parts)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.shielded").value(true))
        .andExpect(jsonPath("$.data.content").value("两栋回迁楼长期没有正式供电,住户***请求解决"))
        .andExpect(jsonPath("$.data.address").value("某小区***号楼***单元***室"));
  }

  @Test
  void showsTheHotlineWhoComplainedInConfidence() throws Exception {
    reveal(confidential(), "").andExpect(jsonPath("$.data.phone").value("13800000000"));
  }

  @Test
  void takesAUnitsOwnSystemForThatUnit() throws Exception {
    CaseFile file = confidential();
    String key = admit(EnumSet.of(Scope.REVEAL), OWNER);

    api.perform(request(file, "/resident/reveal", key, asked("")))
        .andExpect(jsonPath("$.rule").value("confidential"));
    api.perform(request(file, "/resident/reveal", key, asked(", \"unitCode\": \"110102\"")))
        .andExpect(status().isUnprocessableEntity());
  }

  @Test
  void letsNobodyLookTooOften() throws Exception {
    CaseFile file = registry.opened();
    String key = admit(EnumSet.of(Scope.REVEAL), null);
    String body = asked(", \"parts\": [\"supplements\"]");
    for (int i = 0; i < TIMES_AN_HOUR; i++) {
      api.perform(request(file, "/resident/reveal", key, body)).andExpect(status().isOk());
    }

    api.perform(request(file, "/resident/reveal", key, body))
        .andExpect(status().isTooManyRequests())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
        .andExpect(header().string("Retry-After", "3600"));
  }

  @Test
  void letsSomebodyLookWhoLookedOftenWhileTheClockWasAhead() throws Exception {
    CaseFile file = registry.opened();
    String key = admit(EnumSet.of(Scope.REVEAL), null);
    String body = asked(", \"parts\": [\"supplements\"]");
    clock.add(Duration.ofDays(30));
    for (int i = 0; i < TIMES_AN_HOUR; i++) {
      api.perform(request(file, "/resident/reveal", key, body));
    }
    clock.add(Duration.ofDays(-30));

    api.perform(request(file, "/resident/reveal", key, body)).andExpect(status().isOk());
  }

  @Test
  void listsWhoLookedPageByPage() throws Exception {
    CaseFile file = confidential();
    reveal(file, ", \"parts\": [\"phone\", \"email\"]");
    reveal(file, ", \"parts\": [\"phone\"], \"unitCode\": \"" + OWNER + "\"");

    String first = reveals(file, "?limit=2").andReturn().getResponse().getContentAsString();
    String rest =
        reveals(file, "?cursor=" + JsonPath.read(first, "$.cursor"))
            .andReturn()
            .getResponse()
            .getContentAsString();

    assertThat(JsonPath.<List<String>>read(first, "$.items[*].outcome"))
        .containsExactly("shown", "absent");
    assertThat(JsonPath.<Map<String, Object>>read(rest, "$.items[0]"))
        .containsEntry("officer", "agent-7")
        .containsEntry("client", "demo-hotline")
        .containsEntry("unit", OWNER)
        .containsEntry("reason", "回访")
        .containsEntry("part", "phone")
        .containsEntry("outcome", "refused");
    assertThat(JsonPath.<Map<String, Object>>read(rest, "$")).doesNotContainKey("cursor");
  }

  @Test
  void destroysTheDataOfACaseThatIsOver() throws Exception {
    CaseFile file = closed();

    erase(file).andExpect(status().isOk()).andExpect(jsonPath("$.erasedAt").isNotEmpty());

    reveal(file, "")
        .andExpect(status().isGone())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
        .andExpect(jsonPath("$.detail", containsString("destroyed on")));
    assertThat(registry.steps(file.id())).endsWith("ResidentErased", "RevealRefused");
  }

  @Test
  void destroysNothingWhileTheResidentMustBeReached() throws Exception {
    CaseFile file = registry.dispatched();

    erase(file).andExpect(status().isConflict());

    reveal(file, "").andExpect(status().isOk());
  }

  @Test
  void destroysOnceAndTellsAgainWhenItWas() throws Exception {
    CaseFile file = closed();
    String first = erase(file).andReturn().getResponse().getContentAsString();

    erase(file).andExpect(content().json(first));

    assertThat(registry.steps(file.id())).containsOnlyOnce("ResidentErased");
  }

  @ParameterizedTest
  @ValueSource(strings = {"reveal", "erase"})
  void doesNotKnowANumberThatIsNone(String call) throws Exception {
    api.perform(
            post("/api/cases/20000101-000000/resident/" + call)
                .header("X-API-Key", CaseApiTest.KEY)
                .contentType(MediaType.APPLICATION_JSON)
                .content(asked("")))
        .andExpect(status().isNotFound());
  }

  private CaseFile confidential() {
    return registry.dispatched(body -> body.put("confidential", true));
  }

  private CaseFile closed() {
    CaseFile file = registry.dispatched();
    archive.archiveCase(
        TestJob.of("case.archive", Map.of("caseId", file.id(), "verdict", "close")));
    return file;
  }

  private ResultActions reveal(CaseFile file, String more) throws Exception {
    return send(file, "/resident/reveal", asked(more));
  }

  private ResultActions erase(CaseFile file) throws Exception {
    return send(file, "/resident/erase", asked(""));
  }

  private ResultActions reveals(CaseFile file, String query) throws Exception {
    return api.perform(
        get("/api/cases/" + file.number() + "/resident/reveals" + query)
            .header("X-API-Key", CaseApiTest.KEY));
  }

  private static String asked(String more) {
    return "{\"officer\": \"agent-7\", \"reason\": \"回访\"" + more + "}";
  }

  private ResultActions send(CaseFile file, String path, String body) throws Exception {
    return api.perform(request(file, path, CaseApiTest.KEY, body));
  }

  private static MockHttpServletRequestBuilder request(
      CaseFile file, String path, String key, String body) {
    return post("/api/cases/" + file.number() + path)
        .header("X-API-Key", key)
        .contentType(MediaType.APPLICATION_JSON)
        .content(body);
  }

  private String admit(EnumSet<Scope> scopes, String unit) {
    String key = ApiClients.newKey();
    clients.admit(new ApiClient(UUID.randomUUID().toString(), "test", scopes, unit), key);
    return key;
  }
}
