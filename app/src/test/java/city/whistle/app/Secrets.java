package city.whistle.app;

import city.whistle.app.example.Example;
import city.whistle.app.example.Step;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the residents of the examples said of themselves, in pieces small enough to be found when
 * only a part of it leaks: names, phone numbers and addresses, addresses also without street and
 * door, words clause by clause. The title is no secret where redaction leaves it as it is.
 */
final class Secrets {

  /** Shorter pieces stand in any text. */
  private static final int SHORTEST = 5;

  private static final Pattern CLAUSES = Pattern.compile("[,，。.!！?？;；:：]");
  private static final Pattern NUMBERED = Pattern.compile("[0-9]+(号楼|号院|门|室|单元)");

  private Secrets() {}

  static Set<String> of(Collection<Example> examples) {
    String titles = examples.stream().map(Secrets::titles).collect(Collectors.joining("\n"));
    return examples.stream()
        .flatMap(Secrets::of)
        .filter(piece -> !titles.contains(piece))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String titles(Example example) {
    return complaints(example)
        .map(complaint -> complaint.get("title").toString())
        .filter(title -> !NUMBERED.matcher(title).find())
        .collect(Collectors.joining("\n"));
  }

  private static Stream<String> of(Example example) {
    return Stream.concat(
        complaints(example).flatMap(Secrets::ofComplaint),
        example.steps().stream().flatMap(Secrets::ofStep));
  }

  private static Stream<Map<String, Object>> complaints(Example example) {
    return Stream.concat(
        Stream.of(example.complaint(), example.earlier()).filter(Objects::nonNull),
        Stream.ofNullable(example.burst()).flatMap(burst -> burst.complaints().stream()));
  }

  private static Stream<String> ofComplaint(Map<String, Object> complaint) {
    Stream<String> resident =
        ((Map<?, ?>) complaint.get("resident")).values().stream().map(Object::toString);
    Object address = ((Map<?, ?>) complaint.get("place")).get("address");
    return Stream.of(
            resident,
            address == null ? Stream.<String>empty() : address(address.toString()),
            clauses(complaint.get("content").toString()))
        .flatMap(pieces -> pieces);
  }

  private static Stream<String> ofStep(Step step) {
    if (step instanceof Step.Tell tell && tell.text() != null) {
      return clauses(tell.text());
    }
    return step instanceof Step.Task task && task.variables().get("comment") != null
        ? clauses(task.variables().get("comment").toString())
        : Stream.empty();
  }

  private static Stream<String> address(String address) {
    return Stream.of(address, address.substring(0, address.length() - 1), address.substring(2))
        .filter(piece -> piece.length() >= SHORTEST);
  }

  private static Stream<String> clauses(String words) {
    return Stream.concat(Stream.of(words), Arrays.stream(CLAUSES.split(words)))
        .map(String::strip)
        .filter(piece -> piece.length() >= SHORTEST);
  }
}
