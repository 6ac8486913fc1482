package city.whistle.workers.api;

import city.whistle.workers.difference.Difference;
import city.whistle.workers.difference.DifferenceCause;
import city.whistle.workers.difference.DifferenceKind;
import city.whistle.workers.difference.Differences;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A difference between registry and engine, as the API shows it.
 *
 * @param number of the case or whistle; left out where it is about neither
 * @param processInstanceKey as text, as the engine's API has keys; left out where there is none
 * @param mend the call that mends it; left out where it mends itself
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DifferenceView(
    String id,
    String kind,
    String cause,
    String number,
    String processInstanceKey,
    String unitCode,
    OffsetDateTime since,
    String mend) {

  static DifferenceView of(Difference found) {
    return new DifferenceView(
        found.id(),
        found.kind().wireName(),
        found.cause().wireName(),
        found.number(),
        found.instance() == null ? null : found.instance().toString(),
        found.unit(),
        found.since(),
        mend(found));
  }

  private static String mend(Difference found) {
    if (found.cause() == DifferenceCause.START_WAITS) {
      return null;
    }
    return found.kind() == DifferenceKind.CASE_WITHOUT_PROCESS
        ? "POST /api/cases/" + found.number() + "/restart"
        : "POST /api/differences/" + found.id() + "/mend";
  }

  static Page page(Optional<Differences.Last> last, List<Difference> seen, boolean seesAll) {
    int all =
        last.map(one -> one.counts().values().stream().mapToInt(Integer::intValue).sum()).orElse(0);
    return new Page(
        last.map(Differences.Last::at).orElse(null),
        last.map(Differences.Last::whole).orElse(null),
        seesAll ? last.map(DifferenceView::counts).orElse(null) : null,
        seen.stream().map(DifferenceView::of).toList(),
        seesAll && all > Differences.KEPT ? all - Differences.KEPT : null);
  }

  private static Map<String, Integer> counts(Differences.Last last) {
    return last.counts().entrySet().stream()
        .collect(Collectors.toMap(count -> count.getKey().wireName(), Map.Entry::getValue));
  }

  /**
   * @param comparedAt left out where nothing was compared yet
   * @param whole whether all was looked at
   * @param counts how many of each kind there were then; left out for a unit
   * @param more how many beside these; left out where there are none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Page(
      OffsetDateTime comparedAt,
      Boolean whole,
      Map<String, Integer> counts,
      List<DifferenceView> items,
      Integer more) {}
}
