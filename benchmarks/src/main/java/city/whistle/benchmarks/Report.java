package city.whistle.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Figures as text, for people and for the program that started this one. */
final class Report {

  private static final String ROUND = "round";
  private static final String TOTAL = "total";

  private Report() {}

  /** An outcome as lines that {@link #read} understands. */
  static List<String> lines(Outcome outcome) {
    List<String> lines = new ArrayList<>();
    for (Round round : outcome.rounds()) {
      lines.add(
          "%s %d %d %d %d"
              .formatted(ROUND, round.completed(), round.nanos(), round.p50(), round.p99()));
    }
    lines.add("%s %d %d".formatted(TOTAL, outcome.started(), outcome.completed()));
    return lines;
  }

  /**
   * @throws IllegalStateException where the lines have no total
   */
  static Outcome read(List<String> lines) {
    List<Round> rounds = new ArrayList<>();
    for (String line : lines) {
      String[] words = line.split(" ");
      if (words[0].equals(ROUND)) {
        rounds.add(
            new Round(
                Integer.parseInt(words[1]),
                Long.parseLong(words[2]),
                Long.parseLong(words[3]),
                Long.parseLong(words[4])));
      } else if (words[0].equals(TOTAL)) {
        return new Outcome(rounds, Integer.parseInt(words[1]), Integer.parseInt(words[2]));
      }
    }
    throw new IllegalStateException("The client's JVM told no total: " + lines);
  }

  static String heading(Machine machine, Settings settings) {
    return """
        Engine: a process of three service tasks, one Java worker, %d variables an instance, history on
        Machine: %s
        Load: %d starts and %d completions in flight, at most %d instances open; %d s to warm up, then %d rounds of %d s
        """
        .formatted(
            Errand.VARIABLES,
            machine,
            settings.starts(),
            settings.completions(),
            settings.open(),
            settings.warmUp().toSeconds(),
            settings.rounds(),
            settings.round().toSeconds());
  }

  static String columns() {
    return "%-22s %12s %9s %9s   %s"
        .formatted("", "instances/s", "p50 ms", "p99 ms", "instances/s of each round");
  }

  /** One line: the middle of the rounds, then the rounds. */
  static String line(String mode, Outcome outcome) {
    return String.format(
        Locale.ROOT,
        "%-22s %,12.0f %9.1f %9.1f   %s",
        mode,
        outcome.perSecond(),
        outcome.p50Millis(),
        outcome.p99Millis(),
        outcome.rounds().stream()
            .map(round -> String.format(Locale.ROOT, "%,.0f", round.perSecond()))
            .collect(Collectors.joining("  ")));
  }

  /**
   * @param perSecond instances a second by the size of the group
   */
  static String ceilingLine(String shape, Map<Integer, Double> perSecond) {
    return "%-36s %s"
        .formatted(
            shape,
            perSecond.values().stream()
                .map(each -> String.format(Locale.ROOT, "%,10.0f", each))
                .collect(Collectors.joining()));
  }

  static String footprint(Footprint footprint) {
    return String.format(
        Locale.ROOT,
        """
        Start of an engine in a fresh JVM: %,d ms; with %,d instances open: %,d ms
        Memory: %.0f MiB of heap, then %.1f KiB an open instance""",
        footprint.empty().millis(),
        footprint.instances(),
        footprint.loaded().millis(),
        footprint.empty().mebibytes(),
        footprint.kibibytesAnInstance());
  }

  static String ceilingColumns(Map<Integer, Double> perSecond) {
    return "%-36s %s"
        .formatted(
            "JDBC alone, 4 transactions, groups of",
            perSecond.keySet().stream().map("%10d"::formatted).collect(Collectors.joining()));
  }
}
