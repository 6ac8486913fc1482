package city.whistle.engine.query;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.TableLike;

/**
 * Something that can be searched: where its rows come from and what the API knows of them.
 *
 * @param name in words, for messages
 * @param base what holds for every row
 * @param key the attribute that identifies a row and decides the order in the last place
 * @param shown what an answer shows, in its order
 * @param sortable by name
 * @param filters by name
 * @param beside those filters that ask of each row what other tables say of it
 * @param parting how a search is parted
 */
record Resource(
    String name,
    TableLike<?> from,
    Condition base,
    Attribute key,
    List<Attribute> shown,
    Map<String, Attribute> sortable,
    Map<String, Filter> filters,
    Set<String> beside,
    Parting parting) {

  boolean looksBeside(Map<String, Object> filter) {
    return beside.stream().anyMatch(member -> !KnownFields.isNothing(filter.get(member)));
  }

  /** What one member of a search's filter asks of a row. */
  interface Filter {

    /**
     * @param path names the member in messages
     * @param value never null
     * @param all the members of the filter, this one included
     */
    Condition condition(String path, Object value, Map<String, Object> all);
  }

  /** Parts a search into several, each of which finds its first rows by an index. */
  interface Parting {

    Parting NONE = filter -> List.of();

    /**
     * What each part asks in place of the filter's members that it stands for; no row meets two of
     * them. Empty where the search is one.
     */
    List<Part> of(Map<String, Object> filter);
  }

  /**
   * @param rest the filter's members that the condition doesn't stand for
   */
  record Part(Condition condition, Map<String, Object> rest) {}
}
