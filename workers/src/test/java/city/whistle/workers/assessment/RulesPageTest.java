package city.whistle.workers.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.workers.assessment.count.Figure;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of rules names what there is: parameters, places, tests and figures, and no others. */
class RulesPageTest {

  private static final Path HOME = Path.of("..");
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");
  private static final Set<String> NO_RULES = Set.of("id", "validFrom", "sources");
  private static final List<List<String>> ROWS = rows();
  private static final List<List<String>> RULES = ROWS.stream().filter(r -> r.size() == 4).toList();

  @Test
  void namesEveryParameterThatPolicyMayChange() {
    List<String> parameters = new ArrayList<>();
    set().fieldNames().forEachRemaining(parameters::add);
    parameters.removeAll(NO_RULES);

    assertThat(places().filter(place -> set().has(place)))
        .containsExactlyInAnyOrderElementsOf(parameters);
  }

  @Test
  void saysAssumedOfEveryParameterThatIs() {
    for (List<String> rule : RULES) {
      names(rule.get(2))
          .filter(place -> set().has(place))
          .filter(place -> set().at("/sources/" + place).asText().contains("assumed"))
          .forEach(place -> assertThat(rule.get(0) + rule.get(1)).as(place).contains("assumed"));
    }
  }

  @Test
  void namesPlacesThatThereAre() {
    Set<String> files = files("workers/src/main", "console/src/main", "processes");

    assertThat(places().filter(place -> !set().has(place)))
        .isNotEmpty()
        .allMatch(place -> files.contains(place.substring(place.lastIndexOf('/') + 1)));
  }

  @Test
  void namesATestForEachRule() throws IOException {
    for (List<String> rule : RULES) {
      List<String> tests = names(rule.get(3)).toList();
      assertThat(tests).as(rule.get(0)).isNotEmpty();
      for (String test : tests) {
        String[] parts = test.split("\\.");
        assertThat(source(parts[0])).as(test).contains("void " + parts[1] + "(");
      }
    }
  }

  @Test
  void explainsEveryFigureThatCanBeOpened() {
    List<String> figures =
        ROWS.stream()
            .filter(row -> row.size() == 3)
            .map(row -> row.get(0))
            .flatMap(RulesPageTest::names)
            .toList();

    assertThat(figures)
        .containsExactlyElementsOf(Arrays.stream(Figure.values()).map(Figure::wireName).toList());
  }

  private static Stream<String> places() {
    return RULES.stream().map(rule -> rule.get(2)).flatMap(RulesPageTest::names);
  }

  private static Stream<String> names(String cell) {
    return NAME.matcher(cell).results().map((MatchResult name) -> name.group(1));
  }

  /** The rows of all tables, without their heads. */
  private static List<List<String>> rows() {
    return read(HOME.resolve("docs/domain/rules.md"))
        .lines()
        .filter(line -> line.startsWith("| "))
        .map(line -> Arrays.stream(line.substring(2).split(" \\|")).map(String::strip).toList())
        .filter(row -> !row.get(0).equals("rule") && !row.get(0).equals("figure"))
        .toList();
  }

  private static JsonNode set() {
    try {
      return new ObjectMapper()
          .readTree(read(HOME.resolve("workers/src/main/resources/data/assessment.json")))
          .at("/sets/0");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> files(String... folders) {
    return Arrays.stream(folders)
        .map(HOME::resolve)
        .flatMap(RulesPageTest::walk)
        .map(file -> file.getFileName().toString().replaceFirst("\\.java$", ""))
        .collect(Collectors.toSet());
  }

  private static String source(String test) {
    return Stream.of("workers", "console")
        .flatMap(module -> walk(HOME.resolve(module + "/src/test/java")))
        .filter(file -> file.getFileName().toString().equals(test + ".java"))
        .map(RulesPageTest::read)
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no test class " + test));
  }

  private static Stream<Path> walk(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
