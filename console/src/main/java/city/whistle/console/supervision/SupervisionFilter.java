package city.whistle.console.supervision;

import city.whistle.workers.stuck.StuckReason;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which cases to list; it is the list's URL.
 *
 * @param reasons never empty
 * @param area code of the district whose cases, with all below it; null for all that the person
 *     sees
 * @param unit the owner's code; empty for cases that nobody has yet; null for any
 * @param after number of the last case of the page before; null for the first
 */
record SupervisionFilter(Set<StuckReason> reasons, String area, String unit, String after) {

  /** What stands still; that a case waits for people is its ordinary life. */
  static final Set<StuckReason> STANDS_STILL =
      Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(StuckReason.WAITING)));

  static SupervisionFilter of(String stuck, String area, String unit, String after) {
    return new SupervisionFilter(
        reasons(stuck), area == null || area.isBlank() ? null : area, unit, after);
  }

  private static Set<StuckReason> reasons(String stuck) {
    Set<StuckReason> found =
        Stream.of(stuck == null ? new String[0] : stuck.split(","))
            .map(StuckReason::of)
            .flatMap(Optional::stream)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(StuckReason.class)));
    return found.isEmpty() ? STANDS_STILL : found;
  }

  SupervisionFilter withReasons(Set<StuckReason> others) {
    return new SupervisionFilter(others, area, unit, null);
  }

  SupervisionFilter withUnit(String other) {
    return new SupervisionFilter(reasons, area, other, null);
  }

  SupervisionFilter after(String number) {
    return new SupervisionFilter(reasons, area, unit, number);
  }

  boolean isDefault() {
    return reasons.equals(STANDS_STILL);
  }

  /** As text of the parameter. */
  String stuck() {
    return reasons.stream().map(StuckReason::wireName).collect(Collectors.joining(","));
  }

  String path() {
    return path("/supervision");
  }

  private String path(String page) {
    UriComponentsBuilder path = UriComponentsBuilder.fromPath(page);
    if (!isDefault()) {
      path.queryParam("stuck", stuck());
    }
    add(path, "area", area);
    add(path, "unit", unit);
    add(path, "after", after);
    return path.encode().build().toUriString();
  }

  private static void add(UriComponentsBuilder path, String name, String value) {
    if (value != null) {
      path.queryParam(name, value);
    }
  }
}
