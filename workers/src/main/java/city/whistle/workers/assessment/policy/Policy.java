package city.whistle.workers.assessment.policy;

import city.whistle.workers.assessment.figure.ListRules;
import city.whistle.workers.assessment.figure.Weights;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * One dated set of what policy may change.
 *
 * @param id printed on every result that the set made
 * @param validFrom holds for months whose first calendar day is this or later
 * @param countedAnswer which of a case's valid answers in a period counts
 * @param decimals with how many a rate and a score are shown, and ranked
 * @param weights by group; {@code *} for all others
 * @param publishedAs whether ranks or bands are published; both are computed
 * @param bands from the best downwards, the last from 0
 * @param trades whose categories a department answers for, over all units
 * @param check who looks at the figures before they are published, and how soon
 * @param sources for each part where it comes from, or {@code assumed}
 */
public record Policy(
    String id,
    LocalDate validFrom,
    PeriodRule period,
    CountedAnswer countedAnswer,
    int decimals,
    Map<String, Weights> weights,
    PublishedAs publishedAs,
    List<Band> bands,
    List<Group> groups,
    ListRules lists,
    WhistleRule whistles,
    List<Trade> trades,
    Asking check,
    Asking exclusion,
    Asking appeal,
    Map<String, String> sources) {

  /** The weights of groups that have none of their own. */
  static final String ALL = "*";

  public Policy {
    if (!weights.containsKey(ALL)) {
      throw new IllegalArgumentException("policy " + id + " has no weights for '*'");
    }
    if (decimals < 0 || decimals > 3) {
      throw new IllegalArgumentException("policy " + id + ": decimals must be 0 to 3");
    }
    Band.requireOrder(bands);
  }

  public Weights weightsOf(String group) {
    return weights.getOrDefault(group, weights.get(ALL));
  }

  /** The band of a score. */
  public String bandOf(BigDecimal score) {
    return bands.stream()
        .filter(band -> score.compareTo(band.from()) >= 0)
        .findFirst()
        .orElseThrow()
        .name();
  }

  /** Which of a case's valid answers in one period counts. */
  public enum CountedAnswer {
    FIRST,
    LAST
  }

  /** What is told to the public; the wire name is the lower-case name. */
  public enum PublishedAs {
    RANK,
    BANDS
  }
}
