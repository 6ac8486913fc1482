package city.whistle.app.day;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What people write into the forms of their tasks. */
final class Answers {

  private static final String NOTE = "已核实。";

  private final Chance chance;
  private final Outcomes outcomes;

  Answers(Chance chance) {
    this.chance = chance;
    this.outcomes = new Outcomes(chance);
  }

  /**
   * The variables with which the task is completed.
   *
   * @param now when
   * @param read a variable as the form shows it; a missing node where there is none
   */
  Map<String, Object> of(Work work, Instant now, Function<String, JsonNode> read) {
    return switch (work.element()) {
      case "AnswerInquiry" -> replied(is(work, 0.9) ? "answered" : "dispatch");
      case "ReplyWithoutDispatch" -> undispatched(work);
      case "ConsultDispatch" -> consulted(work);
      case "ContactResident" -> contacted(work, now);
      case "HandleCase" -> outcomes.of(work, now, read);
      case "ReplyResident" -> Map.of("reply", reply());
      case "CoHandle" -> Map.of("coResult", result(work, "result", "reason"));
      case "GiveOpinion" -> Map.of("opinion", Map.of("text", "由区里协调。"));
      case "ApproveExtension" -> approval("extensionApproved", "extensionNote", is(work, 0.85));
      case "ApproveSuspension" -> approval("suspensionApproved", "suspensionNote", is(work, 0.7));
      case "ReviewSuspension" ->
          Map.of("suspensionReview", Map.of("outcome", "ends", "note", "条件已具备。"));
      case "ReviewObjection" -> reviewed(work, read);
      case "CallResident" -> called(work, now);
      case "Supervise" -> Map.of("supervisionNote", NOTE);
      case "Interview" -> Map.of("interviewed", "分管负责人", "supervisionNote", NOTE);
      case "AssessMatter" ->
          Map.of("outcome", is(work, 0.5) ? "nothing" : "watch", "matterNote", NOTE);
      case "AssessPatrol" -> Map.of("patrolResult", assessed(work));
      case "JudgeWork" -> Map.of("judgement", Map.of("mark", 3 + (is(work, 0.7) ? 2 : 0)));
      case "CheckRates" -> Map.of("outcome", "publish");
      case "DecideExclusion" -> Map.of("exclusionGranted", is(work, 0.5), "exclusionNote", NOTE);
      case "DecideAppeal" -> Map.of("appealUpheld", is(work, 0.5), "appealNote", NOTE);
      case "ChooseThemes", "WorkOnTheme", "ReviewTheme" -> Themes.answer(work, chance, now, read);
      default -> joint(work, now, read);
    };
  }

  /** What is filled in where units work together. */
  private Map<String, Object> joint(Work work, Instant now, Function<String, JsonNode> read) {
    return switch (work.element()) {
      case "ApproveWhistle", "ApproveAfterwards" ->
          approval("approved", "approvalNote", is(work, 0.95));
      case "ReportOnSite" ->
          Map.of("arrival", Map.of("place", "现场", "rank", "division", "people", 2));
      case "DoPart" -> Map.of("part", result(work, "result", "note"));
      case "HoldMeeting" -> met(read.apply("summonses"), now);
      case "FollowActions" -> Map.of("actionResult", result(work, "done", "note"));
      case "ReleaseUnits" -> released(read.apply("whistle"));
      case "ScoreUnits" -> Map.of("unitScores", scores(work, read.apply("unitScores")));
      case "ScoreWhistle" ->
          Map.of("whistleScore", Map.of("justified", 4, "rightUnits", 5, "material", 4));
      default -> Map.of();
    };
  }

  private static Map<String, Object> replied(String outcome) {
    return outcome.equals("answered")
        ? Map.of("outcome", outcome, "reply", reply())
        : Map.of("outcome", outcome);
  }

  private static Map<String, Object> reply() {
    return Map.of("channel", "phone", "text", "已办理，情况已告知。");
  }

  /** The case that a repeat is linked with stands in the form already. */
  private static Map<String, Object> undispatched(Work work) {
    return work.story().filter(story -> story.caller().repeats()).isPresent()
        ? Map.of("outcome", "answered")
        : Map.of("outcome", "answered", "reply", Map.of("text", "已说明办理渠道。"));
  }

  private static Map<String, Object> consulted(Work work) {
    Caller caller = work.story().orElseThrow().caller();
    return Map.of("unitCode", caller.street().districtCode(), "level", caller.category().level());
  }

  private Map<String, Object> contacted(Work work, Instant now) {
    double drawn = chance.of(work.chance(), work.purpose("contact"));
    if (drawn < 0.95) {
      return Map.of("contactResult", "reached");
    }
    return drawn < 0.97
        ? Map.of("contactResult", "throughHotline")
        : Map.of(
            "contactResult",
            "unreachable",
            "contact",
            Map.of(
                "attempts", 3, "lastAt", now.atZone(DayPlan.CITY).toOffsetDateTime().toString()));
  }

  private Map<String, Object> result(Work work, String name, String why) {
    double drawn = chance.of(work.chance(), work.purpose("result"));
    String result = drawn < 0.9 ? "done" : drawn < 0.97 ? "partly" : "unable";
    return Map.of(name, result, why, NOTE);
  }

  private static Map<String, Object> approval(String name, String note, boolean approved) {
    return approved ? Map.of(name, true) : Map.of(name, false, note, "理由不足。");
  }

  private Map<String, Object> reviewed(Work work, Function<String, JsonNode> read) {
    return is(work, 0.5)
        ? Map.of(
            "upheld",
            true,
            "final",
            true,
            "unitCode",
            work.story().orElseThrow().caller().street().districtCode(),
            "level",
            read.apply("level").asText("7d"))
        : Map.of("upheld", false, "final", true, "reviewNote", NOTE);
  }

  /** One in four isn't reached. */
  private Map<String, Object> called(Work work, Instant now) {
    double reached = chance.of(work.chance(), work.purpose("reached"));
    if (reached >= 0.75) {
      String why = reached < 0.95 ? "noAnswer" : reached < 0.98 ? "wrongNumber" : "refused";
      return Map.of("answered", false, "noAnswer", why);
    }
    boolean again = work.story().filter(Story::wasAnswered).isPresent();
    return Opinions.of(chance, work.chance(), again, work.purpose("is"));
  }

  private static Map<String, Object> met(JsonNode summonses, Instant now) {
    List<String> present = new ArrayList<>();
    summonses.forEach(summons -> present.add(summons.path("unitCode").asText()));
    Map<String, Object> meeting = new LinkedHashMap<>();
    meeting.put("present", present);
    meeting.put("agreed", "各司其职，先办后议。");
    String due = now.atZone(DayPlan.CITY).plusDays(5).toOffsetDateTime().toString();
    meeting.put(
        "actions",
        present.stream().limit(1).map(u -> Map.of("what", "整改", "unit", u, "due", due)).toList());
    return Map.of("meeting", meeting);
  }

  private static Map<String, Object> released(JsonNode whistle) {
    return whistle.path("kind").asText().equals("jointEnforcement")
        ? Map.of("releaseConfirmed", true, "jointAction", Map.of("found", "占道经营已清理。"))
        : Map.of("releaseConfirmed", true);
  }

  /** Settled is only what the steward settled at once: of that there are photos. */
  private String assessed(Work work) {
    boolean photos = chance.is(Shares.SETTLED_ON_THE_WALK, work.chance(), DayPlan.ON_THE_WALK);
    return photos ? "settled" : "case";
  }

  private List<Map<String, Object>> scores(Work work, JsonNode sheets) {
    List<Map<String, Object>> scores = new ArrayList<>();
    for (JsonNode sheet : sheets) {
      String unit = sheet.path("unitCode").asText();
      int mark = 3 + (int) (3 * chance.of(work.chance(), work.purpose(unit)));
      scores.add(
          Map.of(
              "unitCode", unit,
              "unitName", sheet.path("unitName").asText(),
              "onTime", mark,
              "rank", mark,
              "result", mark,
              "stayed", mark));
    }
    return scores;
  }

  private boolean is(Work work, double share) {
    return chance.is(share, work.chance(), work.purpose("is"));
  }
}
