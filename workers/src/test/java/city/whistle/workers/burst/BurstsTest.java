package city.whistle.workers.burst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.RegistryTestApplication;
import city.whistle.workers.SteppedClock;
import city.whistle.workers.burst.HourCounts.Count;
import city.whistle.workers.job.TestJob;
import io.camunda.client.exception.BpmnError;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Each test has a sub-district of its own. */
@RegistryTest
class BurstsTest {

  @Autowired private Registry registry;
  @Autowired private Bursts bursts;
  @Autowired private HourCounts counts;
  @Autowired private MatterStore matters;
  @Autowired private DescribeMatterWorker describe;
  @Autowired private RecordMatterWorker record;
  @Autowired private SteppedClock clock;
  @Autowired private MockMvc http;

  @Test
  void raiseOneMatterAndLetItGrow() {
    complain("110105001", 7);
    bursts.look();
    complain("110105001", 2);
    bursts.look();

    List<Matter> found = of("110105001");
    assertThat(found).hasSize(1);
    assertThat(found.get(0).seen()).isEqualTo(7);
    assertThat(matters.count(found.get(0).id())).isEqualTo(9);
    assertThat(registry.steps(found.get(0).id())).containsExactly("MatterFound");
  }

  @Test
  void areHeldAgainstTheSameHourOfTheWeeksBefore() {
    complain("110105002", 7);
    OffsetDateTime nextWeek = OffsetDateTime.now(clock).plusWeeks(1);
    Count count = new Count("010101", "停水、水压不足", "110105", "110105002", 8);

    assertThat(counts.before(count, nextWeek.minusHours(1), nextWeek, 2)).containsExactly(7, 0);
    assertThat(counts.before(count, nextWeek, nextWeek.plusHours(1), 1)).containsExactly(0);
  }

  @Test
  void countNoConfidentialCaseAndNoReport() {
    for (int n = 0; n < 8; n++) {
      registry.opened(
          body ->
              body.put("kind", "report")
                  .withObject("place")
                  .put("streetCode", "110105003")
                  .put("districtCode", "110105"));
    }

    bursts.look();

    assertThat(of("110105003")).isEmpty();
  }

  @Test
  void raiseNoOtherMatterOfTheSameCases() {
    complain("110105004", 7);
    bursts.look();
    decide(of("110105004").get(0), Map.of("outcome", "nothing", "matterNote", "计划停水"));

    complain("110105004", 1);
    bursts.look();

    assertThat(of("110105004")).hasSize(1);
    complain("110105004", 7);
    bursts.look();
    assertThat(of("110105004")).hasSize(2);
  }

  @Test
  void areWhistledForInTheNameOfTheSubDistrictOnce() {
    complain("110105005", 7);
    bursts.look();
    Matter matter = of("110105005").get(0);
    TestJob job =
        job(
            matter,
            Map.of(
                "outcome",
                "whistle",
                "matterNote",
                "王先生13800000000等多人反映",
                "whistleRequest",
                Map.of(
                    "kind",
                    "emergency",
                    "reason",
                    "停水",
                    "place",
                    "街道办",
                    "units",
                    List.of("water"))));

    record.recordMatter(job);
    record.recordMatter(job.again());

    Matter closed = matters.byNumber(matter.number()).orElseThrow();
    assertThat(closed.decision()).isEqualTo("whistle");
    assertThat(closed.note()).doesNotContain("13800000000");
    assertThat(
            registry.count(
                "select count(*) from registry.whistle where number = ? and street_code = '110105005'",
                closed.whistleNumber()))
        .isEqualTo(1);
  }

  @Test
  void comeBackWhereNoUnitIsNamed() {
    complain("110105006", 7);
    bursts.look();
    Matter matter = of("110105006").get(0);

    assertThatThrownBy(
            () -> decide(matter, Map.of("outcome", "whistle", "whistleRequest", Map.of())))
        .isInstanceOf(BpmnError.class)
        .hasMessageContaining("WHISTLE_INVALID");
    assertThat(matters.byNumber(matter.number()).orElseThrow().isOpen()).isTrue();
  }

  @Test
  void tellSupervisorsHowTheyStandNow() {
    complain("110105007", 7);
    bursts.look();
    Matter matter = of("110105007").get(0);

    Map<String, Object> told =
        describe.describeMatter(
            TestJob.of("matter.found", Map.of("matter", Map.of("id", matter.id()))));

    assertThat(told.get("matter")).asString().contains("seen=7", "cases=7");
    assertThat((List<?>) told.get("unitChoices")).isNotEmpty();
  }

  @Test
  void areShownWithTheirCases() throws Exception {
    complain("110105008", 7);
    bursts.look();
    String number = of("110105008").get(0).number();

    http.perform(key("/api/matters/" + number))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.state").value("open"))
        .andExpect(jsonPath("$.caseNumbers", hasSize(7)));
    http.perform(key("/api/matters?open=true&limit=1"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$", hasSize(1)));
    http.perform(key("/api/matters?open=perhaps")).andExpect(status().isUnprocessableEntity());
    http.perform(key("/api/matters/M-none")).andExpect(status().isNotFound());
  }

  private static MockHttpServletRequestBuilder key(String path) {
    return get(path).header("X-API-Key", RegistryTestApplication.API_KEY);
  }

  private void complain(String street, int times) {
    for (int n = 0; n < times; n++) {
      registry.opened(
          body ->
              body.put("categoryCode", "010101")
                  .withObject("place")
                  .put("districtCode", street.substring(0, 6))
                  .put("streetCode", street));
    }
  }

  private void decide(Matter matter, Map<String, Object> decision) {
    record.recordMatter(job(matter, decision));
  }

  private static TestJob job(Matter matter, Map<String, Object> decision) {
    Map<String, Object> variables = new HashMap<>(decision);
    variables.put("matter", Map.of("id", matter.id()));
    return TestJob.of("matter.record", variables);
  }

  private List<Matter> of(String street) {
    return matters.list(List.of(street), false, 10);
  }
}
