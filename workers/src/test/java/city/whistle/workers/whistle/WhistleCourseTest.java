package city.whistle.workers.whistle;

import static city.whistle.workers.Registry.SIX;
import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.workers.RecordingEngine;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.SteppedClock;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.handling.RecordStepWorker;
import city.whistle.workers.job.TestJob;
import city.whistle.workers.outbox.EngineCall.PublishMessage;
import city.whistle.workers.outbox.OutboxSender;
import city.whistle.workers.summons.EscalateAbsenceWorker;
import city.whistle.workers.summons.RecordReportWorker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of the units that a whistle summoned. */
@RegistryTest
class WhistleCourseTest extends WhistleScene {

  @Autowired private ReleaseReportsWorker release;
  @Autowired private RecordWhistleWorker record;
  @Autowired private EscalateAbsenceWorker escalate;
  @Autowired private RecordReportWorker recordReport;
  @Autowired private RecordStepWorker recordStep;
  @Autowired private Whistles whistles;
  @Autowired private SteppedClock clock;
  @Autowired private OutboxSender outbox;
  @Autowired private RecordingEngine engine;

  @Test
  void reportsAnAbsentUnitToTheDistrict() {
    CaseFile file = registry.dispatched();
    Map<?, ?> whistle = blow(file, SIX);
    Object summons = issue(whistle, PROFILE).get(0);

    escalate.escalateAbsence(
        TestJob.of(
            "summons.escalate",
            Map.of("whistle", whistle, "summons", summons, "profile", PROFILE, "step", "arrive")));

    assertThat(registry.notifications(file.id())).contains("unit:110102 unitAbsent");
    assertThat(registry.lastLine(file.id()).why()).isEqualTo("arrive");
  }

  @Test
  void reportsWhenTheUnitSignedAndCame() {
    CaseFile file = registry.dispatched();
    Map<?, ?> whistle = blow(file, SIX);
    Map<String, Object> summons = issue(whistle, PROFILE).get(0);
    complete("SignSummons", file, whistle, summons);
    clock.add(Duration.ofHours(2));
    complete("ReportOnSite", file, whistle, summons);

    Map<?, ?> report = report(whistle, summons);

    assertThat(report.get("absent")).isEqualTo(false);
    assertThat(report.get("late")).isEqualTo(false);
    assertThat(report.get("result")).isEqualTo("done");
    assertThat(report.get("signedAt")).isNotNull().isNotEqualTo(report.get("arrivedAt"));
  }

  @Test
  void callsAUnitThatSignedTooLateLate() {
    CaseFile file = registry.dispatched();
    Map<?, ?> whistle = blow(file, SIX);
    Map<String, Object> summons = issue(whistle, PROFILE).get(0);
    clock.add(Duration.ofHours(2));
    complete("SignSummons", file, whistle, summons);
    complete("ReportOnSite", file, whistle, summons);

    assertThat(report(whistle, summons).get("late")).isEqualTo(true);
  }

  @Test
  void callsAUnitThatNeverCameAbsent() {
    Map<?, ?> whistle = blow(registry.dispatched(), SIX);
    Map<String, Object> summons = issue(whistle, PROFILE).get(0);
    clock.add(Duration.ofDays(4));

    Map<?, ?> report = report(whistle, summons);
    assertThat(report.get("absent")).isEqualTo(true);
    assertThat(recorded(whistle)).isEqualTo("absent");
    assertThat(report.get("late")).isEqualTo(true);
  }

  @Test
  void blamesNoUnitThatWasReleasedBeforeItHadToCome() {
    Map<?, ?> whistle = blow(registry.dispatched(), SIX);
    Map<String, Object> summons = issue(whistle, PROFILE).get(0);

    Map<?, ?> report = report(whistle, summons);
    assertThat(report.get("absent")).isEqualTo(false);
    assertThat(report.get("late")).isEqualTo(false);
    assertThat(recorded(whistle)).isEqualTo("notCome");
  }

  @Test
  void writesWhoCompletedATask() {
    CaseFile file = registry.dispatched();
    Map<?, ?> whistle = blow(file, SIX);

    complete("SignSummons", file, whistle, issue(whistle, PROFILE).get(2));

    assertThat(registry.lastLine(file.id()).who()).isEqualTo("xidu-staff");
    assertThat(registry.lastLine(file.id()).what()).isEqualTo("SignSummons");
    assertThat(registry.lastLine(file.id()).details()).contains("西都地产");
  }

  @Test
  void tellsAUnitWhatTheMeetingLeftToIt() {
    CaseFile file = registry.dispatched();
    Map<?, ?> whistle = blow(file, SIX);

    recordStep.recordStep(
        TestJob.of(
                "case.recordStep",
                Map.of("caseId", file.id(), "whistle", whistle, "meeting", meeting()))
            .completing("HoldMeeting", "street-staff"));

    assertThat(registry.notifications(file.id())).contains("unit:xicheng-power meetingAction");
  }

  @Test
  void releasesEverySummonedUnit() {
    Map<?, ?> whistle = blow(registry.dispatched(), SIX);
    List<Map<String, Object>> summonses = issue(whistle, PROFILE);

    release.releaseReports(
        TestJob.of("whistle.release", Map.of("whistle", whistle, "summonses", summonses)));
    outbox.sendDue();

    assertThat(engine.calls())
        .contains(
            summonses.stream()
                .map(
                    s -> PublishMessage.lasting("whistle.released", (String) s.get("id"), Map.of()))
                .toArray(PublishMessage[]::new));
  }

  @Test
  void countsWhoReported() {
    CaseFile file = registry.dispatched();
    Map<?, ?> whistle = blow(file, SIX);
    List<Map<String, Object>> summonses = issue(whistle, PROFILE);
    complete("ReportOnSite", file, whistle, summonses.get(0));
    List<?> reports = summonses.stream().map(s -> report(whistle, s)).toList();

    Map<String, Object> out =
        record.recordWhistle(
            TestJob.of(
                "whistle.record",
                Map.of(
                    "whistle", whistle,
                    "reports", reports,
                    "meeting", meeting(),
                    "unitScores", List.of(Map.of("unitCode", "xicheng-power", "onTime", 5)),
                    "whistleScore", Map.of("justified", 5))));

    assertThat(out.get("whistleResult")).isEqualTo(Map.of("units", 6, "reported", 1));
    assertThat(registry.lastLine(file.id()).why()).isEqualTo("搁置争议,平稳过渡");
    assertThat(
            registry.count(
                "select count(*) from registry.meeting_action where whistle_id = ?",
                UUID.fromString((String) whistle.get("id"))))
        .isEqualTo(1);
  }

  @Test
  void recordsAWhistleThatWasRefused() {
    CaseFile file = registry.dispatched();
    Map<?, ?> whistle = blow(file, SIX);

    record.recordWhistle(
        TestJob.of("whistle.record", Map.of("whistle", whistle, "approved", false)));

    assertThat(registry.lastLine(file.id()).why()).isEqualTo("refused");
  }

  @Test
  void callsAWhistleWhoseCaseEndedFirstNotRefused() {
    CaseFile file = registry.dispatched();
    Map<?, ?> whistle = blow(file, SIX);

    record.recordWhistle(
        TestJob.of("whistle.record", Map.of("whistle", whistle)).header("caseEnded", "true"));

    assertThat(registry.lastLine(file.id()).why()).isEqualTo("caseEnded");
    assertThat(whistles.ofCase(file.id())).extracting(WhistleState::word).contains("caseEnded");
  }

  private String recorded(Map<?, ?> whistle) {
    return registry.lastLine(UUID.fromString(whistle.get("caseId").toString())).why();
  }

  private void complete(String task, CaseFile file, Map<?, ?> whistle, Object summons) {
    recordStep.recordStep(
        TestJob.of(
                "case.recordStep",
                Map.of("caseId", file.id(), "whistle", whistle, "summons", summons))
            .completing(task, "xidu-staff"));
  }

  private Map<?, ?> report(Map<?, ?> whistle, Object summons) {
    return (Map<?, ?>)
        recordReport
            .recordReport(
                TestJob.of(
                    "summons.record",
                    Map.of(
                        "whistle",
                        whistle,
                        "summons",
                        summons,
                        "arrival",
                        Map.of("place", "展览路", "rank", "科长", "people", 2),
                        "part",
                        Map.of("result", "done", "note", "已接通"))))
            .get("report");
  }

  private static Map<String, Object> meeting() {
    return Map.of(
        "present",
        SIX,
        "agreed",
        "搁置争议,平稳过渡",
        "actions",
        List.of(Map.of("what", "接通正式供电", "unit", "xicheng-power", "due", "2026-04-10")));
  }
}
