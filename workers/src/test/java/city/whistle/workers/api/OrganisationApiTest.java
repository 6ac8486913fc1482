package city.whistle.workers.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.workers.RegistryTest;
import city.whistle.workers.organisation.OrganisationScene;
import city.whistle.workers.sheet.SheetWork;
import city.whistle.workers.sheet.Sheets;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@RegistryTest
class OrganisationApiTest {

  private static final String KEY = "X-API-Key";
  private static final String HEAD = "street,code,from,to,name,kind,phone,source\n";

  @Autowired private MockMvc mvc;
  @Autowired private ApiClients clients;
  @Autowired private SheetWork work;
  @Autowired private Sheets sheets;
  @Autowired private ObjectMapper json;

  @Test
  void looksAtAFileAndImportsItWhenAsked() throws Exception {
    String id = bring("110105001,api-a,2026-01-01,,甲办,office,,x\n");
    work.workAll();
    mvc.perform(get("/api/organisation/imports/" + id).header(KEY, key()))
        .andExpect(jsonPath("$.state").value("checked"))
        .andExpect(jsonPath("$.added").value(1))
        .andExpect(
            answer ->
                assertThat(answer.getResponse().getContentAsString())
                    .contains("\"key\":{\"street\":\"110105001\",\"code\":\"api-a\",\"from\""));

    mvc.perform(post("/api/organisation/imports/" + id + "/apply").header(KEY, key()))
        .andExpect(status().isAccepted());
    work.workAll();

    mvc.perform(get("/api/organisation/imports/" + id).header(KEY, key()))
        .andExpect(jsonPath("$.state").value("imported"))
        .andExpect(jsonPath("$.done").value(1));
    mvc.perform(post("/api/organisation/imports/" + id + "/apply").header(KEY, key()))
        .andExpect(status().isConflict());
  }

  @Test
  void saysThatAFileIsMissing() throws Exception {
    mvc.perform(
            post("/api/organisation/bodies").contentType("text/csv").content("").header(KEY, key()))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.detail").value("the body is missing"));
  }

  @Test
  void saysWhatIsWrongByLineAndColumn() throws Exception {
    String id = bring("110105001,api-b,2026-01-01,,乙办,cave,,x\n");
    work.workAll();

    mvc.perform(get("/api/organisation/imports/" + id).header(KEY, key()))
        .andExpect(jsonPath("$.state").value("wrong"))
        .andExpect(jsonPath("$.mistakes[0].line").value(2))
        .andExpect(jsonPath("$.mistakes[0].column").value("kind"));
    mvc.perform(post("/api/organisation/imports/" + id + "/apply").header(KEY, key()))
        .andExpect(status().isConflict());
  }

  @Test
  void handsOutAListToWhoMayHaveIt() throws Exception {
    mvc.perform(get("/api/organisation/postings").header(KEY, key()))
        .andExpect(status().isOk())
        .andExpect(
            answer ->
                assertThat(answer.getResponse().getContentAsString(StandardCharsets.UTF_8))
                    .startsWith("\uFEFFstreet,holder,role"));
    clients.admit(
        new ApiClient(
            "no-organisation", "test", EnumSet.complementOf(EnumSet.of(Scope.ORGANISATION)), null),
        "a-key-of-more-than-32-characters-without-it");
    mvc.perform(
            get("/api/organisation/postings")
                .header(KEY, "a-key-of-more-than-32-characters-without-it"))
        .andExpect(status().isForbidden());
    mvc.perform(get("/api/organisation/secrets").header(KEY, key()))
        .andExpect(status().isNotFound());
  }

  @Test
  void showsAUnitWithItsHistoryBodiesAndPeopleOnDuty() throws Exception {
    OrganisationScene scene = new OrganisationScene(sheets);
    scene.onRota("110105006,body,city,李值班,2026-01-01,,1234567,22:00,06:00,010-1");

    unit("110105006?at=2026-03-25T05:59:00%2B08:00")
        .andExpect(jsonPath("$.history[0].kind").value("street"))
        .andExpect(jsonPath("$.bodies.length()").value(11))
        .andExpect(jsonPath("$.bodies[?(@.code == 'city')].onDuty[0].person").value("李值班"))
        .andExpect(jsonPath("$.centre[0].role").value("ownTeam"));
    unit("110105006?at=2026-03-25T06:00:00%2B08:00")
        .andExpect(jsonPath("$.bodies[?(@.code == 'city')].onDuty[0].person").isEmpty());
  }

  @Test
  void showsTheFormerBodiesThatASubDistrictsNewOnesReplaced() throws Exception {
    unit("110101001?at=2018-01-01T10:00:00%2B08:00").andExpect(jsonPath("$.exists").value(false));
    unit("110101001")
        .andExpect(jsonPath("$.takeovers.length()").value(29))
        .andExpect(jsonPath("$.bodies.length()").value(12));
  }

  @Test
  void knowsNoUnitThatNeverWas() throws Exception {
    unit("moon", 404);
  }

  private ResultActions unit(String code) throws Exception {
    return unit(code, 200);
  }

  private ResultActions unit(String code, int expected) throws Exception {
    return mvc.perform(get(java.net.URI.create("/api/units/" + code)).header(KEY, CaseApiTest.KEY))
        .andExpect(status().is(expected));
  }

  private String bring(String rows) throws Exception {
    JsonNode answer =
        json.readTree(
            mvc.perform(
                    post("/api/organisation/bodies")
                        .contentType("text/csv")
                        .content(HEAD + rows)
                        .header(KEY, key()))
                .andExpect(status().isAccepted())
                .andReturn()
                .getResponse()
                .getContentAsString());
    assertThat(answer.get("state").asText()).isEqualTo("waiting");
    return answer.get("id").asText();
  }

  private String key() {
    String key = "a-key-of-more-than-32-characters-with-organisation";
    clients.admit(
        new ApiClient("organisation-test", "test", EnumSet.of(Scope.ORGANISATION), null), key);
    return key;
  }
}
