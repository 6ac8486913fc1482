package city.whistle.workers.casefile;

import java.util.ArrayList;
import java.util.List;

/**
 * The SQL of lists of cases in the order in which they came. Each condition is said outright or
 * left out, so that an index that fits serves it.
 */
final class CaseListing {

  private static final String ORDER = " order by received_at, id limit :max";

  /** Who has more units below sees one case of every few: the first are found going along all. */
  private static final int UNITS_APART_MAX = 20;

  private CaseListing() {}

  /**
   * A unit's list is put together of the first cases of each reason for which it sees them: to go
   * along all open ones and ask which it sees would read the whole city's for a small unit's page.
   */
  static String sql(CaseFilter filter) {
    String along = "select * from registry.case_file f where " + conditions(filter);
    if (filter.viewer() == null) {
      return along + ORDER;
    }
    return filter.viewer().units().size() > UNITS_APART_MAX
        ? along + " and " + Sight.any() + ORDER
        : "select * from registry.case_file where id in ("
            + Sight.firstOfEach(conditions(filter), ORDER)
            + ")"
            + ORDER;
  }

  private static String conditions(CaseFilter filter) {
    List<String> all = new ArrayList<>(List.of("true"));
    add(all, filter.openOnly(), "status not in ('answered', 'withdrawn', 'closed')");
    add(all, filter.status() != null, "status = :status");
    boolean owned = filter.unit() != null && !filter.unit().isEmpty();
    add(all, filter.unit() != null, owned ? "owner_code = :unit" : "owner_code is null");
    add(all, filter.from() != null, "received_at >= :from");
    add(all, filter.to() != null, "received_at < :to");
    add(all, filter.afterTime() != null, "(received_at, id) > (:afterTime, :afterId)");
    add(all, filter.processes() != null, "process_instance_key = any(:processes)");
    return String.join(" and ", all);
  }

  private static void add(List<String> all, boolean wanted, String condition) {
    if (wanted) {
      all.add(condition);
    }
  }
}
