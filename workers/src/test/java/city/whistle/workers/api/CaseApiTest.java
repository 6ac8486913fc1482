package city.whistle.workers.api;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.workers.RegistryTest;
import com.jayway.jsonpath.JsonPath;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@RegistryTest
class CaseApiTest {

  static final String KEY = "a-key-for-tests-of-more-than-32-characters";

  @Autowired private MockMvc api;

  @Test
  void opensACase() throws Exception {
    open(body(UUID.randomUUID().toString()))
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.number").isNotEmpty())
        .andExpect(jsonPath("$.caseId").isNotEmpty())
        .andExpect(jsonPath("$.trackingCode").isNotEmpty());
  }

  @Test
  void answersTheSameToTheSameRequest() throws Exception {
    String body = body(UUID.randomUUID().toString());
    String first = open(body).andReturn().getResponse().getContentAsString();

    open(body).andExpect(status().isOk()).andExpect(content().json(first));
  }

  @Test
  void refusesAnotherBodyUnderTheSameExternalId() throws Exception {
    String body = body(UUID.randomUUID().toString());
    open(body);

    open(body.replace("供电", "供水"))
        .andExpect(status().isConflict())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
  }

  @Test
  void namesEveryBadField() throws Exception {
    open("""
        {"channel": "pigeon", "title": 7, "content": "", "place": {"districtCode": "x"},
         "resident": {"phone": "none"}, "phonee": 1}""")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(
            jsonPath(
                "$.errors[*].field",
                containsInAnyOrder(
                    "externalId",
                    "channel",
                    "title",
                    "content",
                    "place.districtCode",
                    "resident.phone",
                    "phonee")));
  }

  @Test
  void refusesWhatIsNoJson() throws Exception {
    open("{").andExpect(status().isBadRequest());
  }

  @Test
  void refusesACallerWithoutAKey() throws Exception {
    api.perform(get("/api/units")).andExpect(status().isUnauthorized());
  }

  @Test
  void showsNothingThatTheResidentGave() throws Exception {
    String number = number(open(body(UUID.randomUUID().toString())));

    api.perform(get("/api/cases/" + number).header("X-API-Key", KEY))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.title").value("展览路街道***号楼供电问题,请联系***"))
        .andExpect(jsonPath("$.status").value("received"));
  }

  @Test
  void startsATimelineWithTheReceipt() throws Exception {
    String number = number(open(body(UUID.randomUUID().toString())));

    api.perform(get("/api/cases/" + number + "/timeline").header("X-API-Key", KEY))
        .andExpect(jsonPath("$[*].what", contains("CaseReceived")));
  }

  @Test
  void doesNotKnowANumberThatIsNone() throws Exception {
    api.perform(get("/api/cases/20000101-000000").header("X-API-Key", KEY))
        .andExpect(status().isNotFound());
  }

  @Test
  void listsTheSubDistrictsOfADistrict() throws Exception {
    api.perform(get("/api/units?parent=110102&kind=street").header("X-API-Key", KEY))
        .andExpect(jsonPath("$", hasSize(15)));
  }

  private ResultActions open(String body) throws Exception {
    return api.perform(
        post("/api/cases")
            .header("X-API-Key", KEY)
            .header("Content-Length", body.length())
            .contentType(MediaType.APPLICATION_JSON)
            .content(body));
  }

  private static String number(ResultActions opened) throws Exception {
    return JsonPath.read(opened.andReturn().getResponse().getContentAsString(), "$.number");
  }

  static String body(String externalId) {
    return """
        {"externalId": "%s", "channel": "phone", "kind": "complaint",
         "title": "展览路街道42、46号楼供电问题,请联系李某某", "content": "两栋楼长期供电不稳",
         "categoryCode": "010204",
         "place": {"districtCode": "110102", "streetCode": "110102009", "address": "某小区42号楼"},
         "resident": {"name": "李某某", "phone": "13800000000"}}"""
        .formatted(externalId);
  }
}
