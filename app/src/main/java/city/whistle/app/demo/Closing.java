package city.whistle.app.demo;

/**
 * How a case ended, by the resident's own answers.
 *
 * @param reported how many of the summoned units came
 */
public record Closing(
    String number,
    boolean contacted,
    String settled,
    String satisfied,
    int reported,
    int summoned) {

  /** True if nothing is left to wish for. */
  public boolean happy() {
    return contacted
        && settled.equals("settled")
        && satisfied.equals("satisfied")
        && reported == summoned;
  }

  /** The line that the demonstration ends with. */
  @Override
  public String toString() {
    return "case %s closed: contacted=%s settled=%s satisfied=%s, %d of %d units reported"
        .formatted(
            number,
            contacted ? "yes" : "no",
            settled.equals("settled") ? "yes" : settled,
            satisfied.equals("satisfied") ? "yes" : satisfied,
            reported,
            summoned);
  }
}
