package city.whistle.workers.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.workers.RegistryTest;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.timeline.Timeline;
import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RegistryTest
class StuckApiTest extends StuckApiScene {

  @Autowired private Timeline timeline;
  @Autowired private JdbcClient jdbc;

  @Test
  void saysForWhomACaseWaits() throws Exception {
    CaseFile file = registry.dispatched();

    stuck("waiting")
        .andExpect(jsonPath("$.items[*].number", contains(file.number())))
        .andExpect(jsonPath("$.items[0].stuck[0].why").value("waiting"))
        .andExpect(jsonPath("$.items[0].stuck[0].since").isNotEmpty())
        .andExpect(jsonPath("$.items[0].waitsFor[0].groups", contains("street:110102009")));
    stuck("overdue,incident,nobody").andExpect(jsonPath("$.items").isEmpty());
  }

  @Test
  void saysWhichLimitHasPassed() throws Exception {
    CaseFile file = registry.dispatched();
    clock.add(Duration.ofHours(2));
    stuck("overdue")
        .andExpect(jsonPath("$.items[0].stuck[0].detail").value("signBy"))
        .andExpect(
            jsonPath(
                "$.items[0].stuck[0].since",
                startsWith(file.limits().signBy().toLocalDateTime().toString())));

    clock.add(Duration.ofDays(8));
    stuck("overdue").andExpect(jsonPath("$.items[0].stuck[0].detail").value("settleBy"));
  }

  @Test
  void showsACaseThatNobodyDidAnythingAboutForAWeek() throws Exception {
    CaseFile file = registry.dispatched();
    clock.add(Duration.ofDays(6));
    stuck("idle").andExpect(jsonPath("$.items").isEmpty());

    clock.add(Duration.ofDays(2));
    timeline.append(file.id(), "system", "UnitReminded", "");
    timeline.append(file.id(), "resident", "CaseUrged", "");
    timeline.append(file.id(), "supervisor-1", "SupervisorUrged", "催");
    stuck("idle").andExpect(jsonPath("$.items[*].number", contains(file.number())));

    timeline.append(file.id(), "street-1", "ContactResident", "");
    stuck("idle").andExpect(jsonPath("$.items").isEmpty());
  }

  @Test
  void letsASuspendedCaseRest() throws Exception {
    CaseFile file = registry.dispatched();
    jdbc.sql(
            """
            with stopped as (insert into registry.suspension (id, case_id, cause, reason, suspended_at, settle_rest, warn_rest, until)
              values (gen_random_uuid(), :id, 'law', '', :now, 0, 0, :now))
            update registry.case_file set status = 'suspended' where id = :id\
            """)
        .param("id", file.id())
        .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .update();
    clock.add(Duration.ofDays(30));

    stuck("idle,overdue").andExpect(jsonPath("$.items").isEmpty());
  }

  @Test
  void showsAnIncident() throws Exception {
    CaseFile file = running();
    engine.hinder(file.processInstanceKey());

    stuck("incident")
        .andExpect(jsonPath("$.items[*].number", contains(file.number())))
        .andExpect(jsonPath("$.items[0].stuck[0].detail").value("RegisterCase: JOB_NO_RETRIES"));
    stuck("waiting").andExpect(jsonPath("$.items").isEmpty());
  }

  @Test
  void showsACaseThatNeverBegan() throws Exception {
    CaseFile file = registry.opened();
    stuck("nobody").andExpect(jsonPath("$.items").isEmpty());

    clock.add(Duration.ofMinutes(6));
    stuck("nobody")
        .andExpect(jsonPath("$.items[*].number", contains(file.number())))
        .andExpect(jsonPath("$.items[0].stuck[0].detail").value("notBegun"));
  }

  @Test
  void showsACaseThatCameWhileTheClockWasAheadAndNeverBegan() throws Exception {
    CaseFile file = registry.opened();
    clock.add(Duration.ofDays(-10));

    stuck("nobody").andExpect(jsonPath("$.items[*].number", contains(file.number())));
  }

  @Test
  void goesThroughAllPageByPage() throws Exception {
    List<String> numbers =
        List.of(
            registry.dispatched().number(),
            registry.dispatched().number(),
            registry.dispatched().number());

    String page = stuck("waiting&limit=2").andReturn().getResponse().getContentAsString();
    String next =
        stuck("waiting&limit=2&cursor=" + JsonPath.read(page, "$.cursor"))
            .andExpect(jsonPath("$.cursor").doesNotExist())
            .andReturn()
            .getResponse()
            .getContentAsString();

    assertThat(JsonPath.<List<String>>read(page, "$.items[*].number"))
        .hasSize(2)
        .doesNotContainAnyElementsOf(JsonPath.<List<String>>read(next, "$.items[*].number"))
        .isSubsetOf(numbers);
  }

  @ParameterizedTest
  @ValueSource(strings = {"late", "overdue,overdue", "", ",", "waiting,x"})
  void refusesAReasonThatIsNone(String reasons) throws Exception {
    stuck(reasons)
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.errors[*].field", contains("stuck")));
  }

  @Test
  void saysThatTheEngineIsAway() throws Exception {
    running();
    engine.goDown();

    stuck("waiting").andExpect(status().isServiceUnavailable());
  }
}
