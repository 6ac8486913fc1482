package city.whistle.workers.processes;

import java.util.stream.Stream;

class ObjectionRuleTest extends DecisionTableTest {

  ObjectionRuleTest() {
    super("objection-rule");
  }

  @Override
  Stream<Sample> samples() {
    return Stream.of(
        new Sample(
            "A sudden event is objected to at once, and once",
            "{dispatch: {level: '2h'}}",
            "TwoHours",
            rule("PT15M", "PT15M", "calendar", 1)),
        new Sample(
            "Water, power, gas and heat are objected to within two hours",
            "{dispatch: {level: '24h'}}",
            "OneDay",
            rule("PT2H", "PT2H", "calendar", 1)),
        new Sample(
            "An ordinary matter is objected to within a working day, twice at most",
            "{dispatch: {level: '7d'}}",
            "SevenDays",
            rule("P1D", "P1D", "working", 2)),
        new Sample(
            "A complex matter is objected to within two working days",
            "{dispatch: {level: '15d'}}",
            "FifteenDays",
            rule("P2D", "P1D", "working", 2)),
        unmatched("An unknown level has no rule", "{dispatch: {level: '3d'}}"));
  }

  private static String rule(String object, String review, String basis, int most) {
    return "{objectWithin: '%s', reviewWithin: '%s', basis: '%s', mostObjections: %d}"
        .formatted(object, review, basis, most);
  }
}
