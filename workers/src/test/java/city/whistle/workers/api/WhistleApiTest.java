package city.whistle.workers.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.workers.RecordingEngine;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.job.TestJob;
import city.whistle.workers.outbox.EngineCall.PublishMessage;
import city.whistle.workers.outbox.EngineCall.StartProcess;
import city.whistle.workers.outbox.OutboxSender;
import city.whistle.workers.whistle.OpenWhistleWorker;
import com.jayway.jsonpath.JsonPath;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@RegistryTest
class WhistleApiTest {

  @Autowired private MockMvc api;
  @Autowired private JdbcClient jdbc;
  @Autowired private OutboxSender outbox;
  @Autowired private RecordingEngine engine;
  @Autowired private OpenWhistleWorker open;

  @Test
  void blowsAWhistleWithoutACase() throws Exception {
    blow(body("")).andExpect(status().isCreated()).andExpect(jsonPath("$.number").isNotEmpty());
  }

  @Test
  void startsAProcessThatTakesTheWhistleUp() throws Exception {
    String number =
        JsonPath.read(blow(body("")).andReturn().getResponse().getContentAsString(), "$.number");
    outbox.sendDue();
    StartProcess start = started(number);

    Map<String, Object> out = open.openWhistle(TestJob.of("whistle.open", start.variables()));

    assertThat(out.get("whistle")).asString().contains("number=" + number, "xicheng-power");
  }

  @Test
  void answersTheSameToTheSameRequest() throws Exception {
    String body = body("\"externalId\": \"" + UUID.randomUUID() + "\",");
    String first = blow(body).andReturn().getResponse().getContentAsString();

    blow(body).andExpect(status().isOk()).andExpect(content().json(first));
  }

  @Test
  void showsAWhistleWithItsUnits() throws Exception {
    String number = number(blow(body("")));

    show(number)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.state").value("goesOn"))
        .andExpect(jsonPath("$.place").value("展览路与百万庄大街路口"))
        .andExpect(jsonPath("$.asked", containsInAnyOrder("xicheng-power", "traffic")));
    show("W20000101-000001").andExpect(status().isNotFound());
  }

  @Test
  void listsWhistlesPageByPageTheLastBlownFirst() throws Exception {
    String first = number(blow(body("")));
    String second = number(blow(body("")));

    String page =
        list("?street=110102009&kind=emergency&limit=1")
            .andExpect(status().isOk())
            .andExpect(jsonPath("$.items[0].number").value(second))
            .andReturn()
            .getResponse()
            .getContentAsString();
    list("?street=110102009&kind=emergency&limit=1&cursor=" + JsonPath.read(page, "$.cursor"))
        .andExpect(jsonPath("$.items[0].number").value(first))
        .andExpect(jsonPath("$.items[0].state").value("goesOn"));
    list("?state=over&street=110102009").andExpect(status().isOk());
  }

  @ParameterizedTest
  @ValueSource(strings = {"state=gone", "late=maybe", "kind=parade", "street=110102", "cursor=!"})
  void saysWhatIsWrongWithAQuestionForWhistles(String query) throws Exception {
    list("?" + query).andExpect(status().isUnprocessableEntity());
  }

  private ResultActions list(String query) throws Exception {
    return api.perform(get("/api/whistles" + query).header("X-API-Key", CaseApiTest.KEY));
  }

  @Test
  void asksForOneUnitMore() throws Exception {
    String number = number(blow(body("")));

    add(number, "housing").andExpect(status().isAccepted());
    outbox.sendDue();

    assertThat(engine.calls())
        .anyMatch(
            call ->
                call instanceof PublishMessage message
                    && message.name().equals("whistle.unitAdded")
                    && message.variables().equals(Map.of("unitCode", "housing")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"traffic", "nobody", "110000", "110102009", "110102", "110101"})
  void refusesAUnitThatCannotBeAdded(String unit) throws Exception {
    add(number(blow(body(""))), unit)
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.errors[0].field").value("unitCode"));
  }

  @Test
  void addsNoUnitToAWhistleThatIsOver() throws Exception {
    String number = number(blow(body("")));
    jdbc.sql("update registry.whistle set ended_at = now(), approved = true where number = ?")
        .param(number)
        .update();

    add(number, "housing").andExpect(status().isConflict());
    show(number).andExpect(jsonPath("$.state").value("ended"));
  }

  @Test
  void addsNoUnitOnceAllWereReleased() throws Exception {
    String number = number(blow(body("")));
    jdbc.sql(
            """
            insert into registry.summons
              (id, whistle_id, unit_code, unit_kind, unit_name, sign_by, arrive_by, released_at)
            select gen_random_uuid(), id, 'traffic', 'department', '交通', now(), now(), now()
            from registry.whistle where number = ?\
            """)
        .param(number)
        .update();

    add(number, "housing").andExpect(status().isConflict());
  }

  @Test
  void summonsNoStreetToItsOwnWhistle() throws Exception {
    blow(body("").replace("traffic", "110102009"))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.errors[0].message").value("110102009 is the street that whistles"));
  }

  @Test
  void saysWhichUnitIsNamedTwice() throws Exception {
    blow(body("").replace("traffic", "xicheng-power"))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.errors[0].message").value("names more than once: xicheng-power"));
  }

  @Test
  void callsAnotherDistrictOnlyAcrossTheBorder() throws Exception {
    blow(body("").replace("traffic", "110101")).andExpect(status().isUnprocessableEntity());
    blow(body("\"crossDistrict\": true,").replace("traffic", "110101"))
        .andExpect(status().isCreated());
    blow(body("\"crossDistrict\": true,").replace("traffic", "110102"))
        .andExpect(status().isUnprocessableEntity());
  }

  @Test
  void namesEveryBadField() throws Exception {
    blow("{\"kind\": \"loud\", \"streetCode\": \"110102\", \"units\": [\"nobody\"]}")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(
            jsonPath(
                "$.errors[*].field",
                containsInAnyOrder("kind", "streetCode", "reason", "place", "units")));
  }

  private static String number(ResultActions blown) throws Exception {
    return JsonPath.read(blown.andReturn().getResponse().getContentAsString(), "$.number");
  }

  private ResultActions show(String number) throws Exception {
    return api.perform(get("/api/whistles/" + number).header("X-API-Key", CaseApiTest.KEY));
  }

  private ResultActions add(String number, String unit) throws Exception {
    return api.perform(
        post("/api/whistles/" + number + "/units")
            .header("X-API-Key", CaseApiTest.KEY)
            .contentType(MediaType.APPLICATION_JSON)
            .content("{\"unitCode\": \"" + unit + "\"}"));
  }

  private StartProcess started(String number) {
    return engine.calls().stream()
        .filter(StartProcess.class::isInstance)
        .map(StartProcess.class::cast)
        .filter(start -> start.tags().contains("whistle:" + number))
        .findFirst()
        .orElseThrow();
  }

  private ResultActions blow(String body) throws Exception {
    return api.perform(
        post("/api/whistles")
            .header("X-API-Key", CaseApiTest.KEY)
            .contentType(MediaType.APPLICATION_JSON)
            .content(body));
  }

  private static String body(String more) {
    return """
    {%s "kind": "emergency", "streetCode": "110102009", "reason": "路面塌陷",
     "place": "展览路与百万庄大街路口", "units": ["xicheng-power", "traffic"]}\
    """
        .formatted(more);
  }
}
