package city.whistle.engine;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.model.ElementType;
import city.whistle.engine.model.EventDefinition;
import city.whistle.engine.state.ErrorType;
import io.camunda.zeebe.gateway.protocol.GatewayGrpc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine's pages name tests that there are, and leave out nothing that the engine does. */
class DocumentationTest {

  private static final Path PAGES = Path.of("..", "docs", "engine");
  private static final Pattern NAMED_TEST =
      Pattern.compile("`((?:[a-z]+/)+)([A-Z]\\w*Test)(?:\\.(\\w+))?`");

  /** Types that nothing raises: Camunda's, for readers of its enumeration. */
  private static final Set<ErrorType> NEVER_RAISED =
      EnumSet.of(ErrorType.UNKNOWN, ErrorType.RESOURCE_NOT_FOUND);

  private static String page(String name) throws IOException {
    return Files.readString(PAGES.resolve(name));
  }

  private static Set<String> codeWords(String page) {
    return Pattern.compile("`([^`]+)`")
        .matcher(page)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"coverage.md", "deviations.md", "safety.md"})
  void namesTestsThatThereAre(String name) throws IOException {
    List<String> missing =
        NAMED_TEST
            .matcher(page(name))
            .results()
            .filter(test -> !exists(test))
            .map(MatchResult::group)
            .toList();
    assertThat(missing).isEmpty();
  }

  private static boolean exists(MatchResult named) {
    String type =
        DocumentationTest.class.getPackageName()
            + "."
            + named.group(1).replace('/', '.')
            + named.group(2);
    try {
      Class<?> test = Class.forName(type);
      return named.group(3) == null
          || Arrays.stream(test.getDeclaredMethods())
              .anyMatch(method -> method.getName().equals(named.group(3)));
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  @Test
  void everyRowOfTheCoverageNamesATest() throws IOException {
    List<String> rows =
        page("coverage.md")
            .lines()
            .filter(line -> line.startsWith("| `"))
            .filter(line -> NAMED_TEST.matcher(line).results().findAny().isEmpty())
            .toList();
    assertThat(rows).isEmpty();
  }

  @Test
  void everySymbolIsCovered() throws IOException {
    String page = page("coverage.md");
    Set<String> words = codeWords(page);
    assertThat(words).containsAll(Arrays.stream(ElementType.values()).map(Enum::name).toList());
    String symbols = page.substring(page.indexOf("## BPMN"), page.indexOf("What is refused"));
    assertThat(Arrays.stream(EventDefinition.class.getPermittedSubclasses()))
        .allSatisfy(
            event -> assertThat(symbols).contains(event.getSimpleName().toLowerCase(Locale.ROOT)));
  }

  @Test
  void everyTypeOfIncidentIsCovered() throws IOException {
    assertThat(codeWords(page("coverage.md")))
        .containsAll(
            EnumSet.complementOf(EnumSet.copyOf(NEVER_RAISED)).stream().map(Enum::name).toList());
  }

  @Test
  void everyCallOfTheGatewayIsCovered() throws IOException {
    assertThat(codeWords(page("coverage.md")))
        .containsAll(
            GatewayGrpc.getServiceDescriptor().getMethods().stream()
                .map(method -> method.getBareMethodName())
                .toList());
  }
}
