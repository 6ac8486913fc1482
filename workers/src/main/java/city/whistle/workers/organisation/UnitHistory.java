package city.whistle.workers.organisation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What units were, and whom they come from. */
@Component
public class UnitHistory {

  private static final int MAX = 200;

  /** More than the city has units in all. */
  private static final int HEIRS_MAX = 2000;

  private final JdbcClient jdbc;

  UnitHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All that a unit was, the first first; empty where there never was one of that code. */
  public List<Stage> stages(String code) {
    return jdbc.sql("select * from registry.unit where code = :code order by valid_from limit :max")
        .param("code", code)
        .param("max", MAX)
        .query(
            (row, n) ->
                new Stage(
                    row.getString("name"),
                    row.getString("kind"),
                    row.getString("form"),
                    row.getString("parent_code"),
                    row.getObject("valid_from", LocalDate.class),
                    row.getObject("valid_to", LocalDate.class),
                    row.getString("successor_code")))
        .list();
  }

  /** How each of these is, or was last, called; a code that never was a unit's is missing. */
  public Map<String, String> names(Collection<String> codes) {
    Map<String, String> names = new TreeMap<>();
    jdbc.sql(
            """
            select distinct on (code) code, name from registry.unit
            where code = any(:codes) order by code, valid_from desc\
            """)
        .param("codes", codes.toArray(String[]::new))
        .query((RowCallbackHandler) row -> names.put(row.getString("code"), row.getString("name")));
    return names;
  }

  /** Who took over from it, and from whom it did, and the same of its bodies; by day. */
  public List<Takeover> takeovers(String code) {
    return jdbc.sql(
            """
            select * from registry.unit_succession
            where split_part(from_code, ':', 1) = :code or split_part(to_code, ':', 1) = :code
            order by on_day, from_code, to_code limit :max\
            """)
        .param("code", code)
        .param("max", MAX)
        .query(
            (row, n) ->
                new Takeover(
                    row.getString("from_code"),
                    row.getString("to_code"),
                    row.getObject("on_day", LocalDate.class),
                    row.getString("kind"),
                    row.getBigDecimal("share")))
        .list();
  }

  /**
   * Who took over whom wholly after the one day and until the other, by the former unit's code:
   * what was renamed, replaced or merged. A split, or a part, has no such heir.
   */
  public Map<String, String> heirs(LocalDate after, LocalDate until) {
    Map<String, String> heirs = new TreeMap<>();
    jdbc.sql(
            """
            select from_code, min(to_code) as to_code from registry.unit_succession
            where on_day > :after and on_day <= :until and from_code || to_code not like '%:%'
            group by from_code
            having count(*) = 1 and bool_and(share = 1 and kind in ('renamed', 'replaced', 'merged'))
            union all
            select u.code, u.successor_code from registry.unit u
            where u.successor_code is not null and u.valid_to > :after and u.valid_to <= :until
              and not exists (select from registry.unit_succession s where s.from_code = u.code)
            order by 1 limit :max\
            """)
        .param("after", after)
        .param("until", until)
        .param("max", HEIRS_MAX)
        .query(
            (RowCallbackHandler)
                row -> heirs.put(row.getString("from_code"), row.getString("to_code")));
    return heirs;
  }

  /**
   * What a unit was for a time.
   *
   * @param to the first day on which it was so no longer; left out while it is
   * @param heir who took over its open cases; left out where nobody did
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Stage(
      String name,
      String kind,
      String form,
      String parent,
      LocalDate from,
      LocalDate to,
      String heir) {}
}
