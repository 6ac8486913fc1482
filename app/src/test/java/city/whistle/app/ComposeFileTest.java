package city.whistle.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComposeFileTest {

  private static final ComposeFile FILE = ComposeFile.read();
  private static final Pattern HOST = Pattern.compile("//([a-z-]+):\\d+");

  @Test
  void setsWhatCamundaReads() throws IOException {
    List<String> known =
        Files.readAllLines(Path.of("src/test/resources/camunda-8.9-settings.txt")).stream()
            .filter(line -> !line.startsWith("#"))
            .map(ComposeFileTest::asVariable)
            .toList();
    assertThat(known).containsAll(FILE.environment("camunda").keySet());
  }

  static Stream<String> settingsOfTheApplication() {
    return FILE.environment("app").keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("settingsOfTheApplication")
  void setsWhatTheApplicationReads(String variable) {
    assertThat(SettingsRead.includes(variable)).isTrue();
  }

  @Test
  void startsTheApplicationOnTheCluster() {
    Options options = CommandLine.parse(FILE.strings("app", "command"));
    assertThat(options.mode()).isEqualTo(Options.Mode.UP);
    assertThat(options.profile()).isEqualTo(Options.Profile.CAMUNDA);
    assertThat(FILE.strings("app", "ports")).allMatch(port -> port.endsWith(":8090"));
    assertThat(options.ports().api()).isEqualTo(8090);
  }

  @Test
  void letsFurtherCopiesOfTheApplicationStart() {
    assertThat(FILE.services().get("app")).doesNotContainKey("container_name");
    assertThat(FILE.strings("app", "ports"))
        .as("a port of this machine for each copy")
        .allMatch(port -> port.matches("(127\\.0\\.0\\.1:)?\\d+-\\d+:\\d+"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"camunda", "app"})
  void namesServicesThatThereAre(String service) {
    List<String> hosts = new ArrayList<>();
    for (String value : FILE.environment(service).values()) {
      Matcher matcher = HOST.matcher(value);
      while (matcher.find()) {
        hosts.add(matcher.group(1));
      }
    }
    assertThat(hosts).isNotEmpty();
    assertThat(FILE.services()).containsKeys(hosts.toArray(String[]::new));
  }

  @Test
  void runsTheImageAsSomebodyElseThanRoot() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    Matcher user = Pattern.compile("<user>(\\d+):(\\d+)</user>").matcher(pom);
    assertThat(user.find()).isTrue();
    assertThat(List.of(user.group(1), user.group(2))).doesNotContain("0");
  }

  private static String asVariable(String property) {
    return property
        .replace("-", "")
        .replace("[", ".")
        .replace("]", "")
        .replace('.', '_')
        .toUpperCase(Locale.ROOT);
  }
}
