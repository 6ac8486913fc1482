package city.whistle.workers.lane;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What policy says of lanes from a day on.
 *
 * @param assessWithin how long a chief has for what a patrol found, before the sub-district's
 *     leaders hear of it, too
 * @param backdatedDays how many days after a walk it may still be reported
 */
@JsonIgnoreProperties("source")
public record LanePolicy(
    LocalDate validFrom,
    List<Rhythm> rhythm,
    List<Disorder> disorders,
    String assessWithin,
    int backdatedDays,
    Scores score) {

  public Optional<Disorder> disorder(String code) {
    return disorders.stream().filter(one -> one.code().equals(code)).findFirst();
  }

  public Optional<Rhythm> rhythm(String code) {
    return rhythm.stream().filter(one -> one.code().equals(code)).findFirst();
  }

  /**
   * How often something is to be done.
   *
   * @param workingDaysOnly whether a period without any working day asks for nothing
   */
  public record Rhythm(
      String code, String name, String nameEn, Every every, boolean workingDaysOnly) {}

  /**
   * One of the ten 无.
   *
   * @param category of the case that is opened for it
   */
  public record Disorder(String code, String name, String nameEn, String category) {}

  /**
   * @param least a quarter's score under this costs the lane its class
   * @param monthsToReturn so many months one after the other at that score or more bring it back
   */
  public record Scores(BigDecimal least, int monthsToReturn) {}
}
