package city.whistle.workers.process;

import static city.whistle.workers.Registry.SIX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseStatus;
import city.whistle.workers.casefile.OpenTasks;
import city.whistle.workers.difference.EngineInventory;
import city.whistle.workers.timeline.TimelineVerification;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The article's case, with real workers on the real engine: every job type of the main path does
 * its part there.
 */
class WorkersOnTheEngineTest extends EngineWithWorkers {

  @Autowired private OpenTasks openTasks;
  @Autowired private EngineInventory inventory;
  @Autowired private TimelineVerification verification;

  @Test
  void playsTheArticlesCaseFromComplaintToCallback() {
    CaseFile file = registry.opened();
    sign(file);
    blowTheWhistle();
    SIX.forEach(unit -> complete("SignSummons", Map.of()));
    SIX.forEach(unit -> complete("ReportOnSite", arrival()));
    complete("HoldMeeting", Map.of("meeting", meeting()));
    complete("FollowActions", Map.of("actionResult", Map.of("done", "done")));
    SIX.forEach(unit -> complete("DoPart", Map.of("part", Map.of("result", "done"))));
    complete("ReleaseUnits", Map.of("releaseConfirmed", true));
    complete("ScoreUnits", Map.of("unitScores", scores()));
    complete(
        "ScoreWhistle",
        Map.of("whistleScore", Map.of("justified", 5, "rightUnits", 5, "material", 5)));
    complete("HandleCase", Map.of("outcome", "settled"));
    complete("ReplyResident", Map.of("reply", Map.of("text", "两栋楼已正式供电", "channel", "phone")));
    complete("CallResident", answer());

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(registry.file(file.id()).status()).isEqualTo(CaseStatus.CLOSED));
    assertThat(registry.lastLine(file.id()).details())
        .contains("\"satisfied\":\"satisfied\"", "\"reported\":6");
    assertThat(verification.verify((number, finding) -> {}).intact()).isTrue();
    assertThat(registry.everythingOutsideTheVault()).doesNotContain("谢谢你们", "李某某");
  }

  @Test
  void tellsAComparisonWhatTheEngineHas() {
    CaseFile file = registry.opened();
    await().atMost(PATIENCE).until(() -> openTasks(file).equals(List.of("签收工单")));
    long key = registry.file(file.id()).processInstanceKey();

    assertThat(inventory.running("complaint-case", null).items())
        .filteredOn(instance -> instance.key() == key)
        .allMatch(instance -> instance.tags().contains("case:" + file.number()))
        .hasSize(1);
    assertThat(inventory.variables(List.of(key), Set.of("caseId")).get(key).get("caseId").asText())
        .isEqualTo(file.id().toString());
    assertThat(inventory.tasksOf(List.of("street:110102009", "street:none"), 10))
        .anyMatch(task -> task.instance() == key);
    assertThat(inventory.oldest()).isPresent();

    client.newCancelInstanceCommand(key).send().join();

    await().atMost(PATIENCE).until(() -> inventory.find(List.of(key, 1L)).get(key).cancelled());
    assertThat(inventory.find(List.of(key, 1L))).containsOnlyKeys(key);
  }

  private void sign(CaseFile file) {
    await().atMost(PATIENCE).until(() -> openTasks(file).equals(List.of("签收工单")));
    complete("SignCase", Map.of());
    complete("ContactResident", Map.of("contactResult", "reached"));
    assertThat(registry.file(file.id()).owner().code()).isEqualTo("110102009");
  }

  private List<String> openTasks(CaseFile file) {
    return Optional.ofNullable(registry.file(file.id()).processInstanceKey())
        .flatMap(openTasks::of)
        .map(found -> found.stream().map(OpenTasks.OpenTask::name).toList())
        .orElse(List.of());
  }

  private void blowTheWhistle() {
    complete(
        "HandleCase",
        Map.of(
            "outcome",
            "whistle",
            "whistleRequest",
            Map.of(
                "kind", "publicDemand",
                "reason", "供电遗留问题需产权、供电、物业单位共同解决",
                "place", "展览路街道办事处",
                "units", SIX,
                "crossDistrict", false)));
    complete("ApproveWhistle", Map.of("approved", true));
  }

  private static Map<String, Object> arrival() {
    return Map.of("arrival", Map.of("place", "街道办事处", "rank", "division", "people", 2));
  }

  private static Map<String, Object> meeting() {
    return Map.of(
        "present",
        SIX,
        "agreed",
        "搁置争议,平稳过渡",
        "dissent",
        "",
        "actions",
        List.of(
            Map.of(
                "what", "接通正式供电",
                "unit", "xicheng-power",
                "due", OffsetDateTime.now(Clock.systemUTC()).plusDays(7).toString())));
  }

  private static List<Map<String, Object>> scores() {
    return SIX.stream()
        .map(
            unit ->
                Map.<String, Object>of(
                    "unitCode", unit, "onTime", 5, "rank", 4, "result", 5, "stayed", 5))
        .toList();
  }

  private static Map<String, Object> answer() {
    return Map.of(
        "answered", true,
        "contacted", true,
        "settled", "settled",
        "satisfied", "satisfied",
        "comment", "谢谢你们");
  }
}
