package city.whistle.workers.patrol;

import city.whistle.workers.access.Caller;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.job.TestJob;
import city.whistle.workers.lane.LaneRegister;
import city.whistle.workers.photo.Photos;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Lanes of a test's own, with a chief and a steward, and what is found there. */
public class PatrolScene {

  public static final String STREET = "110102017";
  public static final Caller CENTRE = new Caller("demo-hotline", null, true);

  private final LaneRegister register;
  private final PatrolReports reports;
  private final PatrolPhotos photos;
  private final TellChiefWorker tell;
  private final CityTime time;

  PatrolScene(
      LaneRegister register,
      PatrolReports reports,
      PatrolPhotos photos,
      TellChiefWorker tell,
      CityTime time) {
    this.register = register;
    this.reports = reports;
    this.photos = photos;
    this.tell = tell;
    this.time = time;
  }

  /** A lane with {@code chief-1} as its chief and {@code steward-1} as its steward. */
  public String lane() {
    String id = laneWithout();
    ObjectNode body = TestJob.JSON.createObjectNode();
    for (String post : new String[] {"chief", "steward"}) {
      body.withArray("posts")
          .addObject()
          .put("post", post)
          .put("person", post + "-1")
          .put("from", "2016-01-01");
    }
    register.putPosts(CENTRE, id, body);
    return id;
  }

  /** A lane for which nobody answers. */
  public String laneWithout() {
    String id = "lane-" + UUID.randomUUID().toString().substring(0, 13);
    register.put(
        CENTRE,
        id,
        TestJob.JSON
            .createObjectNode()
            .put("name", "样例胡同")
            .put("streetCode", STREET)
            .put("class", "standard")
            .put("validFrom", "2016-01-01"));
    return id;
  }

  public ObjectNode walk(String lane) {
    return TestJob.JSON
        .createObjectNode()
        .put("lane", lane)
        .put("person", "steward-1")
        .put("rhythm", "walk");
  }

  public ObjectNode found(String lane) {
    ObjectNode body = walk(lane);
    body.putObject("finding")
        .put("disorder", "parking")
        .put("what", "三辆汽车停在消防通道上")
        .put("place", "样例胡同12号门前");
    return body;
  }

  public Patrol reported(String lane) {
    return reported(lane, body -> {});
  }

  public Patrol reported(String lane, Consumer<ObjectNode> change) {
    ObjectNode body = found(lane);
    change.accept(body);
    return reports.report(CENTRE, body).patrol();
  }

  /** Variable {@code patrol} after whoever hears of it was told. */
  public Object told(Patrol patrol) {
    return tell.tellChief(TestJob.of("patrol.tell", variables(patrol))).get("patrol");
  }

  public void photo(Patrol patrol, Moment moment) {
    photos.take(
        patrol, moment, UUID.randomUUID(), Photos.jpeg(40, 40), "image/jpeg", CENTRE.clientId());
  }

  static Map<String, Object> variables(Patrol patrol) {
    return Map.of("patrol", Map.of("id", patrol.id()));
  }

  CityTime time() {
    return time;
  }
}
