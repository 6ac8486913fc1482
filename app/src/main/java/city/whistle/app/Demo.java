package city.whistle.app;

import city.whistle.app.Options.Mode;
import city.whistle.app.example.Ending;
import city.whistle.app.example.Example;
import city.whistle.app.example.Examples;
import city.whistle.app.example.NotInTime;
import city.whistle.app.example.Place;
import city.whistle.app.example.Play;
import city.whistle.console.people.DemonstrationStaff;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Plays an example on a running installation and shows its timeline. */
final class Demo {

  /** Who has no part in most examples, and something to see. */
  private static final Map<String, String> OTHERS =
      Map.of(
          "supervisor-zhao",
          "supervisor",
          "lead-qian",
          "appeals",
          "dispatcher-sun",
          "dispatcher",
          "policy-wang",
          "policy",
          "auditor-chen",
          "auditor");

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
    if (options.mode() == Mode.DEMO_STAY && !isLoopback(options.hosts().api())) {
      throw Refusal.failed(
          "The passwords of demo --stay are for this machine alone: leave --host out.");
    }
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

  private static boolean isLoopback(String host) {
    return host.equals("127.0.0.1") || host.equals("::1") || host.equals("localhost");
  }

  /** Returns the exit code: 0 if the example went all the way and ended as it should. */
  int run() {
    try (Play play = Play.begin(place, example, out::println)) {
      out.printf("%s %s: %s%n%n", example.what(), play.number(), example.gloss());
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

  /**
   * Plays up to where the owner decides how to handle the case, the chief what becomes of a patrol,
   * or units work on a theme; people go on from there.
   */
  void begin() {
    try (Play play = Play.begin(place, example, out::println)) {
      out.printf("%s: %s%n%n", play.number(), example.gloss());
      play.before(pause());
      out.println();
    } catch (NotInTime e) {
      throw Refusal.failed(e.getMessage());
    }
  }

  private String pause() {
    if (example.monthlyTheme()) {
      return "WorkOnTheme";
    }
    return example.patrol() == null ? "HandleCase" : "AssessPatrol";
  }

  /** Gives the example's people accounts, and says with which passwords. */
  void tell(DemonstrationStaff staff) {
    out.println("People who sign in, with passwords that are told this once:\n");
    Map<String, String> people = new LinkedHashMap<>(example.staff());
    OTHERS.forEach(people::putIfAbsent);
    people.forEach(
        (user, group) ->
            out.printf(Locale.ROOT, "  %-24s %-14s %s%n", user, staff.make(user, group), group));
    out.println();
  }

  /** One line an example: its name, and what it is about. */
  static void list(List<Example> examples, PrintStream out) {
    for (Example example : examples) {
      out.printf(Locale.ROOT, "%-32s %s%n", example.name(), example.gloss());
    }
  }
}
