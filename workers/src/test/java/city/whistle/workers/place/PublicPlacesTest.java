package city.whistle.workers.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.RegistryTestApplication;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.intake.SimilarCases;
import city.whistle.workers.intake.SimilarCases.Similar;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@RegistryTest
class PublicPlacesTest {

  private static final double LATITUDE = 39.9412346;
  private static final double LONGITUDE = 116.3487654;

  /** A square around the point, with a hole to its east. */
  private static final String EXTENT =
      """
      {"type": "FeatureCollection", "source": "a test", "features": [{"type": "Feature",
        "properties": {"code": "110102009"}, "geometry": {"type": "Polygon", "coordinates": [
          [[116.34,39.93],[116.36,39.93],[116.36,39.95],[116.34,39.95],[116.34,39.93]],
          [[116.352,39.935],[116.358,39.935],[116.358,39.945],[116.352,39.945],[116.352,39.935]]]}}]}
      """;

  @Autowired private Registry registry;
  @Autowired private MockMvc http;
  @Autowired private SimilarCases similar;
  @Autowired private JdbcClient jdbc;

  @AfterEach
  void forgetExtents() {
    jdbc.sql("delete from registry.street_extent").update();
  }

  @Test
  void areNearWhereverTheAddressIsSaidOtherwise() {
    CaseFile first = lamp(LATITUDE, LONGITUDE, body -> {});
    CaseFile near = lamp(LATITUDE + 0.001, LONGITUDE, body -> {});
    CaseFile far = lamp(LATITUDE + 0.01, LONGITUDE, body -> {});

    assertThat(similar.like(near))
        .filteredOn(Similar::same)
        .extracting(Similar::number)
        .contains(first.number())
        .doesNotContain(far.number());
  }

  @Test
  void areOfferedBeforeASecondOrderIsMade() throws Exception {
    CaseFile first = lamp(LATITUDE - 0.02, LONGITUDE, body -> {});

    open(body(LATITUDE - 0.02, LONGITUDE, body -> {}))
        .andExpect(jsonPath("$.similar", contains(first.number())));
  }

  @Test
  void areFoundByACallBeforeACaseIsOpened() throws Exception {
    CaseFile first = lamp(LATITUDE - 0.03, LONGITUDE, body -> {});
    ObjectNode asked = body(LATITUDE - 0.03, LONGITUDE, body -> {});
    asked.retain("categoryCode", "place", "title");
    asked.put("title", "完全不同的说法");

    http.perform(
            key(post("/api/similar-cases"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(asked.toString()))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$[0].number").value(first.number()))
        .andExpect(jsonPath("$[0].same").value(true));
  }

  @Test
  void areNoneOfWhatIsNotInPublicSpaceOrNobodysBusiness() {
    assertThat(places(lamp(LATITUDE, LONGITUDE, body -> body.put("categoryCode", "010204"))))
        .isZero();
    assertThat(places(lamp(LATITUDE, LONGITUDE, body -> body.put("confidential", true)))).isZero();
    assertThat(places(lamp(LATITUDE, LONGITUDE, body -> body.put("kind", "report")))).isZero();
    assertThat(places(lamp(40.3597, 116.02, body -> {}))).as("far from its district").isZero();
  }

  @Test
  void showACoarsePlaceAndNeverTheExactPoint() throws Exception {
    CaseFile file = lamp(LATITUDE, LONGITUDE, body -> {});

    String shown =
        http.perform(key(get("/api/cases/" + file.number())))
            .andExpect(jsonPath("$.publicPlace.metres").value(150))
            .andReturn()
            .getResponse()
            .getContentAsString();

    assertThat(shown).doesNotContain("39.94123").doesNotContain("116.34876");
    assertThat(registry.everythingOutsideTheVault())
        .doesNotContain("39.94123")
        .doesNotContain("116.34876");
  }

  @Test
  void areDoubtedOutsideTheNamedStreetOnceItsBorderIsKnown() throws Exception {
    open(body(39.96, 116.35, body -> {})).andExpect(jsonPath("$.doubts").doesNotExist());

    extents(EXTENT).andExpect(status().isOk()).andExpect(jsonPath("$.streets").value(1));

    open(body(39.96, 116.35, body -> {})).andExpect(jsonPath("$.doubts", contains("placeOutside")));
    open(body(39.94, 116.355, body -> {}))
        .andExpect(jsonPath("$.doubts", contains("placeOutside")));
    open(body(LATITUDE, LONGITUDE, body -> {})).andExpect(jsonPath("$.doubts").doesNotExist());
    open(body(39.9503, 116.35, body -> {})).andExpect(jsonPath("$.doubts").doesNotExist());
    open(body(39.96, 116.35, body -> body.withObject("place").put("streetCode", "110102010")))
        .andExpect(jsonPath("$.doubts").doesNotExist());
  }

  @Test
  void areHeldAgainstNoBordersThatAreNone() throws Exception {
    extents(EXTENT.replace("110102009", "nowhere"))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.errors[0].field").value("features[0].properties.code"));
    extents(EXTENT.replace("[116.34,39.93]]", "[116.35,39.93]]"))
        .andExpect(jsonPath("$.errors[0].field").value("features[0].geometry"));
    extents(EXTENT.replace("116.36,39.93", "39.93,116.36"))
        .andExpect(jsonPath("$.errors[0].field").value("features[0].geometry"));
    extents(EXTENT.replace("[116.34,39.93]]", "[\"116.34\",39.93]]"))
        .andExpect(jsonPath("$.errors[0].field").value("features[0].geometry"));
    extents(ring("[116.34,39.93],[116.34,39.94],[116.34,39.95],[116.34,39.93]"))
        .andExpect(jsonPath("$.errors[0].field").value("features[0].geometry"));
    extents(
            ring("")
                .replace(
                    "[[]]",
                    "[{\"a\":[116.34,39.93],\"b\":[116.36,39.93],\"c\":[116.36,39.95],\"d\":[116.34,39.93]}]"))
        .andExpect(jsonPath("$.errors[0].field").value("features[0].geometry"));
    extents("{\"type\": \"FeatureCollection\", \"features\": []}")
        .andExpect(status().isUnprocessableEntity());

    assertThat(registry.count("select count(*) from registry.street_extent")).isZero();
  }

  @Test
  void areHeldAgainstFewRingsAndPointsHoweverManyAreSent() throws Exception {
    String part = "[[116.34,39.93],[116.36,39.93],[116.36,39.95],[116.34,39.93]]";

    extents(ring("").replace("[[]]", "[" + (part + ",").repeat(100) + part + "]"))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.errors[0].field").value("features"));
    String fine = "[[116.34,39.93]" + ",[116.36,39.94]".repeat(15_000) + ",[116.34,39.93]]";
    extents(ring("").replace("[[]]", "[" + fine + "," + fine + "]"))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.errors[0].field").value("features"));
    extents("{\"features\": [" + "[],".repeat(1_000_000) + "[]]}")
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.detail", containsString("300000 points")));

    assertThat(registry.count("select count(*) from registry.street_extent")).isZero();
  }

  private static String ring(String points) {
    return """
    {"type": "FeatureCollection", "source": "a test", "features": [{"type": "Feature",
      "properties": {"code": "110102009"},
      "geometry": {"type": "Polygon", "coordinates": [[%s]]}}]}
    """
        .formatted(points);
  }

  private CaseFile lamp(double latitude, double longitude, Consumer<ObjectNode> more) {
    return registry.opened(lampAt(latitude, longitude, more));
  }

  private ObjectNode body(double latitude, double longitude, Consumer<ObjectNode> more) {
    ObjectNode body = registry.complaint();
    lampAt(latitude, longitude, more).accept(body);
    return body;
  }

  /** Each with a title and an address of its own. */
  private static Consumer<ObjectNode> lampAt(
      double latitude, double longitude, Consumer<ObjectNode> more) {
    return body -> {
      body.put("categoryCode", "020401").put("title", "路灯" + UUID.randomUUID());
      body.withObject("place")
          .put("address", "样例胡同" + UUID.randomUUID())
          .put("latitude", latitude)
          .put("longitude", longitude);
      more.accept(body);
    };
  }

  private long places(CaseFile file) {
    return registry.count("select count(*) from registry.case_place where case_id = ?", file.id());
  }

  private ResultActions open(ObjectNode body) throws Exception {
    return http.perform(key(post("/api/cases")).content(body.toString()))
        .andExpect(status().isCreated());
  }

  private ResultActions extents(String body) throws Exception {
    return http.perform(key(put("/api/streets/extents")).content(body));
  }

  private static MockHttpServletRequestBuilder key(MockHttpServletRequestBuilder request) {
    return request
        .header("X-API-Key", RegistryTestApplication.API_KEY)
        .contentType(MediaType.APPLICATION_JSON);
  }
}
