package city.whistle.workers.assessment.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/** What is counted of whistles: both who blows and who is summoned are assessed. */
public sealed interface WhistleFigures {

  String unit();

  /**
   * A sub-district's whistles.
   *
   * @param blown in the period
   * @param kinds how many of each kind
   * @param judged that ended in the period and that the district judged
   * @param justified of those, how many it found justified
   * @param perThousand whistles for 1000 cases that it was given; null where it was given none
   * @param use {@code tooFew}, {@code usual} or {@code tooMany}; null where it was given none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Blown(
      String unit,
      long blown,
      Map<String, Integer> kinds,
      long judged,
      long justified,
      Double perThousand,
      String use)
      implements WhistleFigures {}

  /**
   * A unit's answers to whistles that ended in the period.
   *
   * @param inTime of those who arrived
   * @param absent who had not come by the time at which it had to, and never did
   * @param notCome who was released before it had to come, and had not
   * @param leaders arrivals led by a unit's leader; {@code heads} by a section's head, {@code
   *     staff} by neither
   * @param done whose part was done
   * @param judged whose stay the sub-district judged
   * @param stayed of those, who stayed to the end
   */
  record Summoned(
      String unit,
      long summoned,
      long arrived,
      long inTime,
      long absent,
      long notCome,
      long leaders,
      long heads,
      long staff,
      long done,
      long judged,
      long stayed)
      implements WhistleFigures {}
}
