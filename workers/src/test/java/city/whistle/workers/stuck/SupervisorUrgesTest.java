package city.whistle.workers.stuck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.workers.RecordingEngine;
import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.outbox.EngineCall.PublishMessage;
import city.whistle.workers.outbox.OutboxSender;
import city.whistle.workers.stuck.SupervisorUrges.NobodyHears;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RegistryTest
class SupervisorUrgesTest {

  @Autowired private SupervisorUrges urges;
  @Autowired private OutboxSender outbox;
  @Autowired private RecordingEngine engine;
  @Autowired private Registry registry;

  @Test
  void writesWhoUrgedAndWhy() {
    CaseFile file = registry.dispatched();

    urges.urge(file, "supervisor-1", "群众多次来电");

    assertThat(registry.lastLine(file.id()).what()).isEqualTo("SupervisorUrged");
    assertThat(registry.lastLine(file.id()).who()).isEqualTo("supervisor-1");
    assertThat(registry.lastLine(file.id()).why()).isEqualTo("群众多次来电");
  }

  @Test
  void hasOneSupervisionBeginHoweverOftenItIsUrged() {
    CaseFile file = registry.dispatched();

    urges.urge(file, "supervisor-1", "群众多次来电");
    urges.urge(file, "supervisor-1", "仍未办理");

    assertThat(raised(file)).hasSize(1);
    assertThat(
            registry.count("select count from registry.supervision where case_id = ?", file.id()))
        .isEqualTo(2);
  }

  @Test
  void refusesACaseThatNobodyHasYet() {
    CaseFile file = registry.opened();

    assertThatThrownBy(() -> urges.urge(file, "supervisor-1", "超时"))
        .isInstanceOf(NobodyHears.class)
        .hasMessageContaining(file.number());
  }

  private List<PublishMessage> raised(CaseFile file) {
    outbox.sendDue();
    return engine.calls().stream()
        .filter(PublishMessage.class::isInstance)
        .map(PublishMessage.class::cast)
        .filter(message -> message.name().equals("case.supervisionRaised"))
        .filter(message -> message.correlationKey().equals(file.id().toString()))
        .toList();
  }
}
