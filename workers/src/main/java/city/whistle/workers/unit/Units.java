package city.whistle.workers.unit;

import city.whistle.workers.calendar.CityTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The organisation as it stands now. */
@Component
public class Units {

  /** More than the city has in all, so that a listing needs no pages. */
  private static final int LISTING_MAX = 2000;

  private static final RowMapper<Unit> UNIT =
      (row, n) ->
          new Unit(
              row.getString("code"),
              row.getString("name"),
              UnitKind.of(row.getString("kind")),
              row.getString("form"),
              row.getString("parent_code"));

  private final JdbcClient jdbc;

  Units(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param code null finds nothing
   */
  public Optional<Unit> find(String code) {
    return jdbc.sql("select * from registry.unit where code = ? and valid_to is null")
        .param(code)
        .query(UNIT)
        .optional();
  }

  public Optional<Unit> find(String code, UnitKind kind) {
    return find(code).filter(unit -> unit.kind() == kind);
  }

  /** Units below {@code parent} and of {@code kind}; null stands for any. */
  public List<Unit> list(String parent, UnitKind kind) {
    return jdbc.sql(
            """
            select * from registry.unit
            where valid_to is null
              and (:parent::text is null or parent_code = :parent)
              and (:kind::text is null or kind = :kind)
            order by code limit :max\
            """)
        .param("parent", parent)
        .param("kind", kind == null ? null : kind.wireName())
        .param("max", LISTING_MAX)
        .query(UNIT)
        .list();
  }

  /** All that there were at some time between the two, each as it was last. */
  public List<Unit> existingBetween(OffsetDateTime from, OffsetDateTime to) {
    return jdbc.sql(
            """
            select distinct on (code) * from registry.unit
            where valid_from < :to and (valid_to is null or valid_to > :from)
            order by code, valid_from desc limit :max\
            """)
        .param("from", from.atZoneSameInstant(CityTime.ZONE).toLocalDate())
        .param("to", to.atZoneSameInstant(CityTime.ZONE).toLocalDate().plusDays(1))
        .param("max", LISTING_MAX)
        .query(UNIT)
        .list();
  }

  /** The codes of a unit and of all below it. */
  public List<String> withBelow(String code) {
    return jdbc.sql(
            """
            with recursive below(code) as (
              select ?::text
              union select u.code from registry.unit u join below b on u.parent_code = b.code
                where u.valid_to is null)
            select code from below limit ?\
            """)
        .params(code, LISTING_MAX)
        .query(String.class)
        .list();
  }

  /** The units that are summoned together where a whistle calls the joint enforcement centre. */
  public List<Unit> jointEnforcementCentre() {
    return jdbc.sql(
            """
            select u.* from registry.unit u join registry.joint_enforcement_member m on m.unit_code = u.code
            where u.valid_to is null and m.role in ('base', 'resident') order by m.role, u.code\
            """)
        .query(UNIT)
        .list();
  }
}
