package city.whistle.app.day;

import city.whistle.app.day.City.Category;
import city.whistle.app.day.City.Street;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Somebody whose call becomes a case.
 *
 * @param index his number among the day's callers, in the order in which they call, from 0
 * @param streetKnown whether he says in which sub-district it is, and not the district alone
 * @param phone whether he leaves a number under which he can be called back
 * @param before the caller whose matter this is, too; null for most
 * @param wishes what he or the dispatcher wants of the case later
 */
record Caller(
    int index,
    Instant at,
    String kind,
    String channel,
    Category category,
    Street street,
    boolean streetKnown,
    boolean phone,
    Integer before,
    List<Wish> wishes) {

  /** What is wanted of a case. */
  enum What {
    URGE,
    SUPPLEMENT,
    WITHDRAW,
    MERGE
  }

  /** Something that is wanted after a time, or no more where the case is over. */
  record Wish(What what, Duration after) {}

  /** Whether he tells of what he, or somebody, told of before: the agent links the two. */
  boolean repeats() {
    return before != null && wishes.stream().noneMatch(wish -> wish.what() == What.MERGE);
  }

  /**
   * Body of {@code POST /api/cases}.
   *
   * @param repeated number of the case that this repeats; null for most
   */
  Map<String, Object> request(String externalId, String repeated) {
    Map<String, Object> place = new LinkedHashMap<>();
    place.put("districtCode", street.districtCode());
    if (streetKnown) {
      place.put("streetCode", street.code());
      place.put("address", "样例路%d号".formatted((before == null ? index : before) + 1));
    }
    Map<String, Object> resident = new LinkedHashMap<>();
    resident.put("name", "样例");
    if (phone) {
      resident.put("phone", "138%08d".formatted(index));
    }
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("externalId", externalId);
    request.put("channel", channel);
    request.put("kind", kind);
    request.put("title", category.name());
    request.put("content", "%s，第%d位来电人。".formatted(category.name(), index + 1));
    request.put("categoryCode", category.code());
    request.put("place", place);
    request.put("resident", resident);
    if (repeated != null) {
      request.put("signals", Map.of("repeatOf", repeated));
    }
    return request;
  }
}
