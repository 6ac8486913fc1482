package city.whistle.workers;

import static java.util.Map.entry;

import city.whistle.workers.assessment.AssessmentScene;
import city.whistle.workers.assessment.request.AskedFor;
import city.whistle.workers.job.TestJob;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Jobs of the monthly assessment as they come in the ordinary course. */
final class AssessmentScenes {

  private static YearMonth free = YearMonth.parse("2020-01");

  private final AssessmentScene scene;
  private final AllWorkers workers;

  AssessmentScenes(AssessmentScene scene, AllWorkers workers) {
    this.scene = scene;
    this.workers = workers;
  }

  Map<String, Supplier<TestJob>> all() {
    return Map.ofEntries(
        entry("assessment.begin", AssessmentScenes::beginning),
        entry("assessment.compute", () -> month("assessment.compute", begun())),
        entry("assessment.publish", () -> month("assessment.publish", computed())),
        entry("assessment.recount", this::recounting),
        entry("assessment.finalize", () -> month("assessment.finalize", published())),
        entry("assessment.recordDecider", this::checking),
        entry(
            "assessment.remind",
            () -> month("assessment.remind", begun()).header("task", "checkRates")),
        entry("appeal.record", this::deciding),
        entry("exclusion.check", () -> exclusion("exclusion.check")),
        entry("exclusion.record", () -> exclusion("exclusion.record")));
  }

  private static TestJob beginning() {
    free = free.plusMonths(1);
    return TestJob.of("assessment.begin", Map.of("month", free.toString()));
  }

  private Object begun() {
    return workers.work(beginning()).get("assessment");
  }

  private Object computed() {
    return workers.work(month("assessment.compute", begun())).get("assessment");
  }

  private Object published() {
    return workers.work(month("assessment.publish", computed())).get("assessment");
  }

  private static TestJob month(String type, Object assessment) {
    return TestJob.of(type, Map.of("assessment", assessment));
  }

  private TestJob checking() {
    return month("assessment.recordDecider", computed()).completing("CheckRates", "checker-1");
  }

  private TestJob recounting() {
    Object assessment = published();
    return TestJob.of(
        "assessment.recount",
        Map.of("assessment", assessment, "appeal", Map.of("id", UUID.randomUUID())));
  }

  private TestJob deciding() {
    free = free.plusMonths(1);
    AskedFor asked = scene.appeal(YearMonth.parse("2026-04"));
    Map<String, Object> variables =
        Map.of(
            "assessment",
            Map.of("id", scene.published(YearMonth.parse("2026-04")).runId()),
            "appeal",
            Map.of("id", asked.id()),
            "appealUpheld",
            true,
            "appealNote",
            "回访有误");
    workers.work(
        TestJob.of("assessment.recordDecider", variables).completing("DecideAppeal", "panel-1"));
    return TestJob.of("appeal.record", variables);
  }

  private TestJob exclusion(String type) {
    return TestJob.of(
        type,
        Map.of(
            "exclusion",
            Map.of("id", scene.exclusion().id()),
            "exclusionGranted",
            true,
            "exclusionNote",
            "超出职责"));
  }
}
