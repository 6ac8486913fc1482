package city.whistle.workers.api;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.workers.FreeMonths;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.SteppedClock;
import city.whistle.workers.assessment.AnsweredCases;
import city.whistle.workers.assessment.AssessmentScene;
import java.time.Instant;
import java.time.YearMonth;
import java.util.EnumSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Figures of several months together; each test has years of its own. */
@RegistryTest
class OverviewApiTest {

  private static final String STREET = "110102009";
  private static final String OTHER_STREET = "110102001";

  @Autowired private MockMvc api;
  @Autowired private ApiClients clients;
  @Autowired private AssessmentScene scene;
  @Autowired private AnsweredCases cases;
  @Autowired private SteppedClock clock;

  private YearMonth month;
  private Instant before;

  @BeforeEach
  void goToYearsOfItsOwn() {
    before = clock.instant();
    month = FreeMonths.january(2);
  }

  @AfterEach
  void goBack() {
    clock.set(before);
  }

  @Test
  void addsUpMonthsByUnit() throws Exception {
    in(month, () -> cases.good(cases.of(null)));
    in(month.plusMonths(1), () -> cases.bad(cases.of(null)));
    in(month.plusMonths(1), () -> cases.good(cases.of(OTHER_STREET)));
    publish(month);
    publish(month.plusMonths(1));

    ask("by=unit")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.months", contains(month.toString(), month.plusMonths(1).toString())))
        .andExpect(jsonPath("$.rows", hasSize(2)))
        .andExpect(jsonPath("$.rows[?(@.of.unit=='" + STREET + "')].counts.valid", contains(2)))
        .andExpect(
            jsonPath("$.rows[?(@.of.unit=='" + STREET + "')].settled.points", contains(50.0)));
  }

  @Test
  void putsApartByTwoDimensions() throws Exception {
    in(month, () -> cases.good(cases.of(null)));
    in(month.plusMonths(1), () -> cases.bad(cases.of(null)));
    publish(month);
    publish(month.plusMonths(1));

    ask("by=month,district&unit=" + STREET)
        .andExpect(jsonPath("$.rows", hasSize(2)))
        .andExpect(jsonPath("$.rows[0].of.month").value(month.toString()))
        .andExpect(jsonPath("$.rows[0].of.district").value("110102"))
        .andExpect(jsonPath("$.rows[0].counts.settled").value(1))
        .andExpect(jsonPath("$.rows[1].counts.settled").value(0));
  }

  @Test
  void leavesOutWhatIsNotPublished() throws Exception {
    in(month, () -> cases.good(cases.of(null)));
    clock.set(Instant.parse(month + "-18T16:00:00Z"));
    scene.provisional(month);

    ask("by=unit").andExpect(jsonPath("$.months", empty())).andExpect(jsonPath("$.rows", empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "from=2026-01&to=2026-02 | by",
        "from=2026-01&to=2026-02&by=month,unit,top | by",
        "from=2026-01&to=2026-02&by=month,month | by",
        "from=2026-01&to=2026-02&by=street | by",
        "to=2026-02&by=unit | from",
        "from=2026-01&to=2026-13&by=unit | to",
        "from=2026-02&to=2026-01&by=unit | to",
        "from=2020-01&to=2026-01&by=unit | to",
        "from=2026-01&to=2026-02&by=unit&category=x | category"
      })
  void refusesWhatCanNotBeAsked(String query, String field) throws Exception {
    call(query)
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.errors[0].field").value(field));
  }

  private void in(YearMonth when, Runnable what) {
    clock.set(Instant.parse(when + "-02T04:00:00Z"));
    what.run();
  }

  private void publish(YearMonth when) {
    clock.set(Instant.parse(when + "-18T16:00:00Z"));
    scene.published(when);
  }

  private ResultActions ask(String more) throws Exception {
    return call("from=%s&to=%s&%s".formatted(month, month.plusMonths(3), more));
  }

  private ResultActions call(String query) throws Exception {
    String key = ApiClients.newKey();
    clients.admit(new ApiClient("overview", "overview", EnumSet.of(Scope.READ), null), key);
    return api.perform(get("/api/assessments?" + query).header("X-API-Key", key));
  }
}
