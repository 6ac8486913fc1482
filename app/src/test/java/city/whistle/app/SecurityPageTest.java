package city.whistle.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tests that the security page names are there. */
class SecurityPageTest {

  private static final Path PAGE = Path.of("../docs/security.md");
  private static final Pattern NAMED = Pattern.compile("`([a-z-]+)/(\\w+(?:Test|IT))\\.(\\w+)`");
  private static final Pattern TABLE_ROW = Pattern.compile("(?m)^\\| (?!Tries|What happens|--).*");

  static Stream<String> named() {
    return NAMED.matcher(read(PAGE)).results().map(MatchResult::group);
  }

  @ParameterizedTest
  @MethodSource("named")
  void namesTestsThatThereAre(String name) {
    MatchResult parts = NAMED.matcher(name).results().findFirst().orElseThrow();
    List<Path> files = find(Path.of("..", parts.group(1), "src/test/java"), parts.group(2));

    assertThat(files).hasSize(1);
    assertThat(read(files.get(0))).contains(" void " + parts.group(3) + "(");
  }

  @Test
  void namesOneForWhateverItSaysIsHeld() {
    assertThat(TABLE_ROW.matcher(read(PAGE)).results().map(MatchResult::group))
        .hasSizeGreaterThan(15)
        .allMatch(row -> row.startsWith("|---") || NAMED.matcher(row).find());
  }

  private static List<Path> find(Path directory, String name) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(file -> file.endsWith(name + ".java")).toList();
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
