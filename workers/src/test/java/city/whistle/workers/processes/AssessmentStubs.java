package city.whistle.workers.processes;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What the workers of the monthly assessment answer: nothing is due but what people choose. */
final class AssessmentStubs {

  private AssessmentStubs() {}

  static Map<String, UnaryOperator<Map<String, Object>>> at(Supplier<Instant> clock) {
    return Map.of(
        "assessment.begin",
        AssessmentStubs::begun,
        "assessment.compute",
        job ->
            more(
                job,
                "assessment",
                Map.of(
                    "version",
                    1,
                    "checkers",
                    "supervisor",
                    "checkBy",
                    StubAnswers.at(clock.get(), Duration.ofDays(2)))),
        "assessment.publish",
        job ->
            more(
                job,
                "assessment",
                Map.of("appealUntil", StubAnswers.at(clock.get(), Duration.ofDays(5)))),
        "exclusion.check",
        job ->
            more(
                job,
                "exclusion",
                Map.of(
                    "result",
                    "open",
                    "decider",
                    "supervisor",
                    "decideBy",
                    StubAnswers.at(clock.get(), Duration.ofDays(3)))),
        "exclusion.record",
        job -> more(job, "exclusion", Map.of("result", exclusionResult(job))),
        "appeal.record",
        job ->
            more(
                job,
                "appeal",
                Map.of(
                    "result",
                    Boolean.TRUE.equals(job.get("appealUpheld")) ? "granted" : "refused")));
  }

  private static Map<String, Object> begun(Map<String, Object> job) {
    return job.get("month") == null
        ? Json.members("{assessment: {due: false, reason: 'nothing'}}")
        : Json.members("{assessment: {id: 'assessment-1', month: '2026-04', due: true}}");
  }

  private static String exclusionResult(Map<String, Object> job) {
    Object granted = job.get("exclusionGranted");
    return granted == null ? "refusedByRule" : Boolean.TRUE.equals(granted) ? "granted" : "refused";
  }

  private static Map<String, Object> more(
      Map<String, Object> job, String name, Map<String, Object> members) {
    Map<String, Object> all = new HashMap<>(StubAnswers.object(job, name));
    all.putAll(members);
    return Map.of(name, all);
  }
}
