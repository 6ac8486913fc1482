package city.whistle.workers.processes;

import java.util.stream.Stream;

class TimeLimitTest extends DecisionTableTest {

  TimeLimitTest() {
    super("time-limit");
  }

  @Override
  Stream<Sample> samples() {
    return Stream.of(
        new Sample(
            "Danger to life or property is settled in two hours",
            "{dispatch: {level: '2h'}}",
            "TwoHours",
            limit("PT15M", "PT30M", "PT2H", 95, 1, 1)),
        new Sample(
            "Water, power, gas and heat are back within a day",
            "{dispatch: {level: '24h'}}",
            "OneDay",
            limit("PT1H", "PT2H", "PT24H", 80, 1, 3)),
        new Sample(
            "An ordinary matter is settled in seven days",
            "{dispatch: {level: '7d'}}",
            "SevenDays",
            limit("PT1H", "PT24H", "P7D", 50, 2, 7)),
        new Sample(
            "A complex matter is settled in fifteen days",
            "{dispatch: {level: '15d'}}",
            "FifteenDays",
            limit("PT1H", "PT24H", "P15D", 40, 2, 15)),
        unmatched("An unknown level has no limit", "{dispatch: {level: '3d'}}"),
        unmatched("Without a level there is no limit", "{dispatch: {}}"));
  }

  private static String limit(
      String sign, String contact, String settle, int priority, int extensions, int days) {
    return """
    {signWithin: '%s', contactWithin: '%s', settleWithin: '%s', priority: %d,
     warnShare: 0.8, basis: 'calendar', maxRounds: 3,
     mostExtensions: %d, mostExtensionDays: %d}
    """
        .formatted(sign, contact, settle, priority, extensions, days);
  }
}
