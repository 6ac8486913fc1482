package city.whistle.app.example;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** What became of what was played, as the API and the engine tell it. */
final class Outcomes {

  private final CaseApi api;
  private final Records records;

  Outcomes(CaseApi api, Records records) {
    this.api = api;
    this.records = records;
  }

  /**
   * @param instance of the process that has ended
   * @param beside the case that was played with it; null for none
   * @param asked what became of the wish to have it left out of the figures, or of the appeal; null
   *     for none
   * @param month whose figures are part of it; null for none
   * @param timeline kinds of what happened
   */
  Expected of(
      Matter matter,
      long instance,
      Matter beside,
      String asked,
      Matter month,
      Set<String> timeline) {
    return switch (matter.kind()) {
      case CASE -> ofCase(matter, instance, status(beside), asked, month, timeline);
      case WHISTLE -> ofWhistle(instance);
      case PATROL -> ofPatrol(matter, instance, status(beside), timeline);
      case THEME -> ofTheme(matter);
      case MATTER -> ofBurst(matter, status(beside));
      case ASSESSMENT -> throw new IllegalArgumentException("no example is about figures alone");
    };
  }

  private Expected ofTheme(Matter theme) {
    String state = api.read("/api/themes/" + theme.number()).path("state").asText();
    return new Expected(state, null, null, null, null, null, null, null, null, null, null, null);
  }

  private Expected ofBurst(Matter burst, String beside) {
    JsonNode shown = api.read("/api/matters/" + burst.number());
    List<Expected.Whistle> blown =
        Burst.whistleOf(api, burst)
            .flatMap(whistle -> records.tagged(whistle.tag()))
            .map(records::whistle)
            .map(List::of)
            .orElse(List.of());
    return new Expected(
        shown.path("state").asText(),
        null,
        null,
        null,
        null,
        blown,
        beside,
        null,
        null,
        null,
        shown.path("cases").asInt(),
        null);
  }

  private Expected.Figures figures(Matter month) {
    JsonNode version =
        api.read("/api/assessments/%s?group=street".formatted(month.number())).path("version");
    return new Expected.Figures(version.path("version").asInt(), version.path("state").asText());
  }

  private Expected ofWhistle(long instance) {
    List<Expected.Whistle> blown = List.of(records.whistle(instance));
    return new Expected("ended", null, null, null, null, blown, null, null, null, null, null, null);
  }

  private Expected ofPatrol(Matter matter, long instance, String beside, Set<String> timeline) {
    JsonNode shown = api.patrol(matter.number());
    return new Expected(
        shown.path("state").asText(),
        null,
        null,
        null,
        null,
        records.whistlesOf(instance),
        beside,
        null,
        null,
        shown.has("mark") ? shown.get("mark").asInt() : null,
        null,
        timeline);
  }

  /** Null for what is no case. */
  private String status(Matter beside) {
    return beside == null || !beside.isCase()
        ? null
        : api.get(beside.number()).path("status").asText();
  }

  private Expected ofCase(
      Matter matter,
      long instance,
      String beside,
      String asked,
      Matter month,
      Set<String> timeline) {
    JsonNode shown = api.get(matter.number());
    JsonNode owner = shown.path("owner");
    return new Expected(
        shown.path("status").asText(),
        records.variable(instance, "route").asText(),
        owner.isObject() ? owner.path("kind").asText() + ":" + owner.path("code").asText() : null,
        owner.isObject() ? shown.path("round").asInt() : null,
        answer(shown.path("answer")),
        records.whistlesOf(instance),
        beside,
        asked,
        month == null ? null : figures(month),
        null,
        null,
        timeline);
  }

  private static Expected.Answer answer(JsonNode answer) {
    if (!answer.isObject()) {
      return null;
    }
    return answer.path("answered").asBoolean()
        ? new Expected.Answer(
            true,
            answer.path("contacted").asBoolean(),
            answer.path("settled").asText(),
            answer.path("satisfied").asText())
        : new Expected.Answer(false, null, null, null);
  }
}
