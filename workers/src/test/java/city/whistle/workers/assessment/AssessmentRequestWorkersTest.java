package city.whistle.workers.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.assessment.request.AskedFor;
import city.whistle.workers.assessment.request.AskedFor.State;
import city.whistle.workers.assessment.request.AskedForStore;
import city.whistle.workers.assessment.result.Assessment;
import city.whistle.workers.assessment.result.ResultStore;
import city.whistle.workers.assessment.work.CheckExclusionWorker;
import city.whistle.workers.assessment.work.RecordAppealWorker;
import city.whistle.workers.assessment.work.RecordDeciderWorker;
import city.whistle.workers.assessment.work.RecordExclusionWorker;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.job.CompletionDenied;
import city.whistle.workers.job.TestJob;
import city.whistle.workers.outbox.EngineCall.PublishMessage;
import city.whistle.workers.outbox.EngineCall.StartProcess;
import io.camunda.client.exception.BpmnError;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What units ask of a month's figures, and what is decided; each test in a month of its own. */
@RegistryTest
class AssessmentRequestWorkersTest extends AssessmentWorkers {

  @Autowired private CheckExclusionWorker check;
  @Autowired private RecordExclusionWorker recordExclusion;
  @Autowired private RecordDeciderWorker decider;
  @Autowired private RecordAppealWorker recordAppeal;
  @Autowired private AskedForStore requests;
  @Autowired private ResultStore results;
  @Autowired private Registry registry;

  @Test
  void leavesACaseOutWhoseExclusionIsGranted() {
    AskedFor asked = scene.exclusion();

    Map<?, ?> decided = decide(asked, true);

    assertThat(decided.get("result")).isEqualTo("granted");
    assertThat(
            registry.count(
                "select count(*) from registry.case_exclusion where case_id = ?", asked.caseId()))
        .isEqualTo(1);
    assertThat(registry.notifications(asked.caseId())).contains("unit:110102009 exclusionDecided");
    assertThat(registry.lastLine(asked.caseId()).why()).isEqualTo("granted");
  }

  @Test
  void keepsACaseInWhoseExclusionIsRefused() {
    AskedFor asked = scene.exclusion();

    assertThat(decide(asked, false).get("result")).isEqualTo("refused");
    assertThat(
            registry.count(
                "select count(*) from registry.case_exclusion where case_id = ?", asked.caseId()))
        .isZero();
  }

  @Test
  void hasAnExclusionDecidedByTheProcessThatItStarts() {
    AskedFor asked = scene.exclusion();
    outbox.sendDue();

    StartProcess start =
        engine.calls().stream()
            .filter(StartProcess.class::isInstance)
            .map(StartProcess.class::cast)
            .filter(call -> call.tags().contains("exclusion:" + asked.id()))
            .findFirst()
            .orElseThrow();
    Map<?, ?> exclusion =
        (Map<?, ?>)
            check.checkExclusion(TestJob.of("exclusion.check", start.variables())).get("exclusion");
    assertThat(exclusion.get("result")).isEqualTo("open");
    assertThat(exclusion.get("groundName")).isEqualTo("超出承办单位职责");
    assertThat(exclusion.get("groundNameEnglish")).isEqualTo("Beyond any unit's duty");
    assertThat(exclusion.get("unitName")).isEqualTo("展览路街道");
  }

  @Test
  void refusesByRuleWhatNobodyDecidedBeforeTheFiguresAreFinal() {
    AskedFor asked = scene.exclusion();
    cases.good(cases.of(null));
    toTheEnd();

    finish.finalizeRanking(month("assessment.finalize", published()));
    outbox.sendDue();

    assertThat(requests.get(asked.id()).state()).isEqualTo(State.REFUSED_BY_RULE);
    assertThat(engine.calls())
        .anyMatch(
            call ->
                call instanceof PublishMessage message
                    && message.name().equals("exclusion.periodFinal")
                    && message.correlationKey().equals(asked.id().toString()));
    assertThat(decide(asked, true).get("result")).isEqualTo("refusedByRule");
    assertThat(assessments.published(month))
        .map(Assessment::state)
        .hasValue(Assessment.State.FINAL);
  }

  @Test
  void countsWhatWasLeftOutAfterPublicationBeforeTheFiguresAreFinal() {
    CaseFile file = cases.good(cases.of(null));
    cases.good(cases.of(null));
    toTheEnd();
    Map<?, ?> assessment = published();
    cases.leftOut(file, "malicious");

    finish.finalizeRanking(month("assessment.finalize", assessment));

    Assessment last = assessments.published(month).orElseThrow();
    assertThat(last.version()).isEqualTo(2);
    assertThat(last.reason()).isEqualTo("exclusions");
    assertThat(results.group(last.id(), "district").orElseThrow().pooled().valid()).isEqualTo(1);
  }

  @Test
  void letsNobodyDecideOnAppealsAgainstFiguresThatHeChecked() {
    AskedFor asked = appealed();
    Map<String, Object> variables = appealing(asked, true);
    decider.recordDecider(
        month("assessment.recordDecider", (Map<?, ?>) variables.get("assessment"))
            .completing("CheckRates", "li"));

    assertThatThrownBy(() -> decidedBy("li", variables))
        .isInstanceOf(CompletionDenied.class)
        .hasMessageContaining("换人审理");
    assertThatThrownBy(() -> decidedBy(null, variables))
        .isInstanceOf(CompletionDenied.class)
        .hasMessageContaining("Claim the task first");
    assertThat(requests.get(asked.id()).state()).isEqualTo(State.ASKED);

    recordAppeal.recordAppeal(decidedBy("wang", variables));
    assertThat(requests.get(asked.id()).state()).isEqualTo(State.GRANTED);
  }

  /** Whoever moved the token past the task. */
  @Test
  void recordsNoAppealThatNobodyDecided() {
    AskedFor asked = appealed();

    assertThatThrownBy(
            () -> recordAppeal.recordAppeal(TestJob.of("appeal.record", appealing(asked, true))))
        .isInstanceOfSatisfying(
            BpmnError.class, error -> assertThat(error.getErrorCode()).isEqualTo("SAME_PEOPLE"));
    assertThat(requests.get(asked.id()).state()).isEqualTo(State.ASKED);
  }

  private AskedFor appealed() {
    cases.good(cases.of(null));
    CaseFile wrong = cases.bad(cases.of(null));
    toTheEnd();
    return scene.appealAgainst(month, wrong);
  }

  private Map<String, Object> appealing(AskedFor asked, boolean upheld) {
    return Map.of(
        "assessment",
        Map.of("id", scene.published(month).runId()),
        "appeal",
        Map.of("id", asked.id()),
        "appealUpheld",
        upheld,
        "appealNote",
        "回访有误");
  }

  private TestJob decidedBy(String who, Map<String, Object> variables) {
    decider.recordDecider(
        TestJob.of("assessment.recordDecider", variables).completing("DecideAppeal", who));
    return TestJob.of("appeal.record", variables);
  }

  private Map<?, ?> decide(AskedFor asked, boolean granted) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("exclusion", Map.of("id", asked.id()));
    variables.put("exclusionGranted", granted);
    variables.put("exclusionNote", "已核实");
    return (Map<?, ?>)
        recordExclusion.recordExclusion(TestJob.of("exclusion.record", variables)).get("exclusion");
  }
}
