package city.whistle.app;

import city.whistle.app.example.Ending;
import city.whistle.app.example.Example;
import city.whistle.app.example.Examples;
import city.whistle.app.example.NotInTime;
import city.whistle.app.example.Place;
import city.whistle.app.example.Play;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;

/** Plays an example on a running installation and shows its timeline. */
final class Demo {

  private final Place place;
  private final Example example;
  private final PrintStream out;

  Demo(Addresses addresses, Example example, PrintStream out) {
    this.place = placeOf(addresses);
    this.example = example;
    this.out = out;
  }

  static Place placeOf(Addresses addresses) {
    return new Place(
        addresses.api().orElseThrow(),
        addresses.apiKey().orElseThrow(),
        addresses.rest(),
        addresses.management());
  }

  /**
   * Refuses what can't be played: an example that lets days pass needs a clock that can be moved,
   * and a data directory of its own, since it would make every other running case late.
   */
  static void requirePlayable(Options options, DataDirectory data) {
    String name = options.example();
    Example example =
        new Examples()
            .find(name)
            .orElseThrow(
                () ->
                    Refusal.misused(
                        "There is no example '%s': demo --list shows them.".formatted(name)));
    if (example.takesTime() && !options.embedded()) {
      throw Refusal.failed(
          "Example %s lets time pass, and a cluster's clock can't be moved.".formatted(name));
    }
    if (example.takesTime() && Files.exists(data.database())) {
      throw Refusal.failed(
          ("Example %s lets time pass, which would make the cases in %s late:"
                  + " give --data a new directory.")
              .formatted(name, data.path()));
    }
  }

  /** Returns the exit code: 0 if the example went all the way and ended as it should. */
  int run() {
    try (Play play = Play.begin(place, example, out::println)) {
      String matter = example.whistle() == null ? "Case" : "Whistle";
      out.printf("%s %s: %s%n%n", matter, play.number(), example.gloss());
      Ending ending = play.finish();
      out.println();
      out.println(ending);
      List<String> differences = example.expected().differencesTo(ending.state());
      differences.forEach(difference -> out.printf("not as expected: %s%n", difference));
      return differences.isEmpty() ? 0 : Refusal.FAILED;
    } catch (NotInTime e) {
      throw Refusal.failed(e.getMessage());
    }
  }

  /** One line an example: its name, and what it is about. */
  static void list(List<Example> examples, PrintStream out) {
    for (Example example : examples) {
      out.printf(Locale.ROOT, "%-32s %s%n", example.name(), example.gloss());
    }
  }
}
