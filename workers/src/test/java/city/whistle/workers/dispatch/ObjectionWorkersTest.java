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
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RegistryTest
class ObjectionWorkersTest {

  private static final Instant FRIDAY = Instant.parse("2026-03-27T02:00:00Z");

  @Autowired private CheckObjectionWorker check;
  @Autowired private RecordObjectionWorker record;
  @Autowired private DispatchCaseWorker dispatch;
  @Autowired private Registry registry;
  @Autowired private SteppedClock clock;

  @BeforeEach
  @AfterEach
  void turnBackTheClock() {
    clock.set(FRIDAY);
  }

  @Test
  void letsTheOwnerObjectAndTellsTheHotline() {
    CaseFile file = registry.dispatched();

    Map<String, Object> objection = objected(file);

    assertThat(objection).containsEntry("result", "open").containsEntry("last", false);
    assertThat(registry.notifications(file.id())).contains("hotline objectionRaised");
    assertThat(registry.lastLine(file.id()).what()).isEqualTo("ObjectionRaised");
  }

  @Test
  void countsTheTimeToObjectInWorkingDays() {
    CaseFile file = registry.dispatched();
    clock.add(Duration.ofDays(3));
    assertThat(objected(file)).containsEntry("result", "open");

    CaseFile other = registry.dispatched();
    clock.add(Duration.ofDays(1).plusMillis(1));

    assertThat(objected(other))
        .containsEntry("result", "refused")
        .containsEntry("reason", "late")
        .hasEntrySatisfying(
            "message", message -> assertThat(message).asString().contains("2026-03-31 10:00"));
  }

  @Test
  void sendsTheCaseToTheUnitThatTheDispatchersName() {
    CaseFile file = registry.dispatched();

    Map<String, Object> decided = decided(file, objected(file), Map.of("unitCode", "housing"));

    assertThat(decided)
        .containsEntry("result", "upheld")
        .containsEntry("unitCode", "housing")
        .containsEntry("final", false);
    assertThat(registry.notifications(file.id())).contains("unit:110102009 objectionUpheld");
    assertThat(registry.lastLine(file.id()).what()).isEqualTo("ObjectionUpheld");
  }

  @Test
  void refusesAnObjectionAfterAFinalDesignation() {
    CaseFile file = registry.dispatched();
    decided(file, objected(file), Map.of("unitCode", "housing", "final", true));
    redispatch(file, "housing");

    assertThat(objected(file))
        .containsEntry("result", "refused")
        .containsEntry("reason", "final")
        .hasEntrySatisfying(
            "message", message -> assertThat(message).asString().contains("最终指定", "不得再提"));
    assertThat(registry.lastLine(file.id()).what()).isEqualTo("ObjectionRefused");
  }

  @Test
  void takesTheLastDecisionThatIsAllowedAsFinal() {
    CaseFile file = registry.dispatched();
    decided(file, objected(file), Map.of("upheld", false));
    Map<String, Object> second = objected(file);

    Map<String, Object> decided = decided(file, second, Map.of("upheld", false, "final", false));

    assertThat(second).containsEntry("last", true);
    assertThat(decided).containsEntry("final", true).containsEntry("result", "dismissed");
    assertThat(objected(file)).containsEntry("reason", "final");
  }

  @Test
  void refusesAnObjectionThatAwaitsItsDecision() {
    CaseFile file = registry.dispatched();
    objected(file);
    objected(file);

    assertThat(objected(file)).containsEntry("reason", "tooMany");
  }

  @Test
  void refusesAnObjectionWhereNoRuleAllowsIt() {
    CaseFile file = registry.dispatched();

    assertThat(of(check.checkObjection(TestJob.of("x", Map.of("caseId", file.id())))))
        .containsEntry("reason", "noRule");
  }

  @Test
  void wantsAnotherUnitThatThereIs() {
    CaseFile file = registry.dispatched();
    Map<String, Object> objection = objected(file);

    assertThatThrownBy(() -> decided(file, objection, Map.of("unitCode", "nobody")))
        .isInstanceOf(BpmnError.class)
        .hasMessageContaining("REVIEW_INVALID")
        .hasMessageContaining("nobody");
    assertThatThrownBy(() -> decided(file, objection, Map.of("unitCode", "110102009")))
        .isInstanceOf(BpmnError.class)
        .hasMessageContaining("展览路街道");
  }

  @Test
  void handsTheReasonOfARefusalToTheModel() {
    CaseFile file = registry.dispatched();
    Map<String, Object> objection = objected(file);

    assertThatThrownBy(() -> decided(file, objection, Map.of("unitCode", "nobody")))
        .isInstanceOfSatisfying(
            BpmnError.class,
            error -> assertThat(error.getVariables()).asString().contains("refusal", "nobody"));
  }

  private Map<String, Object> objected(CaseFile file) {
    return of(
        check.checkObjection(
            TestJob.of(
                "dispatch.checkObjection",
                Map.of(
                    "caseId",
                    file.id(),
                    "objectionRule",
                    Map.of(
                        "objectWithin", "P1D",
                        "reviewWithin", "P1D",
                        "basis", "working",
                        "mostObjections", 2),
                    "objectionRequest",
                    Map.of("reason", "不属本单位职责")))));
  }

  private Map<String, Object> decided(
      CaseFile file, Map<String, Object> objection, Map<String, Object> decision) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("upheld", true);
    variables.putAll(decision);
    variables.put("caseId", file.id());
    variables.put("objection", objection);
    variables.put("level", "7d");
    return of(record.recordObjection(TestJob.of("dispatch.recordObjection", variables)));
  }

  private void redispatch(CaseFile file, String unit) {
    dispatch.dispatchCase(
        TestJob.of(
            "case.dispatch",
            Map.of(
                "caseId",
                file.id(),
                "round",
                1,
                "dispatch",
                Map.of("unitCode", unit, "level", "7d"),
                "timeLimit",
                Registry.SEVEN_DAYS)));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> of(Map<String, Object> answer) {
    return (Map<String, Object>) answer.get("objection");
  }
}
