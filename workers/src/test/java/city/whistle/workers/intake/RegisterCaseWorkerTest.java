package city.whistle.workers.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.workers.RecordingEngine;
import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseStatus;
import city.whistle.workers.job.TestJob;
import city.whistle.workers.outbox.EngineCall.CancelProcess;
import city.whistle.workers.outbox.OutboxSender;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.client.exception.BpmnError;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RegistryTest
class RegisterCaseWorkerTest {

  @Autowired private RegisterCaseWorker worker;
  @Autowired private Registry registry;
  @Autowired private RecordingEngine engine;
  @Autowired private OutboxSender outbox;

  @Test
  void givesTheProcessWhatItsDecisionsNeed() {
    CaseFile file = registry.opened();

    Map<String, Object> out = worker.registerCase(job(file));

    assertThat(out.get("catalogue"))
        .isEqualTo(orNull(Map.of("unitKind", "street", "level", "15d"), "unitCode"));
    assertThat(out.get("case")).asString().contains("number=" + file.number(), "010204");
  }

  @Test
  void leavesItToPeopleWhereAReportGoes() {
    CaseFile file =
        registry.opened(body -> body.put("kind", "report").put("accusedUnit", "110102009"));

    Map<String, Object> out = worker.registerCase(job(file));

    assertThat(out.get("catalogue")).asString().contains("unitKind=null", "unitCode=null");
    assertThat(out.get("case")).asString().contains("doubts=[report]", "accusedUnit=110102009");
  }

  @Test
  void tiesTheCaseToItsInstance() {
    CaseFile file = registry.opened();

    worker.registerCase(job(file).in(77));

    assertThat(registry.file(file.id()).processInstanceKey()).isEqualTo(77);
    assertThat(registry.file(file.id()).status()).isEqualTo(CaseStatus.REGISTERED);
  }

  @Test
  void repeatsItsAnswerWithoutASecondLine() {
    CaseFile file = registry.opened();
    TestJob job = job(file);

    Map<String, Object> first = worker.registerCase(job);

    assertThat(worker.registerCase(job.again())).isEqualTo(first);
    assertThat(registry.steps(file.id())).containsExactly("CaseReceived", "CaseRegistered");
  }

  @Test
  void hasASecondInstanceOfTheSameCaseCancelled() {
    CaseFile file = registry.opened();
    worker.registerCase(job(file).in(1001));

    assertThatThrownBy(() -> worker.registerCase(job(file).in(1002)))
        .isInstanceOf(BpmnError.class)
        .hasMessageContaining("CASE_RUNS_ALREADY");
    outbox.sendDue();
    assertThat(engine.calls()).contains(new CancelProcess(1002));
  }

  @Test
  void takesACaseThatTheRegistryHasNotForAMistake() {
    String unknown = UUID.randomUUID().toString();

    assertThatThrownBy(
            () -> worker.registerCase(TestJob.of("case.register", Map.of("caseId", unknown))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(unknown);
  }

  @Test
  void takesTheSignalsFromTheCategory() {
    CaseFile file = registry.opened(body -> body.put("categoryCode", "900102"));

    Map<String, Object> out = worker.registerCase(job(file));

    assertThat(out.get("signals")).asString().contains("emergency=true", "emergencyLine=119");
  }

  @Test
  void letsTheAgentOverruleAnEmergencyOfTheCategory() {
    CaseFile file =
        registry.opened(
            body -> {
              body.put("categoryCode", "900102");
              body.putObject("signals").put("emergencyOverruled", true);
            });

    Map<String, Object> out = worker.registerCase(job(file));

    assertThat(out.get("signals")).asString().contains("emergency=false", "emergencyLine=null");
  }

  @Test
  void movesAnIntakeIntoTheRegistryAndRedactsIt() {
    ObjectNode intake = registry.complaint();

    Map<String, Object> out =
        worker.registerCase(TestJob.of("case.register", Map.of("intake", intake)));

    assertThat(out.toString()).doesNotContain("李某某", "13800000000", "两栋回迁楼");
    assertThat(out.get("intake")).asString().contains("redacted=true");
    assertThat(registry.file(UUID.fromString((String) out.get("caseId"))).about().title())
        .isEqualTo("展览路街道42、46号楼供电问题");
  }

  @Test
  void opensOneCaseForAnIntakeThatComesTwice() {
    TestJob job = TestJob.of("case.register", Map.of("intake", registry.complaint()));

    Object first = worker.registerCase(job).get("caseId");

    assertThat(worker.registerCase(job.again()).get("caseId")).isEqualTo(first);
  }

  @Test
  void refusesAnIntakeNamingItsBadFieldsWithoutTheirValues() {
    ObjectNode intake = registry.complaint().put("channel", "pigeon");

    assertThatThrownBy(
            () -> worker.registerCase(TestJob.of("case.register", Map.of("intake", intake))))
        .isInstanceOf(BpmnError.class)
        .hasMessageContaining("INVALID_INTAKE")
        .hasMessageContaining("channel")
        .hasMessageNotContaining("pigeon");
  }

  private static TestJob job(CaseFile file) {
    return TestJob.of("case.register", Map.of("caseId", file.id()));
  }

  private static Map<String, Object> orNull(Map<String, Object> map, String name) {
    Map<String, Object> filled = new java.util.HashMap<>(map);
    filled.put(name, null);
    return filled;
  }
}
