package city.whistle.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OperatingGuideTest {

  private static final String GUIDE = read("../docs/guides/operating.md");

  static Stream<String> settings() {
    return found("`((?:WHISTLE|CAMUNDA_CLIENT)_[A-Z_]*[A-Z])`", GUIDE);
  }

  @ParameterizedTest
  @MethodSource("settings")
  void namesSettingsThatTheApplicationReads(String variable) {
    assertThat(SettingsRead.includes(variable)).isTrue();
  }

  @Test
  void namesOptionsThatThereAre() {
    Set<String> known =
        found("(--[a-z-]+)", read("src/main/resources/help.txt")).collect(Collectors.toSet());
    assertThat(found("`(--[a-z-]+)", GUIDE)).isNotEmpty().allMatch(known::contains);
  }

  @Test
  void setsWhatTheComposeFileWants() {
    assertThat(found("\\$\\{([A-Z_]+):\\?", read("../docker-compose.yml")))
        .isNotEmpty()
        .allMatch(variable -> GUIDE.contains("\n" + variable + "="));
  }

  private static Stream<String> found(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new))
        .stream();
  }

  private static String read(String path) {
    try {
      return Files.readString(Path.of(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
