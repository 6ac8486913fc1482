package city.whistle.workers.api;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.workers.RegistryTest;
import city.whistle.workers.patrol.PatrolScene;
import city.whistle.workers.photo.Photos;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.jayway.jsonpath.JsonPath;
import java.util.EnumSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Lanes and patrols; it is 2026-03-27, a Friday, ten o'clock. */
@RegistryTest
class LaneApiTest {

  @Autowired private MockMvc api;
  @Autowired private PatrolScene scene;
  @Autowired private ApiClients clients;

  private String lane;

  @BeforeEach
  void haveALane() {
    lane = scene.lane();
  }

  @Test
  void showsWhoAnswersForALaneAndWhatWasMissed() throws Exception {
    show(CaseApiTest.KEY)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.posts[?(@.post=='chief')].person").value(hasItem("chief-1")))
        .andExpect(jsonPath("$.holdsClass").value(true))
        .andExpect(jsonPath("$.score").doesNotExist())
        .andExpect(
            jsonPath("$.rhythm[?(@.rhythm=='walk' && @.from=='2026-03-27')].state")
                .value(hasItem("due")))
        .andExpect(
            jsonPath("$.rhythm[?(@.rhythm=='walk' && @.from=='2026-03-26')].state")
                .value(hasItem("missed")));
  }

  @Test
  void countsAWalkOnTheDayOnWhichItWasEvenInItsLastSecond() throws Exception {
    report(scene.walk(lane).put("walkedAt", "2026-03-26T23:59:59+08:00"))
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.state").value("clean"));

    show(CaseApiTest.KEY)
        .andExpect(
            jsonPath("$.rhythm[?(@.rhythm=='walk' && @.from=='2026-03-26')].state")
                .value(hasItem("reportedLate")))
        .andExpect(
            jsonPath("$.rhythm[?(@.rhythm=='walk' && @.from=='2026-03-27')].state")
                .value(hasItem("due")));
  }

  @Test
  void takesAReportOnceHoweverOftenItComes() throws Exception {
    ObjectNode body = scene.found(lane).put("externalId", UUID.randomUUID().toString());
    String first =
        report(body)
            .andExpect(status().isCreated())
            .andExpect(jsonPath("$.state").value("reported"))
            .andReturn()
            .getResponse()
            .getContentAsString();

    report(body).andExpect(status().isOk()).andExpect(content().json(first));
    report(body.put("rhythm", "check")).andExpect(status().isConflict());
  }

  @ParameterizedTest
  @CsvSource({
    "lane, nowhere, lane",
    "person, steward-of-another-lane, person",
    "rhythm, sometimes, rhythm",
    "walkedAt, 2026-03-19T23:59:59+08:00, walkedAt",
    "walkedAt, 2026-03-28T10:00:00+08:00, walkedAt",
    "state, clean, state",
  })
  void refusesAReportThatIsWrong(String field, String value, String wrong) throws Exception {
    report(scene.found(lane).put(field, value))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.errors[0].field").value(wrong));
  }

  @Test
  void refusesADisorderThatIsNoneOfTheTenOfThatDay() throws Exception {
    ObjectNode body = scene.found(lane);
    ((ObjectNode) body.get("finding")).put("disorder", "occupation");

    report(body)
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.errors[0].message", containsString("occupyingTrade")));
  }

  @Test
  void saysWhichPhotoIsMissing() throws Exception {
    ObjectNode body = scene.found(lane);
    ((ObjectNode) body.get("finding")).put("settledAtOnce", true);
    String number =
        JsonPath.read(report(body).andReturn().getResponse().getContentAsString(), "$.number");

    photo(number, "before").andExpect(status().isCreated());
    photo(number, "during").andExpect(status().isNotFound());

    api.perform(get("/api/patrols/" + number).header("X-API-Key", CaseApiTest.KEY))
        .andExpect(jsonPath("$.finding.photos").value(1))
        .andExpect(jsonPath("$.finding.missing[0]").value("after"));
  }

  @Test
  void showsPhotosToWhomeverThePatrolIsShown() throws Exception {
    String number =
        JsonPath.read(
            report(scene.found(lane)).andReturn().getResponse().getContentAsString(), "$.number");
    String id =
        JsonPath.read(
            photo(number, "before").andReturn().getResponse().getContentAsString(), "$.id");
    String path = "/api/patrols/" + number + "/photos";
    String own = admit(PatrolScene.STREET);

    api.perform(get(path).header("X-API-Key", own))
        .andExpect(jsonPath("$[0].moment").value("before"))
        .andExpect(jsonPath("$[0].id").value(id));
    api.perform(get(path + "/before/" + id).header("X-API-Key", own))
        .andExpect(status().isOk())
        .andExpect(header().string("Cache-Control", "no-store"))
        .andExpect(content().contentType(MediaType.IMAGE_JPEG));
    api.perform(get(path + "/after/" + id).header("X-API-Key", own))
        .andExpect(status().isNotFound());
    api.perform(get(path + "/before/" + id).header("X-API-Key", admit("110102001")))
        .andExpect(status().isNotFound());
  }

  @Test
  void takesNoPhotoOfAWalkOnWhichNothingWasFound() throws Exception {
    String number =
        JsonPath.read(
            report(scene.walk(lane)).andReturn().getResponse().getContentAsString(), "$.number");

    photo(number, "before").andExpect(status().isConflict());
  }

  @Test
  void takesTheClassOfALaneThatScoredUnderNinety() throws Exception {
    put("/checks/2025-Q4", "{\"score\": 88.5, \"lost\": {\"parking\": 11.5}}", CaseApiTest.KEY)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.holdsClass").value(false))
        .andExpect(jsonPath("$.score").value(88.5))
        .andExpect(jsonPath("$.changes[0].on").value("2026-01-01"));

    put("/checks/2025-Q4", "{\"score\": 90}", CaseApiTest.KEY)
        .andExpect(jsonPath("$.holdsClass").value(true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "2026-Q1; {\"score\": 95}; period",
        "2026; {\"score\": 95}; period",
        "2025-Q4; {}; score",
        "2025-Q4; {\"score\": 101}; score",
        "2025-Q4; {\"score\": 95, \"lost\": {\"parking\": 4}}; lost",
        "2025-Q4; {\"score\": 95, \"lost\": {\"occupation\": 5}}; lost.occupation",
      })
  void refusesAScoreThatIsWrong(String period, String body, String wrong) throws Exception {
    put("/checks/" + period, body, CaseApiTest.KEY)
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.errors[0].field").value(wrong));
  }

  @Test
  void refusesTwoChiefsAtATime() throws Exception {
    put(
            "/posts",
            "{\"posts\": [{\"post\": \"chief\", \"person\": \"a\", \"from\": \"2026-01-01\"},"
                + "{\"post\": \"chief\", \"person\": \"b\", \"from\": \"2026-02-15\"}]}",
            CaseApiTest.KEY)
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.errors[0].message", containsString("two chiefs")));
    put(
            "/posts",
            "{\"posts\": [{\"post\": \"chief\", \"person\": \"a\", \"from\": \"2026-01-01\","
                + " \"to\": \"2026-02-15\"},"
                + "{\"post\": \"chief\", \"person\": \"b\", \"from\": \"2026-02-15\"}]}",
            CaseApiTest.KEY)
        .andExpect(status().isOk());
  }

  @Test
  void keepsALaneToItsSubDistrict() throws Exception {
    String own = admit(PatrolScene.STREET);
    String other = admit("110102001");
    String number =
        JsonPath.read(
            report(scene.found(lane)).andReturn().getResponse().getContentAsString(), "$.number");

    report(scene.found(lane), own).andExpect(status().isCreated());
    report(scene.found(lane), other)
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.rule").value("notYourLane"));
    report(scene.found(lane).put("person", "nobody-of-this-lane"), other)
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.errors").doesNotExist());
    show(other).andExpect(status().isOk()).andExpect(jsonPath("$.posts").doesNotExist());
    api.perform(get("/api/patrols/" + number).header("X-API-Key", other))
        .andExpect(status().isNotFound());
    api.perform(get("/api/patrols?lane=" + lane).header("X-API-Key", other))
        .andExpect(jsonPath("$.items").isEmpty());
    api.perform(get("/api/patrols?lane=" + lane + "&state=reported").header("X-API-Key", own))
        .andExpect(jsonPath("$.items.length()").value(2));
    put("/checks/2025-Q4", "{\"score\": 100}", own)
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.rule").value("notTheScorer"));
  }

  @Test
  void listsLanesPageByPage() throws Exception {
    scene.lane();
    String first =
        api.perform(
                get("/api/lanes?limit=1&street=" + PatrolScene.STREET)
                    .header("X-API-Key", CaseApiTest.KEY))
            .andExpect(status().isOk())
            .andExpect(jsonPath("$.items.length()").value(1))
            .andReturn()
            .getResponse()
            .getContentAsString();
    String cursor = JsonPath.read(first, "$.cursor");

    api.perform(
            get("/api/lanes?limit=1&street=" + PatrolScene.STREET + "&cursor=" + cursor)
                .header("X-API-Key", CaseApiTest.KEY))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.items[0].id", greaterThan(cursor)));
    api.perform(get("/api/lanes?street=110102").header("X-API-Key", CaseApiTest.KEY))
        .andExpect(status().isUnprocessableEntity());
  }

  private ResultActions report(ObjectNode body) throws Exception {
    return report(body, CaseApiTest.KEY);
  }

  private ResultActions report(ObjectNode body, String key) throws Exception {
    return api.perform(
        post("/api/patrols")
            .header("X-API-Key", key)
            .contentType(MediaType.APPLICATION_JSON)
            .content(body.toString()));
  }

  private ResultActions show(String key) throws Exception {
    return api.perform(get("/api/lanes/" + lane).header("X-API-Key", key));
  }

  private ResultActions put(String what, String body, String key) throws Exception {
    return api.perform(
        MockMvcRequestBuilders.put("/api/lanes/" + lane + what)
            .header("X-API-Key", key)
            .contentType(MediaType.APPLICATION_JSON)
            .content(body));
  }

  private ResultActions photo(String number, String moment) throws Exception {
    return api.perform(
        MockMvcRequestBuilders.put(
                "/api/patrols/%s/photos/%s/%s".formatted(number, moment, UUID.randomUUID()))
            .header("X-API-Key", CaseApiTest.KEY)
            .contentType(MediaType.IMAGE_JPEG)
            .content(Photos.jpeg(40, 40)));
  }

  private String admit(String unit) {
    String key = "key-of-a-unit-that-is-long-enough-" + UUID.randomUUID();
    clients.admit(
        new ApiClient("c-" + UUID.randomUUID(), "unit", EnumSet.of(Scope.PATROL, Scope.READ), unit),
        key);
    return key;
  }
}
