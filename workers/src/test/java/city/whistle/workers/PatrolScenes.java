package city.whistle.workers;

import static java.util.Map.entry;

import city.whistle.workers.job.TestJob;
import city.whistle.workers.patrol.Patrol;
import city.whistle.workers.patrol.PatrolScene;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Jobs of patrols as they come in the ordinary course. */
final class PatrolScenes {

  private final PatrolScene scene;

  PatrolScenes(PatrolScene scene) {
    this.scene = scene;
  }

  Map<String, Supplier<TestJob>> all() {
    return Map.ofEntries(
        entry("patrol.tell", this::telling),
        entry("patrol.checkAnswer", () -> job("patrol.checkAnswer", "patrolResult", "case")),
        entry("patrol.settle", () -> job("patrol.settle", "patrolResult", "settled")),
        entry("patrol.openCase", () -> job("patrol.openCase", "patrolResult", "case")),
        entry("patrol.whistle", () -> job("patrol.whistle", "whistleRequest", whistle())),
        entry(
            "patrol.judge",
            () -> job("patrol.judge", "judgement", Map.of("mark", 4, "note", "处置及时"))));
  }

  private TestJob telling() {
    Patrol patrol = scene.reported(scene.lane());
    return TestJob.of("patrol.tell", Map.of("patrol", Map.of("id", patrol.id())));
  }

  private static Map<String, Object> whistle() {
    return Map.of("kind", "keyWork", "reason", "占道", "place", "样例胡同", "units", List.of("fire"));
  }

  private TestJob job(String type, String name, Object value) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("patrol", scene.told(scene.reported(scene.lane())));
    variables.put(name, value);
    return TestJob.of(type, variables);
  }
}
