package city.whistle.console.layout;

import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.UnitKind;
import city.whistle.workers.unit.Units;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Sub-districts of one district to choose from: several districts have one of the same name.
 *
 * @param district its name
 */
public record StreetChoice(String district, List<Street> streets) {

  /** A sub-district. */
  public record Street(String code, String name) {

    public static Street of(Unit unit) {
      return new Street(unit.code(), unit.name());
    }
  }

  /** All sub-districts of the city. */
  public static List<StreetChoice> all(Units units) {
    return of(units.list(null, UnitKind.STREET), units);
  }

  /** In the order of the districts' first ones. */
  public static List<StreetChoice> of(Collection<Unit> streets, Units units) {
    Map<String, String> names =
        units.list(null, UnitKind.DISTRICT).stream()
            .collect(Collectors.toMap(Unit::code, Unit::name));
    Function<Unit, String> district =
        street -> names.getOrDefault(street.parentCode(), street.parentCode());
    return streets.stream()
        .collect(
            Collectors.groupingBy(
                district,
                LinkedHashMap::new,
                Collectors.mapping(Street::of, Collectors.toUnmodifiableList())))
        .entrySet()
        .stream()
        .map(entry -> new StreetChoice(entry.getKey(), entry.getValue()))
        .toList();
  }
}
