package city.whistle.engine.query;

import city.whistle.engine.outcome.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a search asks for, read from the JSON of its request but not yet checked against a resource.
 *
 * @param wide whether it may take long, see {@link SearchBounds}
 */
public record SearchRequest(Map<String, Object> filter, List<Sort> sort, Page page, boolean wide) {

  /** An order by one attribute. */
  public record Sort(String field, boolean descending) {}

  /** A search for everything, in the usual order and size. */
  public static final SearchRequest ALL = new SearchRequest(Map.of(), List.of(), Page.FIRST, false);

  private static final Set<String> MEMBERS = Set.of("filter", "sort", "page");
  private static final Set<String> SORT_MEMBERS = Set.of("field", "order");

  /**
   * @throws Rejection where a member is unknown or mistyped, or more is asked than is answered
   */
  public static SearchRequest of(Map<String, Object> body) {
    KnownFields.check("field", "", body, MEMBERS);
    Map<String, Object> filter =
        body.get("filter") == null
            ? Map.of()
            : Filters.plain(Filters.object(body.get("filter"), "filter"));
    List<?> sort = body.get("sort") == null ? List.of() : Filters.list(body.get("sort"), "sort");
    boolean wide = SearchBounds.isWide(filter, sort.size());
    return new SearchRequest(
        filter,
        sort(sort),
        body.get("page") == null ? Page.FIRST : Page.of(Filters.object(body.get("page"), "page")),
        wide);
  }

  private static List<Sort> sort(List<?> items) {
    List<Sort> sort = new ArrayList<>();
    for (Object item : items) {
      Map<String, Object> members = Filters.object(item, "sort");
      KnownFields.check("field", "sort.", members, SORT_MEMBERS);
      sort.add(new Sort(field(members.get("field")), descending(members.get("order"))));
    }
    return sort;
  }

  private static String field(Object json) {
    if (json == null) {
      throw Rejection.invalid("No 'sort.field' was given: name the attribute to sort by.");
    }
    return (String) Kind.TEXT.read(json, "sort.field");
  }

  private static boolean descending(Object json) {
    if (json == null || "ASC".equals(json) || "asc".equals(json)) {
      return false;
    }
    if ("DESC".equals(json) || "desc".equals(json)) {
      return true;
    }
    throw Rejection.invalid("The value of 'sort.order' is neither ASC nor DESC.");
  }
}
