package city.whistle.benchmarks;

import city.whistle.benchmarks.EngineBench.Mode;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What the command line asks for. */
record CommandLine(Settings settings, List<Mode> modes, Path data) {

  /**
   * @throws IllegalArgumentException where it can't be understood; the message says why
   */
  static CommandLine parse(List<String> arguments) {
    Deque<String> rest = new ArrayDeque<>(arguments);
    if (!"engine".equals(rest.poll())) {
      throw new IllegalArgumentException("Say what to measure: engine. ('./whistle bench engine')");
    }
    CommandLine line = new CommandLine(Settings.DEFAULT, List.of(Mode.values()), Path.of("data"));
    while (!rest.isEmpty()) {
      String option = rest.pop();
      if (rest.isEmpty()) {
        throw new IllegalArgumentException(option + " needs a value.");
      }
      line = line.with(option, rest.pop());
    }
    return line;
  }

  private CommandLine with(String option, String value) {
    return switch (option) {
      case "--data" -> new CommandLine(settings, modes, Path.of(value));
      case "--rounds" -> with(settings.withRounds(number(option, value)));
      case "--seconds" -> with(settings.withSeconds(number(option, value)));
      case "--warm-up" -> with(settings.withWarmUp(number(option, value)));
      case "--modes" -> new CommandLine(settings, modes(value), data);
      default -> throw new IllegalArgumentException("There is no option '%s'.".formatted(option));
    };
  }

  private CommandLine with(Settings next) {
    return new CommandLine(next, modes, data);
  }

  private static int number(String option, String value) {
    try {
      int number = Integer.parseInt(value);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // told below, like a number out of range
    }
    throw new IllegalArgumentException(
        "%s needs a number above 0, not '%s'.".formatted(option, value));
  }

  private static List<Mode> modes(String value) {
    try {
      return Stream.of(value.split(","))
          .map(name -> Mode.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')))
          .toList();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "--modes needs some of in-process,grpc,rest, not '%s'.".formatted(value), e);
    }
  }
}
