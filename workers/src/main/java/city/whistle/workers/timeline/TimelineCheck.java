package city.whistle.workers.timeline;

/**
 * Whether a timeline is as it was written.
 *
 * @param lines how many lines were looked at
 * @param brokenAt the first line that doesn't follow from those before it; 0 if all do
 */
public record TimelineCheck(int lines, int brokenAt) {

  public boolean intact() {
    return brokenAt == 0;
  }
}
