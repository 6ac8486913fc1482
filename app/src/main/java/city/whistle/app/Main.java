package city.whistle.app;

import city.whistle.app.Options.Mode;
import city.whistle.app.example.Examples;
import city.whistle.engine.postgres.PostgresException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/** The program: reads the command line, runs the command, answers with an exit code. */
public final class Main {

  private final PrintStream out;
  private final PrintStream err;

  private Main(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** Runs the command and exits with 0 if it did what it should, 1 if not, 2 if it is unknown. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(new Main(out, err).run(List.of(arguments)));
  }

  private int run(List<String> arguments) {
    try {
      Options options = CommandLine.parse(arguments);
      if (options.mode() == Mode.HELP) {
        out.print(help());
        return 0;
      }
      if (options.mode() == Mode.EXAMPLES) {
        Demo.list(new Examples().all(), out);
        return 0;
      }
      return options.mode() == Mode.DEPLOY
          ? new DeployCommand(options.data(), out).run(options.files())
          : run(options);
    } catch (Refusal e) {
      err.println(e.getMessage());
      return e.exitCode();
    }
  }

  private int run(Options options) {
    onlyOnData(options.mode())
        .ifPresent(
            name -> {
              DataDirectory.requireData(options.data());
              System.setProperty("whistle.log-name", name);
            });
    DataDirectory data = DataDirectory.open(options.data());
    System.setProperty("whistle.logs", data.logs().toString());
    try {
      if (options.mode() == Mode.VERIFY_TIMELINE) {
        return new TimelineCommand(data, out).run();
      }
      if (options.mode() == Mode.CHANGE_KEY) {
        return new ChangeKeyCommand(data, out).run();
      }
      FreePorts.require(options);
      if (options.mode() == Mode.DEMO || options.mode() == Mode.DEMO_STAY) {
        Demo.requirePlayable(options, data);
      }
      if (options.mode() == Mode.DAY) {
        DayCommand.requirePlayable(data);
      }
      return new Session(options, data, out).run();
    } catch (PostgresException e) {
      throw Refusal.failed(e.getMessage());
    } catch (Refusal e) {
      throw e;
    } catch (RuntimeException e) {
      new StartSentence(options)
          .of(e)
          .ifPresent(
              sentence -> {
                throw Refusal.failed(sentence);
              });
      LoggerFactory.getLogger(Main.class).info("The command failed", e);
      throw Refusal.failed(
          "Whistle stopped because of an error: %s (more in %s)."
              .formatted(rootMessage(e), data.logs().resolve("whistle.log")));
    }
  }

  /** The command's name, where it is one that works on data that are there. */
  private static Optional<String> onlyOnData(Mode mode) {
    return switch (mode) {
      case VERIFY_TIMELINE -> Optional.of("verify-timeline");
      case CHANGE_KEY -> Optional.of("change-key");
      default -> Optional.empty();
    };
  }

  private static String rootMessage(Throwable error) {
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }

  private static String help() {
    try (InputStream in = Main.class.getResourceAsStream("/help.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
