package city.whistle.app.example;

import java.util.List;
import java.util.Map;

/** A steward's walk in a lane of the example's own. */
final class Walk {

  private Walk() {}

  /**
   * Brings the lane and reports the walk.
   *
   * @param patrol as the example has it, with a number of its own
   */
  static Matter report(CaseApi api, ExampleLane lane, Map<String, Object> patrol) {
    api.lane(lane);
    patrol.put("lane", lane.id());
    patrol.put("person", lane.steward());
    Object moments = patrol.remove("photos");
    String number = api.patrol(patrol).path("number").asText();
    if (moments instanceof List<?> list) {
      list.forEach(moment -> api.photo(number, moment.toString(), Picture.png()));
    }
    return Matter.of(Matter.Kind.PATROL, number);
  }
}
