package city.whistle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.app.Options.DayOptions;
import city.whistle.app.Options.Mode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DayCommandTest {

  /** Callbacks fall in two months of the assessment. */
  private static final DayOptions DAY =
      new DayOptions(Optional.of(LocalDate.of(2026, 12, 10)), 0.001, 1);

  @TempDir Path temporary;

  @Test
  void playsADayOfWhichAllBooksSayTheSame() {
    Options options =
        Options.DEFAULTS
            .withMode(Mode.DAY)
            .withTesting()
            .withDay(DAY)
            .withData(Directories.open(temporary))
            .withApiPort(0)
            .withRestPort(0)
            .withGrpcPort(0)
            .withManagementPort(0);
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int code;
    try (Installation installation =
        new Installation(options, DataDirectory.open(options.data()))) {
      Addresses addresses = installation.start();
      PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
      code = new DayCommand(DAY, addresses, installation.backstage(), out).run();
    }

    assertThat(said.toString(StandardCharsets.UTF_8))
        .doesNotContain("differs")
        .contains("every case reached its end");
    assertThat(code).isZero();
  }

  @Test
  void playsNoDayWhereThereAreDataAlready() throws IOException {
    DataDirectory data = DataDirectory.open(temporary);
    Files.createDirectories(data.database());

    assertThatThrownBy(() -> DayCommand.requirePlayable(data))
        .hasMessageStartingWith("A day has a clock of its own, and there are data in " + temporary);
  }
}
