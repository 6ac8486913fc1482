package city.whistle.benchmarks.city;

import java.time.Duration;

/**
 * A case that was really played until a stage of its life, and how many of the city's open cases
 * are there.
 *
 * @param number the case's
 * @param share of the open cases
 * @param oldest how long ago the oldest of them came
 */
public record Sample(String stage, String number, double share, Duration oldest) {

  /** The unit that a sample's whistle calls. */
  public static final String CALLED = "xicheng-power";

  static final String CALLED_KIND = "enterprise";
  static final String CALLED_NAME = "西城供电所";
}
