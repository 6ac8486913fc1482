package city.whistle.workers.catalogue;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.request.StorableText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The dispatch catalogue as it stands now. */
@Component
public class Categories {

  private static final int WORDS_MAX = 8;

  /** Several times what a city's catalogue has. */
  private static final int ALL_MAX = 2000;

  private final JdbcClient jdbc;
  private final CityTime time;

  Categories(JdbcClient jdbc, CityTime time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  /** What is to come, and what was, isn't found. */
  private static String today(String row) {
    return " %1$s.valid_from <= :today and (%1$s.valid_to is null or %1$s.valid_to > :today) "
        .formatted(row);
  }

  /**
   * A category of the third level, the only one that a case may carry. A null code finds nothing.
   */
  public Optional<Category> find(String code) {
    return jdbc.sql(
            "select c.* from registry.category c where c.code = :code and c.depth = 3 and"
                + today("c"))
        .param("code", code)
        .param("today", time.today())
        .query((row, n) -> read(row))
        .optional();
  }

  private static Category read(ResultSet row) throws SQLException {
    return new Category(
        row.getString("code"),
        row.getString("name"),
        row.getString("unit_kind"),
        row.getString("unit_code"),
        row.getString("limit_level"),
        row.getString("signal"),
        row.getString("emergency_line"));
  }

  /** All that a case may carry, by code. */
  public List<Category> all() {
    return jdbc.sql(
            "select c.* from registry.category c where c.depth = 3 and"
                + today("c")
                + "order by c.code limit :max")
        .param("today", time.today())
        .param("max", ALL_MAX)
        .query((row, n) -> read(row))
        .list();
  }

  /** Whether that is, or was, the code of a category of any level. */
  public boolean isKnown(String code) {
    return jdbc.sql("select exists(select from registry.category where code = ?)")
        .param(code)
        .query(Boolean.class)
        .single();
  }

  /**
   * Categories of the third level in whose name, or in that of a level above, every word is found;
   * or whose code begins so. Those with a word in their own name come first.
   *
   * @param words parted by blanks; none finds nothing
   */
  public List<CategoryPath> search(String words, int max) {
    String[] parts =
        Arrays.stream(words.strip().split("[\\s,，、;；/]+"))
            .filter(word -> !word.isEmpty() && StorableText.holds(word))
            .limit(WORDS_MAX)
            .toArray(String[]::new);
    if (parts.length == 0) {
      return List.of();
    }
    return jdbc.sql(
            """
            select * from (
              select c.code, c.name, coalesce(a.name, '') as top, coalesce(b.name, '') as middle
              from registry.category c
                left join registry.category b on b.code = c.parent_code and %s
                left join registry.category a on a.code = b.parent_code and %s
              where c.depth = 3 and %s) found
            where (select bool_and(strpos(lower(top || middle || name), lower(word)) > 0 or starts_with(code, word))
                   from unnest(:words) word)
            order by (select bool_or(strpos(lower(name), lower(word)) > 0) from unnest(:words) word) desc, code
            limit :max\
            """
                .formatted(today("b"), today("a"), today("c")))
        .param("today", time.today())
        .param("words", parts)
        .param("max", max)
        .query(
            (row, n) ->
                new CategoryPath(
                    row.getString("code"),
                    row.getString("name"),
                    row.getString("top"),
                    row.getString("middle")))
        .list();
  }
}
