package city.whistle.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.CamundaClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The case that the reform is known by: residents of buildings 42 and 46 in Zhanlanlu without
 * reliable power, six units that the sub-district whistles for, a coordination meeting that sets
 * the dispute aside. Each step is taken as the person concerned would take it.
 *
 * <p>The methods are the case's chapters, in the order in which they are to be called.
 */
public final class ArticleCase implements AutoCloseable {

  private static final Patience PATIENCE = new Patience(Duration.ofSeconds(60));
  private static final String PLACE = "展览路街道42号楼、46号楼";
  private static final String AGREED = "搁置争议,平稳过渡";

  private final CaseApi hotline;
  private final CamundaClient client;
  private final String number;
  private final Desk desk;
  private final Timeline timeline;

  private ArticleCase(Place place, CaseApi hotline, Handle handle, Consumer<String> out) {
    this.hotline = hotline;
    this.client = place.client();
    this.number = handle.number();
    this.desk = new Desk(client, PATIENCE, handle.caseId());
    this.timeline = new Timeline(() -> hotline.timeline(number), new StepNames(client), out);
  }

  /** What a case is known by after it was opened. */
  public record Handle(String number, String caseId) {}

  /**
   * The hotline opens the case.
   *
   * @param externalId the hotline's own number for it: the same one opens the same case
   */
  public static Handle open(Place place, String externalId) {
    JsonNode answer = new CaseApi(place.api(), place.apiKey()).open(complaint(externalId));
    return new Handle(answer.path("number").asText(), answer.path("caseId").asText());
  }

  /**
   * Joins a case that was opened.
   *
   * @param out gets each line of the case's timeline as it appears
   */
  public static ArticleCase join(Place place, Handle handle, Consumer<String> out) {
    return new ArticleCase(place, new CaseApi(place.api(), place.apiKey()), handle, out);
  }

  private static Map<String, Object> complaint(String externalId) {
    return Map.of(
        "externalId", externalId,
        "channel", "phone",
        "kind", "complaint",
        "categoryCode", "010204",
        "title", "42号楼、46号楼用电纠纷,居民用电没有保障",
        "content", "回迁楼电费纠纷多年,物业无人管理,经常停电,请帮助解决。",
        "place",
            Map.of(
                "districtCode", Cast.DISTRICT_CODE,
                "streetCode", Cast.STREET_CODE,
                "address", "42号楼"),
        "resident", Map.of("name", "王女士", "phone", "13800000000"));
  }

  /** The sub-district signs, calls the resident and, since it can't settle it alone, whistles. */
  public void blowTheWhistle() {
    by(Cast.STREET, "SignCase", Map.of());
    by(Cast.STREET, "ContactResident", Map.of("contactResult", "reached"));
    by(Cast.STREET, "HandleCase", Map.of("outcome", "whistle", "whistleRequest", whistleRequest()));
    by(Cast.STREET_LEAD, "ApproveWhistle", Map.of("approved", true));
  }

  private static Map<String, Object> whistleRequest() {
    return Map.of(
        "kind",
        "publicDemand",
        "reason",
        "电费遗留纠纷涉及多家单位,街道无法单独解决",
        "place",
        PLACE,
        "units",
        Cast.unitCodes(),
        "crossDistrict",
        false);
  }

  /** Each summoned unit signs and comes. */
  public void report() {
    for (Cast.Unit unit : Cast.UNITS) {
      by(unit.onDuty(), "SignSummons", Map.of());
    }
    Map<String, Object> arrival = Map.of("place", PLACE, "rank", "division", "people", 2);
    for (Cast.Unit unit : Cast.UNITS) {
      by(unit.onDuty(), "ReportOnSite", Map.of("arrival", arrival));
    }
  }

  /** They meet and agree, each unit does its part, and only the sub-district lets them go. */
  public void settleTogether() {
    by(Cast.STREET, "HoldMeeting", Map.of("meeting", meeting()));
    for (Cast.Unit unit : Cast.UNITS) {
      Map<String, Object> part = Map.of("result", "done", "note", "按会议意见落实");
      by(unit.onDuty(), "DoPart", Map.of("part", part));
    }
    Map<String, Object> result = Map.of("done", "done", "note", "两栋楼供电恢复正常");
    by(Cast.POWER.onDuty(), "FollowActions", Map.of("actionResult", result));
    by(Cast.STREET, "ReleaseUnits", Map.of("releaseConfirmed", true));
  }

  private Map<String, Object> meeting() {
    String due = hotline.get(number).path("limits").path("settleBy").asText();
    return Map.of(
        "present", Cast.unitCodes(),
        "agreed", AGREED,
        "actions", List.of(Map.of("what", "保障居民正常用电", "unit", Cast.POWER.code(), "due", due)));
  }

  /** The sub-district scores each unit, the district scores the whistle. */
  public void score() {
    by(Cast.STREET, "ScoreUnits", Map.of("unitScores", sheets()));
    Map<String, Object> whistle = Map.of("justified", 5, "rightUnits", 5, "material", 5);
    by(Cast.DISTRICT, "ScoreWhistle", Map.of("whistleScore", whistle));
  }

  private static List<Map<String, Object>> sheets() {
    return Cast.UNITS.stream().map(ArticleCase::sheet).toList();
  }

  private static Map<String, Object> sheet(Cast.Unit unit) {
    return Map.of(
        "unitCode", unit.code(),
        "unitName", unit.name(),
        "onTime", 5,
        "rank", 5,
        "result", 5,
        "stayed", 5);
  }

  /** The sub-district replies, the hotline's agent calls the resident back. */
  public void replyAndCallBack() {
    by(Cast.STREET, "HandleCase", Map.of("outcome", "settled"));
    Map<String, Object> reply = Map.of("text", "供电已恢复正常,争议另行处理。", "channel", "phone");
    by(Cast.STREET, "ReplyResident", Map.of("reply", reply));
    by(
        Cast.AGENT,
        "CallResident",
        Map.of(
            "answered", true, "contacted", true, "settled", "settled", "satisfied", "satisfied"));
  }

  /** Waits until the case is closed, and says what became of it. */
  public Closing closing() {
    PATIENCE.await(
        "the end of case " + number,
        () -> Optional.of(hotline.get(number).path("status").asText()).filter("closed"::equals));
    timeline.showNew();
    return new Records(client).closing(number);
  }

  private void by(Person person, String element, Map<String, Object> variables) {
    desk.complete(person, element, variables);
    timeline.showNew();
  }

  @Override
  public void close() {
    client.close();
  }
}
