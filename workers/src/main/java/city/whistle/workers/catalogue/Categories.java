package city.whistle.workers.catalogue;

import city.whistle.workers.request.StorableText;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The dispatch catalogue as it stands now. */
@Component
public class Categories {

  private static final int WORDS_MAX = 8;

  private final JdbcClient jdbc;

  Categories(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A category of the third level, the only one that a case may carry. A null code finds nothing.
   */
  public Optional<Category> find(String code) {
    return jdbc.sql(
            "select * from registry.category where code = ? and depth = 3 and valid_to is null")
        .param(code)
        .query(
            (row, n) ->
                new Category(
                    row.getString("code"),
                    row.getString("name"),
                    row.getString("unit_kind"),
                    row.getString("unit_code"),
                    row.getString("limit_level"),
                    row.getString("signal"),
                    row.getString("emergency_line")))
        .optional();
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
                left join registry.category b on b.code = c.parent_code and b.valid_to is null
                left join registry.category a on a.code = b.parent_code and a.valid_to is null
              where c.depth = 3 and c.valid_to is null) found
            where (select bool_and(strpos(lower(top || middle || name), lower(word)) > 0 or starts_with(code, word))
                   from unnest(:words) word)
            order by (select bool_or(strpos(lower(name), lower(word)) > 0) from unnest(:words) word) desc, code
            limit :max\
            """)
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
