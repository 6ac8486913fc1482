package city.whistle.workers.catalogue;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.request.StorableText;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds categories by what a caller says. A word is found as it is, or by what the catalogue says
 * for it ({@code data/everyday-words.json}); where no category has all of them, those that have the
 * most of them, or of their parts, are better than none.
 */
@Component
public class CategorySearch {

  private static final int WORDS_MAX = 8;
  private static final int WORD_MAX = 40;

  /** Chinese words are of two characters, most of them. */
  private static final int PART = 2;

  private final JdbcClient jdbc;
  private final CityTime time;

  CategorySearch(JdbcClient jdbc, CityTime time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  /**
   * Categories of the third level in whose name, or in that of a level above, every word is found;
   * or whose code begins so. Those with a word in their own name come first. Where there is none,
   * those in whose names the most of the words' parts are found.
   *
   * @param words parted by blanks; none finds nothing
   */
  public List<CategoryPath> search(String words, int max) {
    String[] parts =
        Arrays.stream(words.strip().split("[\\s,，、;；/。!！?？]+"))
            .filter(word -> !word.isEmpty() && StorableText.holds(word))
            .map(word -> word.length() > WORD_MAX ? word.substring(0, WORD_MAX) : word)
            .limit(WORDS_MAX)
            .toArray(String[]::new);
    if (parts.length == 0) {
      return List.of();
    }
    List<CategoryPath> found = query(EVERY_WORD, parts, max);
    return found.isEmpty() ? query(MOST_PARTS, inParts(parts), max) : found;
  }

  /** Words and what is in them, each two characters side by side. */
  private static String[] inParts(String[] words) {
    return Arrays.stream(words)
        .flatMap(
            word ->
                Stream.concat(
                    Stream.of(word),
                    IntStream.rangeClosed(0, word.length() - PART)
                        .mapToObj(i -> word.substring(i, i + PART))))
        .distinct()
        .toArray(String[]::new);
  }

  private List<CategoryPath> query(String sql, String[] words, int max) {
    return jdbc.sql(FORMS + sql)
        .param("today", time.today())
        .param("words", words)
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

  /** Each word in the forms by which it may be found, beside the categories. */
  private static final String FORMS =
      """
      with form as (
        select word, lower(word) as text from unnest(:words) word
        union
        select word, lower(e.found) from unnest(:words) word
          join registry.everyday_word e on strpos(word, e.said) > 0),
      category as (
        select c.code, c.name, coalesce(a.name, '') as top, coalesce(b.name, '') as middle
        from registry.category c
          left join registry.category b on b.code = c.parent_code
            and b.valid_from <= :today and (b.valid_to is null or b.valid_to > :today)
          left join registry.category a on a.code = b.parent_code
            and a.valid_from <= :today and (a.valid_to is null or a.valid_to > :today)
        where c.depth = 3 and c.valid_from <= :today and (c.valid_to is null or c.valid_to > :today)),
      hit as (
        select category.code, form.word, strpos(lower(name), text) > 0 as named
        from category join form
          on strpos(lower(top || middle || name), text) > 0 or starts_with(code, word))
      """;

  private static final String EVERY_WORD =
      """
      select category.* from category
        join (select code, bool_or(named) as named from hit group by code
              having count(distinct word) = (select count(distinct word) from form)) found using (code)
      order by found.named desc, code limit :max\
      """;

  private static final String MOST_PARTS =
      """
      select category.* from category
        join (select code, count(distinct word) as words, count(distinct word) filter (where named) as named
              from hit group by code) found using (code)
      order by found.named desc, found.words desc, code limit :max\
      """;
}
