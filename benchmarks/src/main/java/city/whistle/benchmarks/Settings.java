package city.whistle.benchmarks;

import java.time.Duration;

/**
 * How much is run for how long.
 *
 * @param warmUp time before the first measured round
 * @param round length of a measured round
 * @param starts how many instances may be starting at once, their calls not yet answered
 * @param completions how many jobs may be completing at once, their calls not yet answered
 * @param open how many instances may be open at once
 * @param waiting how many instances are open while the start of an engine is measured
 */
record Settings(
    Duration warmUp,
    Duration round,
    int rounds,
    int starts,
    int completions,
    int open,
    int waiting) {

  /** Two JVMs, fresh, on two cores shared with PostgreSQL: their compilers need that long. */
  static final Settings DEFAULT =
      new Settings(Duration.ofSeconds(40), Duration.ofSeconds(8), 3, 64, 64, 256, 10_000);

  Settings withRounds(int count) {
    return new Settings(warmUp, round, count, starts, completions, open, waiting);
  }

  Settings withSeconds(int seconds) {
    return new Settings(
        warmUp, Duration.ofSeconds(seconds), rounds, starts, completions, open, waiting);
  }

  Settings withWarmUp(int seconds) {
    return new Settings(
        Duration.ofSeconds(seconds), round, rounds, starts, completions, open, waiting);
  }

  /** As arguments for a program of its own. */
  String[] toArguments() {
    return new String[] {
      Long.toString(warmUp.toMillis()),
      Long.toString(round.toMillis()),
      Integer.toString(rounds),
      Integer.toString(starts),
      Integer.toString(completions),
      Integer.toString(open),
      Integer.toString(waiting)
    };
  }

  static Settings ofArguments(String... arguments) {
    return new Settings(
        Duration.ofMillis(Long.parseLong(arguments[0])),
        Duration.ofMillis(Long.parseLong(arguments[1])),
        Integer.parseInt(arguments[2]),
        Integer.parseInt(arguments[3]),
        Integer.parseInt(arguments[4]),
        Integer.parseInt(arguments[5]),
        Integer.parseInt(arguments[6]));
  }
}
