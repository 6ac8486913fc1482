package city.whistle.workers.suspension;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.workers.RecordingEngine;
import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.SteppedClock;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseStatus;
import city.whistle.workers.job.TestJob;
import city.whistle.workers.outbox.EngineCall.PublishMessage;
import city.whistle.workers.outbox.OutboxSender;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Cases of seven days, dispatched on Friday, 27 March 2026, 10:00 in Beijing. */
@RegistryTest
class SuspensionWorkersTest {

  private static final Instant FRIDAY = Instant.parse("2026-03-27T02:00:00Z");

  @Autowired private SuspendCaseWorker suspend;
  @Autowired private RecordReviewWorker review;
  @Autowired private ResumeCaseWorker resume;
  @Autowired private Registry registry;
  @Autowired private SteppedClock clock;
  @Autowired private OutboxSender outbox;
  @Autowired private RecordingEngine engine;

  @BeforeEach
  @AfterEach
  void turnBackTheClock() {
    clock.set(FRIDAY);
  }

  @Test
  void stopsTheClocksAndSaysWhatIsLeft() {
    CaseFile file = registry.dispatched();
    clock.add(Duration.ofDays(2));

    Map<String, Object> suspension = suspended(file, "calendar");
    outbox.sendDue();

    assertThat(suspension.get("reviewBy")).isEqualTo("2026-04-28T10:00:00+08:00");
    assertThat(registry.file(file.id()).status()).isEqualTo(CaseStatus.SUSPENDED);
    assertThat(registry.lastLine(file.id()).details()).contains("\"rest\":\"PT120H\"");
    assertThat(messages(file)).containsExactly(Map.of("suspended", true));
  }

  @Test
  void tellsResidentAndHotlineOfBothEnds() {
    CaseFile file = registry.dispatched();

    resumed(file, suspended(file, "calendar"), "calendar");

    assertThat(registry.notifications(file.id()))
        .contains(
            "resident caseSuspended",
            "hotline caseSuspended",
            "resident caseResumed",
            "hotline caseResumed");
  }

  @Test
  void letsTheRestRunOn() {
    CaseFile file = registry.dispatched();
    clock.add(Duration.ofDays(2));
    Map<String, Object> suspension = suspended(file, "calendar");
    clock.add(Duration.ofDays(20));

    resumed(file, suspension, "calendar");
    outbox.sendDue();

    CaseFile resumed = registry.file(file.id());
    assertThat(resumed.status()).isEqualTo(CaseStatus.DISPATCHED);
    assertThat(resumed.limits().settleBy()).isEqualTo(time("2026-04-23T10:00:00+08:00"));
    assertThat(resumed.limits().warnAt()).isEqualTo(file.limits().warnAt().plusDays(20));
    assertThat(registry.lastLine(file.id()).what()).isEqualTo("ClocksResumed");
    assertThat(registry.lastLine(file.id()).details()).contains("2026-04-23T10:00");
    assertThat(messages(file))
        .anySatisfy(
            message -> assertThat(message.toString()).contains("suspended=false", "2026-04-23"));
  }

  @Test
  void losesNoWorkingTimeToHolidays() {
    clock.set(Instant.parse("2026-04-03T02:00:00Z"));
    CaseFile file = registry.dispatched();
    Map<String, Object> suspension = suspended(file, "working");

    // 4 to 6 April are holidays; until 10 April, 10:00, there are four working days
    clock.set(Instant.parse("2026-04-29T02:00:00Z"));
    resumed(file, suspension, "working");

    // 1 to 5 May are holidays
    assertThat(registry.file(file.id()).limits().settleBy())
        .isEqualTo(time("2026-05-08T10:00:00+08:00"));
  }

  @Test
  void leavesAPassedLimitTheTimeThatTheRuleGives() {
    CaseFile file = registry.dispatched();
    clock.add(Duration.ofDays(8));
    Map<String, Object> suspension = suspended(file, "calendar");
    clock.add(Duration.ofDays(20));

    resumed(file, suspension, "calendar");

    assertThat(registry.file(file.id()).limits().settleBy())
        .isEqualTo(time("2026-04-25T10:00:00+08:00"));
    assertThat(registry.file(file.id()).limits().warnAt())
        .isEqualTo(time("2026-04-25T05:12:00+08:00"));
  }

  @Test
  void goesOnByAReviewUntilItsLongestTime() {
    CaseFile file = registry.dispatched();
    Map<String, Object> suspension = suspended(file, "calendar");
    clock.add(Duration.ofDays(30));

    Map<String, Object> first = reviewed(file, suspension, "goesOn");
    clock.add(Duration.ofDays(150));
    Map<String, Object> last = reviewed(file, first, "goesOn");

    assertThat(first)
        .containsEntry("goesOn", true)
        .containsEntry("reviewBy", "2026-05-26T10:00:00+08:00");
    assertThat(last).containsEntry("goesOn", false);
    assertThat(registry.lastLine(file.id()).why()).isEqualTo("longestReached");
  }

  @Test
  void endsByAReview() {
    CaseFile file = registry.dispatched();

    assertThat(reviewed(file, suspended(file, "calendar"), "ends")).containsEntry("goesOn", false);
    assertThat(registry.lastLine(file.id()).why()).isEqualTo("ends");
  }

  @Test
  void saysWhereHolidaysAreNotAnnouncedYet() {
    clock.set(Instant.parse("2026-12-30T02:00:00Z"));
    CaseFile file = registry.dispatched();

    resumed(file, suspended(file, "working"), "working");
    assertThat(registry.lastLine(file.id()).details()).contains("\"calendar\":\"provisional\"");

    resumed(file, suspended(file, "calendar"), "calendar");
    assertThat(registry.lastLine(file.id()).details()).doesNotContain("provisional");
  }

  private Map<String, Object> suspended(CaseFile file, String basis) {
    Map<String, Object> variables = variables(file, basis);
    variables.put("suspensionRequest", Map.of("cause", "season", "reason", "冬季停工"));
    return of(suspend.suspendCase(TestJob.of("case.suspend", variables)));
  }

  private Map<String, Object> reviewed(
      CaseFile file, Map<String, Object> suspension, String outcome) {
    Map<String, Object> variables = variables(file, "calendar");
    variables.put("suspension", suspension);
    variables.put("suspensionReview", Map.of("outcome", outcome, "note", "仍在停工"));
    return of(review.recordReview(TestJob.of("suspension.recordReview", variables)));
  }

  private void resumed(CaseFile file, Map<String, Object> suspension, String basis) {
    Map<String, Object> variables = variables(file, basis);
    variables.put("suspension", suspension);
    resume.resumeCase(TestJob.of("case.resume", variables));
  }

  private static Map<String, Object> variables(CaseFile file, String basis) {
    Map<String, Object> timeLimit = new HashMap<>(Registry.SEVEN_DAYS);
    timeLimit.put("basis", basis);
    Map<String, Object> variables = new HashMap<>();
    variables.put("caseId", file.id());
    variables.put("limits", file.limits());
    variables.put("timeLimit", timeLimit);
    variables.put(
        "suspensionRule",
        Map.of(
            "reviewWithin", "P30D",
            "atMost", "P180D",
            "restAtLeast", "P1D",
            "basis", "calendar"));
    return variables;
  }

  private List<Map<String, Object>> messages(CaseFile file) {
    return engine.calls().stream()
        .filter(PublishMessage.class::isInstance)
        .map(PublishMessage.class::cast)
        .filter(message -> message.correlationKey().equals(file.id().toString()))
        .map(PublishMessage::variables)
        .toList();
  }

  private static OffsetDateTime time(String text) {
    return OffsetDateTime.parse(text);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> of(Map<String, Object> answer) {
    return (Map<String, Object>) answer.get("suspension");
  }
}
