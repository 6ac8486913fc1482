package city.whistle.console.tasks;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which tasks to list; it is the list's URL.
 *
 * @param mine only those that the person has taken
 * @param kind id of the step; null for all
 * @param after where the page before ended; null for the first
 */
record WorkFilter(boolean mine, String kind, WorkCursor after) {

  static final WorkFilter ALL = new WorkFilter(false, null, null);

  static WorkFilter of(String mine, String kind, String after) {
    return new WorkFilter(
        mine != null,
        kind == null || !kind.matches("[A-Za-z][A-Za-z0-9]{0,60}") ? null : kind,
        WorkCursor.of(after).orElse(null));
  }

  WorkFilter withMine(boolean other) {
    return new WorkFilter(other, kind, null);
  }

  WorkFilter withKind(String other) {
    return new WorkFilter(mine, other, null);
  }

  WorkFilter after(WorkTask last) {
    return new WorkFilter(mine, kind, WorkCursor.after(last));
  }

  String path() {
    UriComponentsBuilder path = UriComponentsBuilder.fromPath("/tasks");
    if (mine) {
      path.queryParam("mine");
    }
    if (kind != null) {
      path.queryParam("kind", kind);
    }
    if (after != null) {
      path.queryParam("after", after.text());
    }
    return path.toUriString();
  }
}
