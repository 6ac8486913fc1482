package city.whistle.workers.handling;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * What a completed task decided, for its line in the timeline: the one variable that its form sets,
 * by element id. Only short coded values are taken; words that people wrote stay where they belong.
 */
final class StepReason {

  private static final int MAX = 40;

  /** Path of the variable; others of the same name may be older than the task. */
  private static final Map<String, String> VARIABLES =
      Map.ofEntries(
          Map.entry("AnswerInquiry", "/outcome"),
          Map.entry("ReplyWithoutDispatch", "/outcome"),
          Map.entry("HandleCase", "/outcome"),
          Map.entry("ContactResident", "/contactResult"),
          Map.entry("CoHandle", "/coResult/result"),
          Map.entry("ApproveExtension", "/extensionApproved"),
          Map.entry("ApproveWhistle", "/approved"),
          Map.entry("ApproveAfterwards", "/approved"),
          Map.entry("ReportOnSite", "/arrival/rank"),
          Map.entry("DoPart", "/part/result"),
          Map.entry("CallResident", "/answered"),
          Map.entry("CheckRates", "/outcome"),
          Map.entry("DecideExclusion", "/exclusionGranted"),
          Map.entry("DecideAppeal", "/appealUpheld"),
          Map.entry("AssessPatrol", "/patrolResult"),
          Map.entry("JudgeWork", "/judgement/mark"),
          Map.entry("ReviewObjection", "/upheld"),
          Map.entry("ApproveSuspension", "/suspensionApproved"),
          Map.entry("ReviewSuspension", "/suspensionReview/outcome"));

  private StepReason() {}

  /** Whether that is what {@link #of} tells. */
  static boolean isAt(String elementId, List<String> path) {
    return ("/" + String.join("/", path)).equals(VARIABLES.get(elementId));
  }

  /** Empty where the task decides nothing, or the variable is not there. */
  static String of(String elementId, JsonNode variables) {
    String path = VARIABLES.get(elementId);
    if (path == null) {
      return "";
    }
    JsonNode value = variables.at(path);
    String text = value.isValueNode() && !value.isNull() ? value.asText() : "";
    return text.length() > MAX ? text.substring(0, MAX) : text;
  }
}
