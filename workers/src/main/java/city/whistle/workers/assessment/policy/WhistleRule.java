package city.whistle.workers.assessment.policy;

/**
 * How whistles are judged.
 *
 * @param justifiedFrom the least mark of 1 to 5 with which a whistle counts as justified
 * @param stayedFrom the least mark of 1 to 5 with which a unit counts as having stayed to the end
 * @param tooFew below how many whistles per 1000 cases the means goes unused
 * @param tooMany above how many everyday work is failing
 */
public record WhistleRule(int justifiedFrom, int stayedFrom, double tooFew, double tooMany) {

  /** What a sub-district's whistles for 1000 cases say of its use of the means. */
  public String use(double perThousand) {
    return perThousand < tooFew ? "tooFew" : perThousand > tooMany ? "tooMany" : "usual";
  }
}
