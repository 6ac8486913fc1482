package city.whistle.workers.casefile;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Why a unit's system sees a case, see {@link CaseViewer}; the rule stands with CaseRights. Each
 * reason is said once, and two forms are made of it: what is asked of one case, and the first of
 * all cases that are seen for it, as an index finds them.
 *
 * <p>A form's SQL calls the case {@code f} and takes {@code :viewer}, {@code :client} and {@code
 * :units}.
 */
sealed interface Sight {

  Sight IT_OWNS = new OfUnits("owner_code");
  Sight IT_OPENED = new OfClient("client_id");
  Sight IT_OWNS_WHAT_LEADS =
      new Beside(
          "registry.case_merge m join registry.case_file l on l.id = m.leader_id",
          "m.case_id",
          "m.ended_at is null and l.owner_code = any(:units::text[])");
  Sight IT_TAKES_PART = new Beside("registry.case_party p", "p.case_id", "p.unit_code = :viewer");
  Sight IT_IS_SUMMONED =
      new Beside(
          "registry.whistle w join registry.summons s on s.whistle_id = w.id",
          "w.case_id",
          "s.unit_code = :viewer");

  List<Sight> ALL = List.of(IT_OWNS, IT_OPENED, IT_OWNS_WHAT_LEADS, IT_TAKES_PART, IT_IS_SUMMONED);

  /** Whom a case reports never sees it, for whatever reason he else would. */
  String NOT_ACCUSED = "f.accused_unit is distinct from :viewer";

  /** Whether the case is seen for this reason. */
  String holds();

  /**
   * The ids of the first cases that are seen for this reason.
   *
   * @param rest what else they meet, their order, and how many
   */
  String first(String rest);

  /** Whether the case is seen. */
  static String any() {
    return "(" + NOT_ACCUSED + " and " + any(ALL) + ")";
  }

  /** Whether one of these reasons holds. */
  static String any(List<Sight> reasons) {
    return reasons.stream().map(Sight::holds).collect(Collectors.joining(" or ", "(", ")"));
  }

  /**
   * The ids of the first cases that are seen, by each reason: those that are seen for several come
   * several times.
   *
   * @param conditions what else they meet
   * @param order by which they come, and how many
   */
  static String firstOfEach(String conditions, String order) {
    String rest = conditions + " and " + NOT_ACCUSED + order;
    return ALL.stream()
        .map(reason -> reason.first(rest))
        .collect(Collectors.joining(") union all (", "(", ")"));
  }

  /** A column names the unit or one below it; of each unit the first are found by themselves. */
  record OfUnits(String column) implements Sight {

    @Override
    public String holds() {
      return "f.%s = any(:units::text[])".formatted(column);
    }

    @Override
    public String first(String rest) {
      return """
          select owned.id from unnest(:units::text[]) u (code) cross join lateral (
            select f.id from registry.case_file f where f.%s = u.code and %s) owned\
          """
          .formatted(column, rest);
    }
  }

  /** A column names the client. */
  record OfClient(String column) implements Sight {

    @Override
    public String holds() {
      return "f.%s = :client".formatted(column);
    }

    @Override
    public String first(String rest) {
      return "select f.id from registry.case_file f where %s and %s".formatted(holds(), rest);
    }
  }

  /**
   * Another table says so.
   *
   * @param caseId its column with the case's id
   */
  record Beside(String tables, String caseId, String condition) implements Sight {

    @Override
    public String holds() {
      return "exists (select from %s where %s = f.id and %s)".formatted(tables, caseId, condition);
    }

    @Override
    public String first(String rest) {
      return "select f.id from registry.case_file f where f.id in (select %s from %s where %s) and %s"
          .formatted(caseId, tables, condition, rest);
    }
  }
}
