package city.whistle.workers.api;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.workers.RegistryTest;
import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@RegistryTest
class ClientApiTest {

  private static final String READER = "{\"name\": \"Read only\", \"scopes\": [\"read\"]}";

  @Autowired private MockMvc api;

  @Test
  void letsAClientInWithTheKeyThatItGives() throws Exception {
    units(key(admit("reader", READER))).andExpect(status().isOk());
  }

  @Test
  void replacesAKeyByANewOne() throws Exception {
    String first = key(admit("renewed", READER));
    admit("renewed", READER);

    units(first).andExpect(status().isUnauthorized());
  }

  @Test
  void shutsAClientOut() throws Exception {
    String key = key(admit("leaving", READER));

    send(delete("/api/clients/leaving")).andExpect(status().isNoContent());

    units(key).andExpect(status().isUnauthorized());
    send(delete("/api/clients/leaving")).andExpect(status().isNotFound());
  }

  @Test
  void tellsWhoIsInWithoutAnyKey() throws Exception {
    admit("street", "{\"name\": \"Street\", \"scopes\": [\"read\"], \"unitCode\": \"110102009\"}");

    send(get("/api/clients"))
        .andExpect(jsonPath("$[?(@.id == 'street')].unitCode").value("110102009"))
        .andExpect(jsonPath("$[*].key").isEmpty());
  }

  @Test
  void namesEveryBadField() throws Exception {
    admit("Not_An_Id", "{\"scopes\": [\"read\", \"fly\"], \"unitCode\": \"nobody\"}")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(
            jsonPath("$.errors[*].field", containsInAnyOrder("id", "name", "scopes", "unitCode")));
  }

  @Test
  void givesAUnitsOwnSystemNothingThatIsTheCentres() throws Exception {
    admit("street-admin", "{\"name\": \"x\", \"scopes\": [\"erase\"], \"unitCode\": \"110102009\"}")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.errors[0].field").value("scopes"));
  }

  private ResultActions admit(String id, String body) throws Exception {
    return send(put("/api/clients/" + id).contentType(MediaType.APPLICATION_JSON).content(body));
  }

  private ResultActions send(MockHttpServletRequestBuilder request) throws Exception {
    return api.perform(request.header("X-API-Key", CaseApiTest.KEY));
  }

  private ResultActions units(String key) throws Exception {
    return api.perform(get("/api/units?kind=district").header("X-API-Key", key));
  }

  private static String key(ResultActions admitted) throws Exception {
    return JsonPath.read(admitted.andReturn().getResponse().getContentAsString(), "$.key");
  }
}
