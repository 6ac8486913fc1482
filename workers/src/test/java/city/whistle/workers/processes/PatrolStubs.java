package city.whistle.workers.processes;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What the workers of patrols answer. */
final class PatrolStubs {

  private PatrolStubs() {}

  static Map<String, UnaryOperator<Map<String, Object>>> at(Supplier<Instant> clock) {
    return Map.of(
        "patrol.tell",
        job -> told(job, clock.get()),
        "patrol.openCase",
        job -> Json.members("{patrolCase: {id: 'case-1', number: 'BJ-1'}}"),
        "patrol.whistle",
        job -> Json.members("{patrolWhistle: %s}".formatted(StubAnswers.WHISTLE)));
  }

  private static Map<String, Object> told(Map<String, Object> job, Instant now) {
    Map<String, Object> patrol = new HashMap<>(StubAnswers.object(job, "patrol"));
    patrol.put("assessors", List.of("lane:dazhiqiao"));
    patrol.put("judges", List.of("lane:dazhiqiao"));
    patrol.put("streetCode", "110102017");
    patrol.put("assessBy", StubAnswers.at(now, Duration.ofDays(1)));
    return Map.of("patrol", patrol);
  }
}
