package city.whistle.workers.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.workers.RecordingEngine;
import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.SteppedClock;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.job.TestJob;
import city.whistle.workers.outbox.EngineCall.PublishMessage;
import city.whistle.workers.outbox.OutboxSender;
import io.camunda.client.exception.BpmnError;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** More time to settle a case. */
@RegistryTest
class ExtensionsTest {

  @Autowired private Registry registry;
  @Autowired private SteppedClock clock;
  @Autowired private ExtendCaseWorker extend;
  @Autowired private OutboxSender outbox;
  @Autowired private RecordingEngine engine;

  @Test
  void movesTheTimeToSettleAndTellsTheTimers() {
    CaseFile file = registry.dispatched();

    Map<String, Object> out = extend.extendCase(extension(file, Map.of("days", 5)));
    outbox.sendDue();

    assertThat(registry.file(file.id()).limits().settleBy())
        .isEqualTo(file.limits().settleBy().plusDays(5));
    assertThat(out.get("limits")).asString().contains("settleBy");
    assertThat(engine.calls())
        .anyMatch(
            call ->
                call instanceof PublishMessage message
                    && message.name().equals("case.limitsChanged")
                    && message.correlationKey().equals(file.id().toString())
                    && message.variables().containsKey("limits"));
  }

  @Test
  void takesADayAsItsEnd() {
    CaseFile file = registry.dispatched();
    String day = file.limits().settleBy().toLocalDate().plusDays(3).toString();

    extend.extendCase(extension(file, Map.of("until", day)));

    assertThat(registry.file(file.id()).limits().settleBy())
        .isEqualTo(OffsetDateTime.parse(day + "T23:59:59+08:00"));
  }

  @Test
  void tellsResidentAndHotlineOfAnExtension() {
    CaseFile file = registry.dispatched();

    extend.extendCase(extension(file, Map.of("days", 5)));

    assertThat(registry.notifications(file.id()))
        .contains("resident caseExtended", "hotline caseExtended");
  }

  @Test
  void refusesAnExtensionThatIsNone() {
    CaseFile file = registry.dispatched();

    assertThatThrownBy(() -> extend.extendCase(extension(file, Map.of("until", "2020-01-01"))))
        .isInstanceOf(BpmnError.class)
        .hasMessageContaining("EXTENSION_INVALID");
  }

  @Test
  void refusesAnExtensionIntoThePast() {
    CaseFile file = registry.dispatched();
    clock.add(Duration.ofDays(20));

    assertThatThrownBy(() -> extend.extendCase(extension(file, Map.of("days", 5))))
        .isInstanceOf(BpmnError.class)
        .hasMessageContaining("EXTENSION_INVALID");
  }

  @Test
  void refusesAnExtensionThatIsTooLongOrOneTooMany() {
    CaseFile file = registry.dispatched();

    assertThatThrownBy(() -> extend.extendCase(within(1, 7, file, Map.of("days", 365))))
        .hasMessageContaining("最多延长 7 天");
    extend.extendCase(within(1, 7, file, Map.of("days", 3)));
    assertThatThrownBy(() -> extend.extendCase(within(1, 7, file, Map.of("days", 5))))
        .hasMessageContaining("最多延期 1 次");
  }

  private static TestJob within(int most, int days, CaseFile file, Map<String, Object> request) {
    Map<String, Object> limit = new HashMap<>(Registry.SEVEN_DAYS);
    limit.put("mostExtensions", most);
    limit.put("mostExtensionDays", days);
    return TestJob.of(
        "case.extend",
        Map.of(
            "caseId",
            file.id(),
            "limits",
            file.limits(),
            "timeLimit",
            limit,
            "extensionRequest",
            request));
  }

  private static TestJob extension(CaseFile file, Map<String, Object> request) {
    return TestJob.of(
        "case.extend",
        Map.of(
            "caseId",
            file.id(),
            "limits",
            file.limits(),
            "timeLimit",
            Registry.SEVEN_DAYS,
            "extensionRequest",
            request));
  }
}
