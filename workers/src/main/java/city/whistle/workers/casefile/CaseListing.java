package city.whistle.workers.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The SQL of lists of cases in the order in which they came. Each condition is said outright or
 * left out, so that an index that fits serves it.
 */
final class CaseListing {

  private static final String ORDER = " order by received_at, id limit :max";

  /** Who has more units below sees one case of every few: the first are found going along all. */
  private static final int UNITS_APART_MAX = 20;

  private static final String OF_OWNER =
      """
      select owned.id from unnest(:units::text[]) u (code) cross join lateral (
        select f.id from registry.case_file f where f.owner_code = u.code and %s) owned\
      """;

  /** Why else a unit sees a case, see {@link CaseFiles#SEEN}. */
  private static final List<String> OTHERWISE =
      List.of(
          "f.client_id = :client",
          """
          f.id in (select m.case_id from registry.case_merge m join registry.case_file l on l.id = m.leader_id
            where m.ended_at is null and l.owner_code = any(:units::text[]))\
          """,
          "f.id in (select p.case_id from registry.case_party p where p.unit_code = :viewer)",
          """
          f.id in (select w.case_id from registry.summons s join registry.whistle w on w.id = s.whistle_id
            where s.unit_code = :viewer)\
          """);

  private CaseListing() {}

  static String sql(CaseFilter filter) {
    String along = "select * from registry.case_file f where " + conditions(filter);
    if (filter.viewer() == null) {
      return along + ORDER;
    }
    return filter.viewer().units().size() > UNITS_APART_MAX
        ? along + " and " + CaseFiles.SEEN + ORDER
        : "select * from registry.case_file where id in (" + seen(filter) + ")" + ORDER;
  }

  /**
   * The first cases of each reason for which a unit sees them: to go along all open ones and ask
   * which it sees would read the whole city's for a small unit's page.
   */
  private static String seen(CaseFilter filter) {
    String rest = conditions(filter) + " and f.accused_unit is distinct from :viewer" + ORDER;
    return Stream.concat(
            Stream.of(OF_OWNER.formatted(rest)),
            OTHERWISE.stream()
                .map(why -> "select f.id from registry.case_file f where " + why + " and " + rest))
        .collect(Collectors.joining(") union all (", "(", ")"));
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
