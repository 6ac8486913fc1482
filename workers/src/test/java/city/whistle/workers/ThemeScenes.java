package city.whistle.workers;

import static java.util.Map.entry;

import city.whistle.workers.job.TestJob;
import city.whistle.workers.theme.ThemeScene;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Jobs of the month's theme as they come in the ordinary course. */
final class ThemeScenes {

  private static final long INSTANCE = 2251799813680001L;

  private final ThemeScene scene;

  ThemeScenes(ThemeScene scene) {
    this.scene = scene;
  }

  Map<String, Supplier<TestJob>> all() {
    return Map.ofEntries(
        entry("theme.find", this::finding),
        entry("theme.choose", () -> job("theme.choose", choosing())),
        entry(
            "theme.recordWork",
            () -> job("theme.recordWork", ThemeScene.work(scene.atWork(INSTANCE), 0, "done"))),
        entry("theme.sumUp", () -> job("theme.sumUp", scene.atWork(INSTANCE))),
        entry("theme.close", this::closing));
  }

  private TestJob finding() {
    scene.choosing(INSTANCE + 1);
    return job("theme.find", Map.of("month", scene.now().toString()));
  }

  private Map<String, Object> choosing() {
    Map<String, Object> variables = new HashMap<>(scene.choosing(INSTANCE));
    variables.put("choice", ThemeScene.choice(scene.now(), "010101", "010102"));
    variables.put("chooseNote", "诉求集中");
    return variables;
  }

  private TestJob closing() {
    Map<String, Object> variables = new HashMap<>(scene.atWork(INSTANCE));
    variables.put("outcome", "continues");
    variables.put("reviewNote", "继续治理");
    return job("theme.close", variables);
  }

  private static TestJob job(String type, Map<String, Object> variables) {
    return TestJob.of(type, variables).in(INSTANCE);
  }
}
