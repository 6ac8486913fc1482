package city.whistle.console.tasks;

import io.camunda.client.api.search.filter.VariableValueFilter;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which tasks to list; it is the list's URL.
 *
 * @param mine only those that the person has taken
 * @param kind id of the step; null for all
 * @param category code of the case's; null for all
 * @param street code of the place's; null for all
 * @param after where the page before ended; null for the first
 */
record WorkFilter(boolean mine, String kind, String category, String street, WorkCursor after) {

  static final WorkFilter ALL = new WorkFilter(false, null, null, null, null);

  private static final String ID = "[A-Za-z][A-Za-z0-9]{0,60}";
  private static final String CODE = "[A-Za-z0-9-]{1,30}";

  static WorkFilter of(String mine, String kind, String category, String street, String after) {
    return new WorkFilter(
        mine != null,
        like(ID, kind),
        like(CODE, category),
        like(CODE, street),
        WorkCursor.of(after).orElse(null));
  }

  private static String like(String pattern, String text) {
    return text == null || !text.matches(pattern) ? null : text;
  }

  WorkFilter withMine(boolean other) {
    return new WorkFilter(other, kind, category, street, null);
  }

  WorkFilter withKind(String other) {
    return new WorkFilter(mine, other, category, street, null);
  }

  WorkFilter after(WorkTask last) {
    return new WorkFilter(mine, kind, category, street, WorkCursor.after(last));
  }

  /** The same list from its beginning on. */
  WorkFilter first() {
    return new WorkFilter(mine, kind, category, street, null);
  }

  boolean isFirst() {
    return after == null;
  }

  /** Whether the engine finds somewhat more than it asks for. */
  boolean isOfSubject() {
    return street != null;
  }

  /**
   * What the engine is asked of the tasks' subjects: conditions that hold together, of each list
   * some of the tasks that the filter takes. One empty list where all are taken.
   */
  List<List<Consumer<VariableValueFilter>>> subjects() {
    if (category != null) {
      Consumer<VariableValueFilter> ofIt = Subject.ofCategory(category);
      return List.of(street == null ? List.of(ofIt) : List.of(ofIt, Subject.ofCaseAt(street)));
    }
    return street == null
        ? List.of(List.of())
        : Subject.ofStreet(street).stream().map(List::of).toList();
  }

  boolean isNarrow() {
    return mine || kind != null || category != null || isOfSubject();
  }

  boolean takes(Subject subject) {
    return street == null || Objects.equals(street, subject.streetCode());
  }

  String path() {
    return path(after);
  }

  /** The same list, from the cursor on; from its beginning where that is null. */
  String path(WorkCursor after) {
    UriComponentsBuilder path = UriComponentsBuilder.fromPath("/tasks");
    if (mine) {
      path.queryParam("mine");
    }
    add(path, "kind", kind);
    add(path, "category", category);
    add(path, "street", street);
    add(path, "after", after == null ? null : after.text());
    return path.toUriString();
  }

  private static void add(UriComponentsBuilder path, String name, String value) {
    if (value != null) {
      path.queryParam(name, value);
    }
  }
}
