package city.whistle.workers.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseStatus;
import city.whistle.workers.dispatch.DispatchCaseWorker;
import city.whistle.workers.job.TestJob;
import city.whistle.workers.outbox.EngineCall.CancelProcess;
import city.whistle.workers.outbox.EngineCall.RetryProcess;
import city.whistle.workers.outbox.EngineCall.StartProcess;
import city.whistle.workers.outbox.OutboxSender;
import city.whistle.workers.timeline.TimelineEntry;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;

/** Taking up over the API what stands still. */
@RegistryTest
class RepairApiTest extends StuckApiScene {

  private static final String WHO = "{\"officer\": \"supervisor-1\", \"reason\": \"误撤销\"}";

  @Autowired private OutboxSender outbox;
  @Autowired private DispatchCaseWorker dispatch;

  @Test
  void hearsNoWishForACaseThatWasCancelledUntilItIsStartedAnew() throws Exception {
    CaseFile file = running();
    engine.end(file.processInstanceKey(), file.receivedAt());
    stuck("nobody")
        .andExpect(jsonPath("$.items[*].number", contains(file.number())))
        .andExpect(jsonPath("$.items[0].stuck[0].detail").value("processEnded"));
    send(file, "/urge", "{}").andExpect(status().isConflict());

    send(file, "/restart", WHO).andExpect(status().isAccepted());

    send(file, "/restart", WHO).andExpect(status().isConflict());
    send(file, "/urge", "{}").andExpect(status().isAccepted());
    assertThat(registry.steps(file.id())).contains("CaseRestarted");
  }

  @Test
  void takesTheCaseUpWithItsOwnerRoundAndLimits() throws Exception {
    CaseFile file = running();
    engine.end(file.processInstanceKey(), file.receivedAt());
    clock.add(Duration.ofHours(30));
    send(file, "/restart", WHO);
    outbox.sendDue();
    StartProcess start = restarted(file);
    int told = registry.notifications(file.id()).size();

    dispatch.dispatchCase(TestJob.of("case.dispatch", withLimit(start)).in(4711));

    CaseFile now = registry.file(file.id());
    assertThat(start.before()).isEqualTo("DecideLimit");
    assertThat(now.limits()).isEqualTo(file.limits());
    assertThat(now.owner()).isEqualTo(file.owner());
    assertThat(now.processInstanceKey()).isEqualTo(4711);
    assertThat(now.status()).isEqualTo(CaseStatus.DISPATCHED);
    assertThat(registry.notifications(file.id())).hasSize(told);
  }

  @Test
  void startsNothingAnewThatRuns() throws Exception {
    send(running(), "/restart", WHO).andExpect(status().isConflict());
    send(registry.opened(), "/restart", WHO).andExpect(status().isConflict());
  }

  @Test
  void triesAgainWhatFailedAndSaysWhoWantedItAndWhy() throws Exception {
    CaseFile file = running();
    engine.hinder(file.processInstanceKey());

    send(file, "/repair", WHO)
        .andExpect(status().isAccepted())
        .andExpect(jsonPath("$.repairing[0].element").value("RegisterCase"));
    outbox.sendDue();

    assertThat(engine.calls()).contains(new RetryProcess(file.processInstanceKey()));
    assertThat(registry.lastLine(file.id()))
        .extracting(TimelineEntry::who, TimelineEntry::what, TimelineEntry::why)
        .containsExactly("supervisor-1", "CaseRepaired", "误撤销");
  }

  @Test
  void beginsAnewWhereTryingAgainIsOfNoUse() throws Exception {
    CaseFile file = running();
    engine.hinder(file.processInstanceKey());

    send(file, "/repair", "{\"officer\": \"supervisor-1\", \"reason\": \"误\", \"anew\": true}")
        .andExpect(status().isAccepted());
    outbox.sendDue();

    assertThat(engine.calls()).contains(new CancelProcess(file.processInstanceKey()));
    assertThat(restarted(file).before()).isEqualTo("DecideLimit");
  }

  @Test
  void beginsAnewWhatIsStillTriedAgainByItself() throws Exception {
    CaseFile file = running();
    engine.retry(file.processInstanceKey());

    send(file, "/repair", WHO)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.detail", containsString("\"anew\": true")));
    send(file, "/repair", "{\"officer\": \"supervisor-1\", \"reason\": \"误\", \"anew\": true}")
        .andExpect(status().isAccepted())
        .andExpect(jsonPath("$.repairing[0].kind").value("JOB_RETRIED"));
    outbox.sendDue();

    assertThat(engine.calls()).contains(new CancelProcess(file.processInstanceKey()));
  }

  @Test
  void repairsNothingThatGoesOn() throws Exception {
    send(running(), "/repair", WHO).andExpect(status().isConflict());
    send(registry.opened(), "/repair", WHO).andExpect(status().isConflict());
  }

  private static Map<String, Object> withLimit(StartProcess start) {
    Map<String, Object> variables = new java.util.HashMap<>(start.variables());
    variables.put("timeLimit", Registry.SEVEN_DAYS);
    return variables;
  }

  private StartProcess restarted(CaseFile file) {
    return engine.calls().stream()
        .filter(StartProcess.class::isInstance)
        .map(StartProcess.class::cast)
        .filter(start -> start.before() != null)
        .filter(start -> start.variables().get("caseId").equals(file.id().toString()))
        .findFirst()
        .orElseThrow();
  }

  private ResultActions send(CaseFile file, String call, String body) throws Exception {
    return api.perform(
        post("/api/cases/" + file.number() + call)
            .header("X-API-Key", CaseApiTest.KEY)
            .contentType(MediaType.APPLICATION_JSON)
            .content(body));
  }
}
