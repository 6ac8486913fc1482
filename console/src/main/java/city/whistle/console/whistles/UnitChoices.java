package city.whistle.console.whistles;

import city.whistle.console.whistles.AddUnitPage.Choice;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.UnitKind;
import city.whistle.workers.unit.Units;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Units that a sub-district may summon, by search. */
@Component
class UnitChoices {

  private static final int MAX = 12;

  private final Units units;

  UnitChoices(Units units) {
    this.units = units;
  }

  /**
   * What the words find, those of its own district first.
   *
   * @param without codes that are not to be chosen
   */
  List<Choice> search(String words, Unit street, Collection<String> without) {
    return units.search(words, street.parentCode(), MAX + without.size() + 1).stream()
        .filter(unit -> !unit.code().equals(street.code()) && !without.contains(unit.code()))
        .limit(MAX)
        .map(this::choice)
        .toList();
  }

  /** Those of the codes that are units. */
  List<Choice> of(Collection<String> codes) {
    return codes.stream().flatMap(code -> units.find(code).stream()).map(this::choice).toList();
  }

  private Choice choice(Unit unit) {
    String above =
        Optional.ofNullable(unit.parentCode())
            .flatMap(code -> units.find(code, UnitKind.DISTRICT))
            .map(Unit::name)
            .orElse("");
    return new Choice(unit.code(), unit.name(), above);
  }
}
