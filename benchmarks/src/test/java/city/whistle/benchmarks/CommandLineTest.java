package city.whistle.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.benchmarks.EngineBench.Mode;
import city.whistle.benchmarks.pages.PagesSize;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

  @Test
  void measuresEverythingUnlessToldOtherwise() {
    assertThat(parse("engine"))
        .isEqualTo(new EngineLine(Settings.DEFAULT, List.of(Mode.values()), Path.of("data")));
  }

  @Test
  void readsEveryOption() {
    EngineLine line =
        (EngineLine)
            parse(
                "engine",
                "--data",
                "x",
                "--rounds",
                "2",
                "--seconds",
                "4",
                "--warm-up",
                "6",
                "--modes",
                "rest,in-process");

    assertThat(line.data()).isEqualTo(Path.of("x"));
    assertThat(line.modes()).containsExactly(Mode.REST, Mode.IN_PROCESS);
    assertThat(line.settings().rounds()).isEqualTo(2);
    assertThat(line.settings().round()).isEqualTo(Duration.ofSeconds(4));
    assertThat(line.settings().warmUp()).isEqualTo(Duration.ofSeconds(6));
  }

  @Test
  void measuresACitysYearUnlessToldOtherwise() {
    assertThat(parse("assessment", "--program", "whistle.jar"))
        .isEqualTo(new AssessmentLine(Path.of("data"), Path.of("whistle.jar"), 10_000_000, 12));
  }

  @Test
  void opensACitysPagesUnlessToldOtherwise() {
    assertThat(
            parse(
                "pages",
                "--program",
                "whistle.jar",
                "--open",
                "500",
                "--people",
                "3",
                "--keep",
                "kept"))
        .isEqualTo(
            new PagesLine(
                Path.of("data"),
                Path.of("whistle.jar"),
                Path.of("kept"),
                new PagesSize(500, 10_000_000, 3, 120)));
  }

  @ParameterizedTest
  @CsvSource({
    "workers, Say what to measure",
    "engine --rounds, --rounds needs a value",
    "engine --rounds none, not 'none'",
    "engine --rounds 0, not '0'",
    "engine --modes fast, not 'fast'",
    "engine --fast 1, There is no option '--fast'",
    "assessment --program x --cases few, not 'few'",
    "assessment, --program must name",
    "pages, --program must name",
    "pages --program x --open -1, not '-1'"
  })
  void saysWhatItDoesNotUnderstand(String arguments, String message) {
    assertThatThrownBy(() -> parse(arguments.split(" ")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void handsSettingsToAnotherProgram() {
    assertThat(Settings.ofArguments(Settings.DEFAULT.toArguments())).isEqualTo(Settings.DEFAULT);
  }

  private static CommandLine parse(String... arguments) {
    return CommandLine.parse(List.of(arguments));
  }
}
