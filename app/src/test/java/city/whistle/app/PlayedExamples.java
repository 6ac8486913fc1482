package city.whistle.app;

import city.whistle.app.Options.Mode;
import city.whistle.app.example.Ending;
import city.whistle.app.example.Example;
import city.whistle.app.example.Examples;
import city.whistle.app.example.Place;
import city.whistle.app.example.Play;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One installation on which every example was played, once for all test classes that ask for it.
 * Examples that let time pass are played after the others and one by one, since there is one clock.
 */
final class PlayedExamples implements CloseableResource {

  private static final int AT_ONCE = 4;

  private final List<Example> examples = new Examples().all();
  private final Map<String, Ending> endings = new ConcurrentSkipListMap<>();
  private final Map<String, String> failures = new ConcurrentSkipListMap<>();
  private final Path data;
  private final Listening listening;
  private final Installation installation;
  private final Addresses addresses;

  private PlayedExamples() {
    data = directory();
    leaveUnwatched(data);
    listening = Listening.prepare(data.resolve("access"));
    installation = new Installation(options(data), DataDirectory.open(data));
    try {
      addresses = installation.start();
      listening.begin();
      play();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private static Path directory() {
    try {
      return Directories.open(Files.createTempDirectory("examples"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Days pass in a moment here, so whoever acts next would be late. */
  private static void leaveUnwatched(Path data) {
    try {
      Files.writeString(
          data.resolve("whistle.properties"),
          WhistleApplication.WATCH_INTERVAL
              + "=PT0S\n"
              + WhistleApplication.BURST_INTERVAL
              + "=PT1S");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Options options(Path data) {
    return Options.DEFAULTS
        .withMode(Mode.UP)
        .withTesting()
        .withData(data)
        .withApiPort(0)
        .withRestPort(0)
        .withGrpcPort(0)
        .withManagementPort(0);
  }

  private void play() {
    ExecutorService players = Executors.newFixedThreadPool(AT_ONCE);
    examples.stream()
        .filter(example -> !example.takesTime())
        .forEach(example -> players.execute(() -> play(example)));
    players.shutdown();
    try {
      if (!players.awaitTermination(10, TimeUnit.MINUTES)) {
        throw new IllegalStateException("the examples come to no end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    examples.stream().filter(Example::takesTime).forEach(this::play);
  }

  private void play(Example example) {
    try (Play play = Play.begin(Demo.placeOf(addresses), example, line -> {})) {
      endings.put(example.name(), play.finish());
    } catch (RuntimeException e) {
      failures.put(example.name(), e.toString());
    }
  }

  List<Example> examples() {
    return examples;
  }

  /** How they ended, by name; one that did not end is not there. */
  Map<String, Ending> endings() {
    return endings;
  }

  /** Why the others did not end, by name. */
  Map<String, String> failures() {
    return failures;
  }

  Place place() {
    return Demo.placeOf(addresses);
  }

  Addresses addresses() {
    return addresses;
  }

  Path data() {
    return data;
  }

  Listening listening() {
    return listening;
  }

  @Override
  public void close() {
    installation.close();
    listening.close();
  }

  /** Gives a test the one that there is. */
  static final class Once implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
      return parameter.getParameter().getType() == PlayedExamples.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
      PlayedExamples played =
          test.getRoot()
              .getStore(ExtensionContext.Namespace.GLOBAL)
              .getOrComputeIfAbsent(
                  PlayedExamples.class, key -> new PlayedExamples(), PlayedExamples.class);
      played.listening.begin();
      return played;
    }
  }
}
