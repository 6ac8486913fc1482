package city.whistle.workers.api;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import city.whistle.workers.RegistryTest;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.jayway.jsonpath.JsonPath;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** What tests do that open cases as a hotline. */
@RegistryTest
abstract class CaseOpeningTest {

  static final String KEY = "a-key-for-tests-of-more-than-32-characters";

  @Autowired MockMvc api;
  @Autowired ObjectMapper json;

  static String titled(String title) {
    return body(UUID.randomUUID().toString())
        .replace("展览路街道42、46号楼供电问题,请联系李某某", title)
        .replace("某小区42号楼", title);
  }

  ResultActions open(String body) throws Exception {
    return api.perform(
        post("/api/cases")
            .header("X-API-Key", KEY)
            .header("Content-Length", body.length())
            .contentType(MediaType.APPLICATION_JSON)
            .content(body));
  }

  static String number(ResultActions opened) throws Exception {
    return JsonPath.read(opened.andReturn().getResponse().getContentAsString(), "$.number");
  }

  static String body(String externalId) {
    return """
    {"externalId": "%s", "channel": "phone", "kind": "complaint",
     "title": "展览路街道42、46号楼供电问题,请联系李某某", "content": "两栋楼长期供电不稳",
     "categoryCode": "010204",
     "place": {"districtCode": "110102", "streetCode": "110102009", "address": "某小区42号楼"},
     "resident": {"name": "李某某", "phone": "13800000000"}}\
    """
        .formatted(externalId);
  }
}
