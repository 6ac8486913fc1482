package city.whistle.console.intake;

import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.UnitKind;
import city.whistle.workers.unit.Units;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Districts and sub-districts, and other units, as people call them. */
@Component
class PlaceWords {

  private static final int OFFERED_MAX = 5;

  private final Units units;

  PlaceWords(Units units) {
    this.units = units;
  }

  /** All places with the names that tell them apart, by code. */
  List<String> places() {
    List<Unit> all = areas();
    Map<String, String> districts = districts(all);
    return all.stream().map(unit -> label(unit, districts)).toList();
  }

  /** The district or sub-district that is meant. */
  Meant place(String said) {
    return meant(said, areas());
  }

  /** The unit that is meant, of any kind that can be complained about. */
  Meant unit(String said) {
    return meant(
        said,
        units.list(null, null).stream().filter(unit -> unit.kind() != UnitKind.CITY).toList());
  }

  private List<Unit> areas() {
    return Stream.of(UnitKind.DISTRICT, UnitKind.STREET)
        .flatMap(kind -> units.list(null, kind).stream())
        .sorted(Comparator.comparing(Unit::code))
        .toList();
  }

  /** By code or whole name, else by the only one whose name has what was said. */
  private static Meant meant(String said, List<Unit> among) {
    String words = said.strip();
    if (words.isEmpty()) {
      return new Meant(Optional.empty(), List.of());
    }
    Map<String, String> districts = districts(among);
    List<Unit> exact =
        among.stream()
            .filter(
                unit ->
                    Stream.of(unit.code(), unit.name(), label(unit, districts))
                        .anyMatch(words::equals))
            .toList();
    List<Unit> found =
        exact.isEmpty()
            ? among.stream().filter(unit -> said(unit, districts).contains(words)).toList()
            : exact;
    return found.size() == 1
        ? new Meant(Optional.of(found.get(0)), List.of())
        : new Meant(
            Optional.empty(),
            found.stream().limit(OFFERED_MAX).map(unit -> label(unit, districts)).toList());
  }

  /** Also as {@code 西城展览路}, {@code 西城区展览路街道}. */
  private static String said(Unit unit, Map<String, String> districts) {
    String district = districts.getOrDefault(String.valueOf(unit.parentCode()), "");
    return String.join(
        " ", unit.name(), district + unit.name(), district.replaceAll("区$", "") + unit.name());
  }

  private static String label(Unit unit, Map<String, String> districts) {
    String district = districts.get(String.valueOf(unit.parentCode()));
    return district == null ? unit.name() : unit.name() + "（" + district + "）";
  }

  private static Map<String, String> districts(List<Unit> among) {
    return among.stream()
        .filter(unit -> unit.kind() == UnitKind.DISTRICT)
        .collect(Collectors.toMap(Unit::code, Unit::name));
  }

  /**
   * What was found.
   *
   * @param candidates where several are meant, some of them
   */
  record Meant(Optional<Unit> unit, List<String> candidates) {

    <T> T map(Function<Unit, T> to) {
      return unit.map(to).orElse(null);
    }
  }
}
