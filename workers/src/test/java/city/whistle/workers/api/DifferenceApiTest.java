package city.whistle.workers.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.workers.EngineStock;
import city.whistle.workers.RecordingEngine;
import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.SteppedClock;
import city.whistle.workers.access.Caller;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.difference.ComparisonRounds;
import city.whistle.workers.difference.EngineInventory.Instance;
import city.whistle.workers.outbox.EngineCall.CancelProcess;
import city.whistle.workers.outbox.OutboxSender;
import city.whistle.workers.timeline.TimelineEntry;
import city.whistle.workers.timeline.TimelineVerification;
import city.whistle.workers.whistle.WhistleRequests;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@RegistryTest
class DifferenceApiTest {

  private static final String WHO = "{\"officer\": \"supervisor-1\", \"reason\": \"引擎已恢复\"}";
  private static final long KEY = 9_100_001;

  @Autowired private MockMvc api;
  @Autowired private Registry registry;
  @Autowired private SteppedClock clock;
  @Autowired private EngineStock stock;
  @Autowired private RecordingEngine engine;
  @Autowired private OutboxSender outbox;
  @Autowired private WhistleRequests whistles;
  @Autowired private ComparisonRounds rounds;
  @Autowired private DifferenceCount count;
  @Autowired private TimelineVerification verification;
  @Autowired private JdbcClient jdbc;
  @Autowired private ObjectMapper json;

  /** What other tests left is in order, or more than is listed. */
  @BeforeEach
  void closeWhatIsThere() {
    stock.reset();
    jdbc.sql("update registry.case_file set closed_at = received_at where closed_at is null")
        .update();
    jdbc.sql("update registry.whistle set ended_at = blown_at where ended_at is null").update();
    jdbc.sql("update registry.supervision set recorded_at = raised_at where recorded_at is null")
        .update();
  }

  @AfterEach
  void forget() {
    stock.reset();
  }

  @Test
  void namesTheCallThatMendsACaseAndNoLongerListsItThen() throws Exception {
    CaseFile file = cancelled();

    list()
        .andExpect(jsonPath("$.counts.caseWithoutProcess").value(1))
        .andExpect(jsonPath("$.items[0].cause").value("cancelled"))
        .andExpect(
            jsonPath("$.items[0].mend").value("POST /api/cases/" + file.number() + "/restart"));
    engine.end(file.processInstanceKey(), now());
    send("/api/cases/" + file.number() + "/restart", WHO).andExpect(status().isAccepted());

    list().andExpect(jsonPath("$.items").isEmpty());
  }

  @Test
  void tellsWhoeverWatchesHowManyAreLeft() throws Exception {
    CaseFile file = cancelled();
    healthSays(1);

    engine.end(file.processInstanceKey(), now());
    send("/api/cases/" + file.number() + "/restart", WHO).andExpect(status().isAccepted());

    healthSays(0);
  }

  @Test
  void cancelsAProcessThatWorksOnNothing() throws Exception {
    stock.run(
        "complaint-case",
        new Instance(KEY, false, Set.of("case:19990101-000001"), EngineStock.LONG_AGO, null, false),
        "caseId",
        json.nullNode());
    compare();

    send(mend(list()), WHO).andExpect(status().isAccepted());
    outbox.sendDue();

    assertThat(engine.calls()).contains(new CancelProcess(KEY));
    list().andExpect(jsonPath("$.items").isEmpty());
  }

  @Test
  void endsAWhistleOnWhichNothingWorks() throws Exception {
    String number = blown();
    clock.add(Duration.ofMinutes(6));
    compare();

    send(mend(list()), WHO).andExpect(status().isAccepted());

    api.perform(get("/api/whistles/" + number).header("X-API-Key", CaseApiTest.KEY))
        .andExpect(jsonPath("$.state").value("ended"));
  }

  @Test
  void endsTheWhistlesOfACaseThatBeginsAnew() throws Exception {
    CaseFile file = cancelled();
    String whistle = blown();
    jdbc.sql("update registry.whistle set case_id = ? where number = ?")
        .params(file.id(), whistle)
        .update();
    engine.end(file.processInstanceKey(), now());

    send("/api/cases/" + file.number() + "/restart", WHO).andExpect(status().isAccepted());

    assertThat(registry.lines(file.id()))
        .extracting(TimelineEntry::what, TimelineEntry::who)
        .contains(org.assertj.core.groups.Tuple.tuple("WhistleAbandoned", "supervisor-1"));
  }

  @Test
  void mendsNothingThatCameInOrderSince() throws Exception {
    CaseFile file = cancelled();
    stock.reset();

    send("/api/differences/case:" + file.number() + "/mend", WHO).andExpect(status().isConflict());
    send("/api/differences/case:none/mend", WHO).andExpect(status().isNotFound());
    send("/api/differences/case:none/mend", "{}").andExpect(status().isUnprocessableEntity());
  }

  @Test
  void comparesAgainWhenAsked() throws Exception {
    compare();
    String before = comparedAt();
    clock.add(Duration.ofMinutes(1));
    rounds.look();
    assertThat(comparedAt()).isEqualTo(before);

    send("/api/differences", "").andExpect(status().isAccepted());
    rounds.look();

    assertThat(comparedAt()).isNotEqualTo(before);
  }

  @Test
  void comparesLaterWhereTheEngineIsAway() throws Exception {
    compare();
    String before = comparedAt();
    clock.add(Duration.ofDays(1));
    stock.goDown();
    cancelled();
    assertThat(comparedAt()).isEqualTo(before);

    stock.reset();
    compare();

    assertThat(comparedAt()).isNotEqualTo(before);
  }

  private CaseFile cancelled() {
    CaseFile file = registry.dispatched();
    stock.say(
        new Instance(
            file.processInstanceKey(), false, Set.of(), EngineStock.LONG_AGO, now(), true));
    clock.add(Duration.ofMinutes(6));
    compare();
    return file;
  }

  private void compare() {
    clock.add(Duration.ofMinutes(1));
    rounds.ask();
    rounds.look();
  }

  private String blown() {
    String number =
        whistles
            .blow(
                new Caller("demo-hotline", null, true),
                json.createObjectNode()
                    .put("kind", "emergency")
                    .put("streetCode", "110102009")
                    .put("reason", "路面塌陷")
                    .put("place", "展览路")
                    .set("units", json.createArrayNode().add("xicheng-power")))
            .number();
    outbox.sendDue();
    return number;
  }

  private String comparedAt() throws Exception {
    return JsonPath.read(list().andReturn().getResponse().getContentAsString(), "$.comparedAt");
  }

  private static String mend(ResultActions list) throws Exception {
    List<String> calls =
        JsonPath.read(list.andReturn().getResponse().getContentAsString(), "$.items[*].mend");
    assertThat(calls).hasSize(1);
    return calls.get(0).replace("POST ", "");
  }

  private void healthSays(int number) throws Exception {
    count.look();
    api.perform(get("/api/health"))
        .andExpect(jsonPath("$.status").value("up"))
        .andExpect(jsonPath("$.differences").value(number));
  }

  private ResultActions list() throws Exception {
    return api.perform(get("/api/differences").header("X-API-Key", CaseApiTest.KEY))
        .andExpect(status().isOk());
  }

  private ResultActions send(String path, String body) throws Exception {
    return api.perform(
        post(path)
            .header("X-API-Key", CaseApiTest.KEY)
            .contentType(MediaType.APPLICATION_JSON)
            .content(body));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
