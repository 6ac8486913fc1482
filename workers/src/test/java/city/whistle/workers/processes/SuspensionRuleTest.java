package city.whistle.workers.processes;

import java.util.stream.Stream;

class SuspensionRuleTest extends DecisionTableTest {

  SuspensionRuleTest() {
    super("suspension-rule");
  }

  @Override
  Stream<Sample> samples() {
    return Stream.of(
        new Sample(
            "What waits for the season is reviewed each 30 days",
            asked("season", "7d"),
            "Season",
            rule("P30D", "P180D", "P1D")),
        new Sample(
            "What waits for a procedure lasts a year at most",
            asked("procedure", "15d"),
            "Procedure",
            rule("P30D", "P365D", "P1D")),
        new Sample(
            "What waits for money leaves three days at least",
            asked("funding", "15d"),
            "Funding",
            rule("P30D", "P365D", "P3D")),
        new Sample(
            "What history left over lasts two years at most",
            asked("legacy", "7d"),
            "Legacy",
            rule("P90D", "P730D", "P3D")),
        unmatched("A level of hours is never suspended", asked("season", "24h")),
        unmatched("An unknown cause suspends nothing", asked("mood", "7d")));
  }

  private static String asked(String cause, String level) {
    return "{suspensionRequest: {cause: '%s'}, dispatch: {level: '%s'}}".formatted(cause, level);
  }

  private static String rule(String review, String most, String least) {
    return "{reviewWithin: '%s', atMost: '%s', restAtLeast: '%s', basis: 'calendar'}"
        .formatted(review, most, least);
  }
}
