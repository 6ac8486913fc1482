package city.whistle.console.whistles;

import city.whistle.workers.whistle.WhistleFilter;
import city.whistle.workers.whistle.WhistleKinds;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which whistles to list; it is the list's URL.
 *
 * @param past those that are over instead of those that go on
 * @param late only those where a unit is late or was
 * @param kind null for all
 * @param street code of the sub-district that blew; null for all
 * @param after number of the last whistle of the page before; null for the first
 */
record WhistleQuery(boolean past, boolean late, String kind, String street, String after) {

  static WhistleQuery of(String state, String late, String kind, String street, String after) {
    return new WhistleQuery(
        "past".equals(state),
        late != null,
        kind != null && WhistleKinds.ALL.contains(kind) ? kind : null,
        text(street),
        text(after));
  }

  private static String text(String value) {
    return value == null || !value.matches("[0-9A-Za-z-]{1,40}") ? null : value;
  }

  WhistleQuery which(boolean isPast, boolean isLate) {
    return new WhistleQuery(isPast, isLate, kind, street, null);
  }

  WhistleQuery withKind(String other) {
    return new WhistleQuery(past, late, other, street, null);
  }

  WhistleQuery after(String number) {
    return new WhistleQuery(past, late, kind, street, number);
  }

  boolean isNarrowed() {
    return past || late || kind != null || street != null || after != null;
  }

  WhistleFilter filter() {
    return new WhistleFilter(!past, late, kind, street, after);
  }

  String path() {
    return path("/whistles");
  }

  String path(String page) {
    UriComponentsBuilder path = UriComponentsBuilder.fromPath(page);
    if (past) {
      path.queryParam("state", "past");
    }
    if (late) {
      path.queryParam("late");
    }
    add(path, "kind", kind);
    add(path, "street", street);
    add(path, "after", after);
    return path.encode().build().toUriString();
  }

  private static void add(UriComponentsBuilder path, String name, String value) {
    if (value != null) {
      path.queryParam(name, value);
    }
  }
}
