package city.whistle.app;

import city.whistle.app.Options.Mode;
import city.whistle.app.Options.Profile;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.IntFunction;

/** Reads the command line; a mistake in it is a {@link Refusal}. */
final class CommandLine {

  private static final int MAX_PORT = 65_535;

  private final Deque<String> rest;

  private CommandLine(List<String> arguments) {
    this.rest = new ArrayDeque<>(arguments);
  }

  static Options parse(List<String> arguments) {
    return new CommandLine(arguments).options();
  }

  private Options options() {
    if (rest.contains("--help") || rest.contains("-h") || rest.isEmpty()) {
      return Options.DEFAULTS;
    }
    Options options = Options.DEFAULTS.withMode(mode(rest.pop()));
    while (!rest.isEmpty()) {
      String word = rest.pop();
      boolean file = options.mode() == Mode.DEPLOY && !word.startsWith("-");
      options = file ? options.withFile(Path.of(word)) : option(options, word);
    }
    return checked(options);
  }

  private static Options checked(Options options) {
    if (options.mode() == Mode.DEPLOY && options.files().isEmpty()) {
      throw Refusal.misused("deploy needs files.");
    }
    if (options.mode() == Mode.ENGINE && !options.embedded()) {
      throw Refusal.misused("The profile camunda starts no engine.");
    }
    if (options.mode() == Mode.DAY && !options.embedded()) {
      throw Refusal.misused("day moves the clock, and a cluster's can't be moved.");
    }
    if (options.engine().writeNulls() && !options.embedded()) {
      throw Refusal.misused(
          "--write-nulls is for the engine, and the profile camunda starts none.");
    }
    return options;
  }

  private static Mode mode(String word) {
    return switch (word) {
      case "up" -> Mode.UP;
      case "demo" -> Mode.DEMO;
      case "day" -> Mode.DAY;
      case "engine" -> Mode.ENGINE;
      case "verify-timeline" -> Mode.VERIFY_TIMELINE;
      case "change-key" -> Mode.CHANGE_KEY;
      case "deploy" -> Mode.DEPLOY;
      case "help" -> Mode.HELP;
      default -> throw Refusal.misused("There is no command '%s'.".formatted(word));
    };
  }

  private Options option(Options options, String word) {
    int equals = word.indexOf('=');
    if (equals > 0) {
      rest.push(word.substring(equals + 1));
      return option(options, word.substring(0, equals));
    }
    return switch (word) {
      case "--data" -> options.withData(Path.of(value(word)));
      case "--example" -> example(options);
      case "--stay" -> stay(options);
      case "--date", "--share", "--seed" -> day(options, word);
      case "--list" -> options.withMode(Mode.EXAMPLES);
      case "--host" -> options.withHost(value(word));
      case "--engine-host" -> options.withEngineHost(value(word));
      case "--management-host" -> options.withManagementHost(value(word));
      case "--engine-name" -> options.withEngineName(value(word));
      case "--testing" -> options.withTesting();
      case "--profile" -> options.withProfile(profile(value(word)));
      case "--write-nulls" -> options.writingNulls();
      case "--api-port" -> port(word, options::withApiPort);
      case "--rest-port" -> port(word, options::withRestPort);
      case "--grpc-port" -> port(word, options::withGrpcPort);
      case "--management-port" -> port(word, options::withManagementPort);
      default -> throw Refusal.misused("There is no option '%s'.".formatted(word));
    };
  }

  private Options example(Options options) {
    if (options.mode() == Mode.DAY) {
      throw Refusal.misused("--example is for demo.");
    }
    return options.withExample(value("--example"));
  }

  private Options day(Options options, String word) {
    if (options.mode() != Mode.DAY) {
      throw Refusal.misused("%s is for day.".formatted(word));
    }
    return options.withDay(DayOfOptions.with(options.day(), word, value(word)));
  }

  private static Options stay(Options options) {
    if (options.mode() != Mode.DEMO) {
      throw Refusal.misused("--stay is for demo.");
    }
    return options.withMode(Mode.DEMO_STAY);
  }

  private static Profile profile(String word) {
    if (!"camunda".equals(word)) {
      throw Refusal.misused(
          "There is no profile '%s': the one there is, is camunda.".formatted(word));
    }
    return Profile.CAMUNDA;
  }

  private String value(String option) {
    if (rest.isEmpty() || rest.peek().isBlank()) {
      throw Refusal.misused("%s needs a value.".formatted(option));
    }
    return rest.pop();
  }

  private Options port(String option, IntFunction<Options> with) {
    String text = value(option);
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= MAX_PORT) {
        return with.apply(port);
      }
    } catch (NumberFormatException notANumber) {
      // told below, like a number out of range
    }
    throw Refusal.misused(
        "%s needs a number from 0 to %d, not '%s'.".formatted(option, MAX_PORT, text));
  }
}
