package city.whistle.workers;

import static java.util.Map.entry;

import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.job.TestJob;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** For every job type a job as it comes in the ordinary course, with what must be before it. */
final class JobScenes {

  private static final Map<String, Object> PROFILE =
      Map.of("signWithin", "PT1H", "arriveWithin", "PT24H", "centre", false);
  private static final Map<String, Object> OBJECTION_RULE =
      Map.of(
          "objectWithin", "P1D", "reviewWithin", "P1D", "basis", "calendar", "mostObjections", 2);
  private static final Map<String, Object> SUSPENSION_RULE =
      Map.of("reviewWithin", "P30D", "atMost", "P180D", "restAtLeast", "P1D", "basis", "calendar");

  private final Registry registry;
  private final AllWorkers workers;

  JobScenes(Registry registry, AllWorkers workers) {
    this.registry = registry;
    this.workers = workers;
  }

  Map<String, Supplier<TestJob>> all() {
    Map<String, Supplier<TestJob>> all = new HashMap<>(ofCases());
    all.putAll(ofWays());
    all.putAll(ofWhistles());
    all.putAll(ofCallbacks());
    all.putAll(ofMatters());
    return all;
  }

  private Map<String, Supplier<TestJob>> ofCases() {
    return Map.ofEntries(
        entry("case.register", () -> job("case.register", opened(), Map.of())),
        entry(
            "hotline.transferEmergency",
            () -> job("hotline.transferEmergency", opened(), Map.of())),
        entry(
            "case.recordReply",
            () ->
                job(
                    "case.recordReply",
                    opened(),
                    Map.of("route", "answer", "reply", Map.of("text", "请携带身份证")))),
        entry(
            "case.dispatch",
            () ->
                job(
                    "case.dispatch",
                    opened(),
                    Map.of("dispatch", Map.of("unitKind", "street", "level", "7d")))),
        entry(
            "case.recordStep",
            () -> job("case.recordStep", dispatched(), Map.of()).completing("SignCase", "staff-1")),
        entry(
            "case.recordEvent",
            () -> job("case.recordEvent", dispatched(), Map.of()).header("event", "urged")),
        entry(
            "case.recordEnded",
            () -> job("case.recordEnded", dispatched(), Map.of()).completing("CoHandle", "")),
        entry("case.openRound", () -> job("case.openRound", dispatched(), Map.of("round", 1))),
        entry(
            "case.archive",
            () ->
                job(
                    "case.archive",
                    dispatched(),
                    Map.of("verdict", "close", "inclusion", Map.of("included", true)))),
        entry("case.follow", () -> job("case.follow", dispatched(), Map.of())),
        entry("case.takeUp", () -> job("case.takeUp", dispatched(), Map.of())),
        entry(
            "supervision.raise",
            () -> job("supervision.raise", dispatched(), Map.of()).header("cause", "signOverdue")),
        entry(
            "supervision.remind",
            () -> job("supervision.remind", dispatched(), Map.of("cause", "signOverdue"))),
        entry(
            "supervision.record",
            () ->
                job(
                    "supervision.record",
                    dispatched(),
                    Map.of("cause", "manual", "supervisionLevel", "supervise"))));
  }

  private Map<String, Supplier<TestJob>> ofWays() {
    return Map.of(
        "case.extend",
        () -> job("case.extend", dispatched(), Map.of("extensionRequest", Map.of("days", 5))),
        "dispatch.findUnits",
        () -> job("dispatch.findUnits", dispatched(), Map.of()),
        "dispatch.checkObjection",
        () -> objecting(dispatched()),
        "dispatch.recordObjection",
        this::deciding,
        "case.suspend",
        () -> suspending(dispatched()),
        "suspension.recordReview",
        () ->
            suspended(
                "suspension.recordReview", Map.of("suspensionReview", Map.of("outcome", "goesOn"))),
        "case.resume",
        () -> suspended("case.resume", Map.of()),
        "suspension.reviewMissed",
        () ->
            suspended(
                "suspension.reviewMissed",
                Map.of("district", Map.of("code", "110102", "name", "西城区"))));
  }

  private TestJob objecting(CaseFile file) {
    return job("dispatch.checkObjection", file, Map.of("objectionRule", OBJECTION_RULE));
  }

  private TestJob deciding() {
    CaseFile file = dispatched();
    Object objection = workers.work(objecting(file)).get("objection");
    return job(
        "dispatch.recordObjection",
        file,
        Map.of("objection", objection, "upheld", true, "unitCode", "housing", "level", "7d"));
  }

  private TestJob suspending(CaseFile file) {
    return job(
        "case.suspend",
        file,
        Map.of(
            "suspensionRule",
            SUSPENSION_RULE,
            "suspensionRequest",
            Map.of("cause", "season", "reason", "冬季停工")));
  }

  private TestJob suspended(String type, Map<String, Object> more) {
    CaseFile file = dispatched();
    Map<String, Object> variables = new HashMap<>(more);
    variables.put("suspension", workers.work(suspending(file)).get("suspension"));
    variables.put("suspensionRule", SUSPENSION_RULE);
    return job(type, file, variables);
  }

  private Map<String, Supplier<TestJob>> ofWhistles() {
    return Map.of(
        "whistle.ask",
        () -> asking(dispatched()),
        "whistle.open",
        () -> opening(dispatched()),
        "whistle.issue",
        () -> whistled("whistle.issue", Map.of()),
        "whistle.addUnit",
        () -> whistled("whistle.addUnit", Map.of("unitCode", "housing")),
        "whistle.refuseUnit",
        () -> whistled("whistle.refuseUnit", Map.of("unitCode", "housing")),
        "whistle.release",
        () -> summoned("whistle.release"),
        "whistle.record",
        () -> whistled("whistle.record", Map.of("meeting", meeting())),
        "summons.notify",
        () -> summoned("summons.notify").header("again", "false"),
        "summons.escalate",
        () -> summoned("summons.escalate"),
        "summons.record",
        () -> summoned("summons.record"));
  }

  private TestJob asking(CaseFile file) {
    return whistling("whistle.ask", file);
  }

  private TestJob opening(CaseFile file) {
    return whistling("whistle.open", file);
  }

  private TestJob whistling(String type, CaseFile file) {
    return job(
        type,
        file,
        Map.of(
            "whistleRequest",
            Map.of("kind", "publicDemand", "reason", "供电", "place", "街道", "units", Registry.SIX)));
  }

  private TestJob whistled(String type, Map<String, Object> more) {
    CaseFile file = dispatched();
    Map<String, Object> variables = new HashMap<>(more);
    variables.put("whistle", workers.work(opening(file)).get("whistle"));
    variables.put("profile", PROFILE);
    return job(type, file, variables);
  }

  private TestJob summoned(String type) {
    Map<String, Object> variables = new HashMap<>(whistled(type, Map.of()).values());
    List<?> summonses = (List<?>) workers.work("whistle.issue", variables, "summonses");
    variables.put("summonses", summonses);
    variables.put("summons", summonses.get(0));
    variables.put("step", "sign");
    return TestJob.of(type, variables);
  }

  private static Map<String, Object> meeting() {
    return Map.of("present", Registry.SIX, "agreed", "平稳过渡", "actions", List.of());
  }

  private Map<String, Supplier<TestJob>> ofCallbacks() {
    return Map.of(
        "callback.plan",
        () -> planning(dispatched(), 1),
        "callback.sendLink",
        () -> planned("callback.sendLink", 3),
        "callback.record",
        () -> planned("callback.record", 1));
  }

  private static TestJob planning(CaseFile file, int attempt) {
    return job("callback.plan", file, Map.of("round", 1, "attempt", attempt));
  }

  private TestJob planned(String type, int attempt) {
    CaseFile file = dispatched();
    return job(
        type,
        file,
        Map.of(
            "callback",
            workers.work(planning(file, attempt)).get("callback"),
            "answered",
            true,
            "contacted",
            true,
            "settled",
            "settled",
            "satisfied",
            "satisfied",
            "comment",
            "谢谢"));
  }

  private Map<String, Supplier<TestJob>> ofMatters() {
    return Map.of(
        "matter.found",
        () -> TestJob.of("matter.found", Map.of("matter", burst())),
        "matter.record",
        () ->
            TestJob.of(
                "matter.record",
                Map.of("matter", burst(), "outcome", "nothing", "matterNote", "计划停水")));
  }

  private Map<String, Object> burst() {
    return Map.of("id", registry.matter());
  }

  private CaseFile opened() {
    return registry.opened();
  }

  private CaseFile dispatched() {
    return registry.dispatched();
  }

  /** A job with what every process knows of its case. */
  private static TestJob job(String type, CaseFile file, Map<String, Object> more) {
    Map<String, Object> variables = new HashMap<>(more);
    variables.put("caseId", file.id());
    variables.put("owner", file.owner());
    variables.put("limits", file.limits());
    variables.put("timeLimit", Registry.SEVEN_DAYS);
    return TestJob.of(type, variables);
  }
}
