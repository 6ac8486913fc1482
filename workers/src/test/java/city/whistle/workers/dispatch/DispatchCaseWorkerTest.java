package city.whistle.workers.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.SteppedClock;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.job.TestJob;
import io.camunda.client.exception.BpmnError;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@RegistryTest
class DispatchCaseWorkerTest {

  @Autowired private DispatchCaseWorker worker;
  @Autowired private Registry registry;
  @Autowired private SteppedClock clock;

  @Test
  void givesAStreetMatterToTheStreetOfItsPlace() {
    CaseFile file = registry.opened();

    Map<String, Object> out = worker.dispatchCase(job(file, Map.of("unitKind", "street")));

    assertThat(out.get("owner"))
        .isEqualTo(Map.of("code", "110102009", "name", "展览路街道", "kind", "street"));
    assertThat(out.get("district")).isEqualTo(Map.of("code", "110102", "name", "西城区"));
  }

  @Test
  void givesAnEnterpriseMatterToTheCataloguesEnterprise() {
    CaseFile file = registry.opened(body -> body.put("categoryCode", "010201"));

    Map<String, Object> out = worker.dispatchCase(job(file, Map.of("unitKind", "enterprise")));

    assertThat(out.get("owner")).asString().contains("code=power");
  }

  @Test
  void givesWhatHasNoUnitToTheDistrict() {
    CaseFile file = registry.opened(body -> body.remove("categoryCode"));

    Map<String, Object> out = worker.dispatchCase(job(file, Map.of("unitKind", "department")));

    assertThat(out.get("owner")).asString().contains("code=110102", "kind=district");
  }

  @Test
  void takesTheUnitThatTheDispatchersNamed() {
    CaseFile file = registry.opened();

    Map<String, Object> out =
        worker.dispatchCase(job(file, Map.of("unitKind", "street", "unitCode", "housing")));

    assertThat(out.get("owner")).asString().contains("code=housing");
  }

  @Test
  void givesNoReportToWhomItAccuses() {
    CaseFile file =
        registry.opened(body -> body.put("kind", "report").put("accusedUnit", "110102009"));

    assertThatThrownBy(() -> worker.dispatchCase(job(file, Map.of("unitKind", "street"))))
        .isInstanceOf(BpmnError.class)
        .hasMessageContaining("UNIT_NOT_FOUND");
    assertThat(registry.file(file.id()).owner()).isNull();
  }

  @Test
  void tellsAnAccusedDistrictNothing() {
    CaseFile file =
        registry.opened(body -> body.put("kind", "report").put("accusedUnit", "110102"));

    worker.dispatchCase(job(file, Map.of("unitKind", "street", "copyToDistrict", true)));

    assertThat(registry.notifications(file.id())).noneMatch(n -> n.contains("unit:110102 "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "110000"})
  void refusesAUnitThatHandlesNothing(String code) {
    CaseFile file = registry.opened();

    assertThatThrownBy(() -> worker.dispatchCase(job(file, Map.of("unitCode", code))))
        .isInstanceOf(BpmnError.class)
        .hasMessageContaining("UNIT_NOT_FOUND");
  }

  @Test
  void countsTheOwnersTimeFromTheDispatchAndTellsTheResidentThatItTakesLonger() {
    CaseFile file = registry.opened();
    clock.add(Duration.ofHours(3));

    Map<?, ?> limits =
        (Map<?, ?>) worker.dispatchCase(job(file, Map.of("unitKind", "street"))).get("limits");

    assertThat(time(limits.get("settleBy"))).isEqualTo(file.receivedAt().plusDays(7).plusHours(3));
    assertThat(time(limits.get("signBy"))).isEqualTo(file.receivedAt().plusHours(4));
    assertThat(registry.notifications(file.id())).contains("resident promiseMoved");
  }

  @Test
  void sendsTheDistrictACopy() {
    CaseFile file = registry.opened();

    worker.dispatchCase(job(file, Map.of("unitKind", "street", "copyToDistrict", true)));

    assertThat(registry.notifications(file.id()))
        .containsExactlyInAnyOrder("unit:110102009 caseDispatched", "unit:110102 caseCopied");
  }

  @Test
  void offersTheUnitsOfTheDistrictAndTheCity() {
    CaseFile file = registry.opened();

    List<?> choices =
        (List<?>) worker.dispatchCase(job(file, Map.of("unitKind", "street"))).get("unitChoices");

    assertThat(choices.toString()).contains("xicheng-sasac", "西城供电所", "market-regulation");
  }

  @Test
  void dispatchesOnceAndRepeatsItsAnswer() {
    CaseFile file = registry.opened();
    TestJob job = job(file, Map.of("unitKind", "street"));
    Map<String, Object> first = worker.dispatchCase(job);
    clock.add(Duration.ofHours(1));

    assertThat(worker.dispatchCase(job.again())).isEqualTo(first);
    assertThat(
            registry.count(
                "select count(*) from registry.case_dispatch where case_id = ?", file.id()))
        .isEqualTo(1);
  }

  private static TestJob job(CaseFile file, Map<String, Object> dispatch) {
    return TestJob.of(
        "case.dispatch",
        Map.of("caseId", file.id(), "dispatch", dispatch, "timeLimit", Registry.SEVEN_DAYS));
  }

  private static OffsetDateTime time(Object text) {
    return OffsetDateTime.parse((String) text);
  }
}
