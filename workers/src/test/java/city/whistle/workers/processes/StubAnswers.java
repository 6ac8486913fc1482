package city.whistle.workers.processes;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What the real workers answer in the ordinary course, from nothing but a job's variables and the
 * time: shapes and names are theirs.
 */
final class StubAnswers {

  static final String OWNER = "{code: '110102009', name: '展览路街道', kind: 'street'}";
  static final String WHISTLE =
      """
      {id: 'whistle-1', number: 'WS-1', kind: 'publicDemand', crossDistrict: false,
       streetCode: '110102009', units: ['fire']}
      """;

  private StubAnswers() {}

  static Map<String, UnaryOperator<Map<String, Object>>> at(Supplier<Instant> clock) {
    Map<String, UnaryOperator<Map<String, Object>>> answers = new HashMap<>();
    List.of(
            "case.recordReply",
            "case.archive",
            "case.recordEvent",
            "case.recordStep",
            "case.follow",
            "case.recordEnded",
            "matter.record",
            "summons.notify",
            "summons.escalate",
            "whistle.release",
            "whistle.refuseUnit",
            "callback.sendLink",
            "supervision.remind",
            "supervision.raise",
            "whistle.ask",
            "suspension.reviewMissed",
            "assessment.recount",
            "assessment.finalize",
            "assessment.recordDecider",
            "assessment.remind",
            "patrol.checkAnswer",
            "patrol.settle",
            "patrol.judge",
            "theme.close",
            "supervision.record")
        .forEach(type -> answers.put(type, job -> Map.of()));
    answers.put("case.register", job -> Json.members(registered("complaint", "{}")));
    answers.put(
        "hotline.transferEmergency", job -> Json.members("{transfer: {line: '119'}, reply: {}}"));
    answers.put("case.dispatch", job -> dispatched(job, clock.get()));
    answers.put(
        "dispatch.findUnits",
        job ->
            Json.members("{unitChoices: [{value: 'housing', label: '住建委', kind: 'department'}]}"));
    answers.put("case.extend", job -> Map.of("limits", limits(Duration.ofDays(14), clock.get())));
    answers.put(
        "matter.found",
        job ->
            Json.members(
                "{matter: {id: 'matter-1', number: 'M-1', streetCode: '110102009', watchFor:"
                    + " 'PT2H'}}"));
    answers.put("case.takeUp", job -> Json.members("{resume: 'classify'}"));
    answers.put("case.openRound", job -> nextRound(job, clock.get()));
    answers.put("whistle.open", StubAnswers::opened);
    answers.put("whistle.issue", job -> summonses(job, clock.get()));
    answers.put(
        "whistle.addUnit",
        job -> Map.of("summons", summons(job, job.get("unitCode"), clock.get())));
    answers.put("whistle.record", StubAnswers::recorded);
    answers.put("summons.record", StubAnswers::reported);
    answers.put("dispatch.checkObjection", job -> objected(clock.get()));
    answers.put("dispatch.recordObjection", StubAnswers::decided);
    answers.put("case.suspend", job -> suspended(job, clock.get()));
    answers.put("suspension.recordReview", job -> reviewed(job, clock.get()));
    answers.put("case.resume", job -> resumed(clock.get()));
    answers.put("callback.plan", job -> planned(job, "phone"));
    answers.put("callback.record", StubAnswers::answered);
    answers.putAll(AssessmentStubs.at(clock));
    answers.putAll(PatrolStubs.at(clock));
    answers.putAll(ThemeStubs.at(clock));
    return answers;
  }

  /** What case.register answers for a case of this kind whose category gives these signals. */
  static String registered(String kind, String signals) {
    return """
    {case: {number: 'BJ-1', kind: '%s', channel: 'phone', level: '7d', categoryCode: 'power',
            districtCode: '110102', streetCode: '110102009', title: '临时用电'},
     signals: %s, catalogue: {unitKind: 'street', level: '7d', unitCode: null}, intake: null}
    """
        .formatted(kind, signals);
  }

  private static Map<String, Object> dispatched(Map<String, Object> job, Instant now) {
    Map<String, Object> answer =
        new HashMap<>(
            Json.members(
                """
                {owner: %s, round: 1, district: {code: '110102', name: '西城区'},
                 unitChoices: [{value: 'fire', label: '消防', kind: 'department'},
                               {value: 'gas', label: '燃气', kind: 'enterprise'}]}
                """
                    .formatted(OWNER)));
    answer.put("limits", limits(settleWithin(job), now));
    return answer;
  }

  private static Map<String, Object> nextRound(Map<String, Object> job, Instant now) {
    return Map.of("round", (int) job.get("round") + 1, "limits", limits(settleWithin(job), now));
  }

  private static Duration settleWithin(Map<String, Object> job) {
    return Duration.parse((String) object(job, "timeLimit").get("settleWithin"));
  }

  /** Signed within an hour, contacted within a day, warned at four fifths of the time. */
  static Map<String, Object> limits(Duration settleWithin, Instant now) {
    return Map.of(
        "signBy", at(now, Duration.ofHours(1)),
        "contactBy", at(now, Duration.ofHours(24)),
        "warnAt", at(now, settleWithin.multipliedBy(4).dividedBy(5)),
        "settleBy", at(now, settleWithin));
  }

  static String at(Instant now, Duration later) {
    return OffsetDateTime.ofInstant(now.plus(later), ZoneOffset.ofHours(8)).toString();
  }

  private static Map<String, Object> objected(Instant now) {
    return Json.members(
        "{objection: {id: 'objection-1', result: 'open', last: false, reviewBy: '%s'}}"
            .formatted(at(now, Duration.ofDays(1))));
  }

  private static Map<String, Object> decided(Map<String, Object> job) {
    Map<String, Object> objection = new HashMap<>(object(job, "objection"));
    objection.put("result", Boolean.TRUE.equals(job.get("upheld")) ? "upheld" : "dismissed");
    objection.put("unitCode", job.get("unitCode"));
    objection.put("level", job.get("level"));
    return Map.of("objection", objection);
  }

  private static Map<String, Object> suspended(Map<String, Object> job, Instant now) {
    return Map.of(
        "suspension",
        Map.of(
            "id",
            "suspension-1",
            "result",
            "approved",
            "reviewBy",
            at(now, within(object(job, "suspensionRule"), "reviewWithin")),
            "until",
            at(now, within(object(job, "suspensionRule"), "atMost"))));
  }

  private static Map<String, Object> reviewed(Map<String, Object> job, Instant now) {
    Map<String, Object> suspension = new HashMap<>(object(job, "suspension"));
    suspension.put("goesOn", "goesOn".equals(object(job, "suspensionReview").get("outcome")));
    suspension.put("reviewBy", at(now, within(object(job, "suspensionRule"), "reviewWithin")));
    return Map.of("suspension", suspension);
  }

  /** Five days were left. */
  private static Map<String, Object> resumed(Instant now) {
    return Map.of(
        "limits",
        limits(Duration.ofDays(5), now),
        "suspension",
        Map.of("result", "ended", "message", "挂账已结束"));
  }

  private static Map<String, Object> opened(Map<String, Object> job) {
    Map<String, Object> whistle = new HashMap<>(Json.members(WHISTLE));
    whistle.putAll(object(job, "whistle"));
    whistle.putAll(object(job, "whistleRequest"));
    return Map.of("whistle", whistle);
  }

  private static Map<String, Object> summonses(Map<String, Object> job, Instant now) {
    List<?> units = (List<?>) object(job, "whistle").get("units");
    return Map.of("summonses", units.stream().map(unit -> summons(job, unit, now)).toList());
  }

  private static Map<String, Object> summons(Map<String, Object> job, Object unit, Instant now) {
    Map<String, Object> profile = object(job, "profile");
    return Map.of(
        "id",
        "summons-" + unit,
        "unitCode",
        unit,
        "unitKind",
        "department",
        "unitName",
        "单位" + unit,
        "group",
        "department:" + unit,
        "signBy",
        at(now, within(profile, "signWithin")),
        "arriveBy",
        at(now, within(profile, "arriveWithin")));
  }

  private static Duration within(Map<String, Object> profile, String limit) {
    return Duration.parse((String) profile.getOrDefault(limit, "PT1H"));
  }

  private static Map<String, Object> reported(Map<String, Object> job) {
    Map<String, Object> summons = object(job, "summons");
    boolean came = Boolean.TRUE.equals(job.get("arrived"));
    return Map.of(
        "report",
        Map.of(
            "unitCode", summons.get("unitCode"),
            "unitName", summons.get("unitName"),
            "absent", !came));
  }

  private static Map<String, Object> recorded(Map<String, Object> job) {
    List<?> reports = (List<?>) Optional.ofNullable(job.get("reports")).orElse(List.of());
    return Map.of("whistleResult", Map.of("units", reports.size()));
  }

  /** Three attempts, a day apart; a link lives for two days. */
  static Map<String, Object> planned(Map<String, Object> job, String channel) {
    int attempt = (int) job.get("attempt");
    return Json.members(
        """
        {callback: {id: 'callback-%d', channel: '%s', attempt: %d, maxAttempts: 3,
                    answerWithin: 'P2D', nextAttemptIn: 'P1D'}}
        """
            .formatted(attempt, channel, attempt));
  }

  private static Map<String, Object> answered(Map<String, Object> job) {
    Map<String, Object> answer = new HashMap<>();
    List.of("answered", "contacted", "settled", "satisfied")
        .forEach(question -> answer.put(question, job.get(question)));
    return Map.of("answer", answer);
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> object(Map<String, Object> job, String name) {
    return (Map<String, Object>) Optional.ofNullable(job.get(name)).orElse(Map.of());
  }
}
