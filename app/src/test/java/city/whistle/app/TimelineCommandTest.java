package city.whistle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.app.Options.Mode;
import city.whistle.app.example.Example;
import city.whistle.app.example.Examples;
import city.whistle.app.example.Play;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimelineCommandTest {

  @TempDir Path directory;

  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

  @BeforeEach
  void letOthersEnter() {
    Directories.open(directory);
  }

  @Test
  void verifiesBesideARunningWhistle() {
    try (Installation installation = installation()) {
      openACase(installation);

      assertThat(verify()).isZero();
    }
    assertThat(shown.toString(StandardCharsets.UTF_8))
        .matches("Verified \\d+ lines of 1 timelines: all are as they were written.\\R");
  }

  @Test
  void namesTheLineThatWasChangedWhileNothingRan() throws SQLException {
    String number;
    try (Installation installation = installation()) {
      number = openACase(installation);
    }
    tamper("update registry.timeline_entry set who = 'nobody' where seq = 1");

    assertThat(verify()).isEqualTo(Refusal.FAILED);

    assertThat(shown.toString(StandardCharsets.UTF_8))
        .startsWith(
            number + ", line 1: its time, who, what, why, details or hash isn't what was written.")
        .contains("1 timelines: 1 findings.");
  }

  @Test
  void refusesADirectoryWithoutData() {
    assertThatThrownBy(() -> DataDirectory.requireData(directory.resolve("nowhere")))
        .hasMessageStartingWith("There are no data in");
    assertThat(directory.resolve("nowhere")).doesNotExist();
  }

  private Installation installation() {
    Options options =
        Options.DEFAULTS
            .withMode(Mode.UP)
            .withData(directory)
            .withApiPort(0)
            .withRestPort(0)
            .withGrpcPort(0)
            .withManagementPort(0);
    return new Installation(options, DataDirectory.open(directory));
  }

  private static String openACase(Installation installation) {
    Example example = new Examples().find(Examples.ARTICLE_CASE).orElseThrow();
    try (Play opened = Play.begin(Demo.placeOf(installation.start()), example, line -> {})) {
      return opened.number();
    }
  }

  private int verify() {
    PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);
    return new TimelineCommand(DataDirectory.open(directory), out).run();
  }

  /** Stands for somebody who owns the database. */
  private void tamper(String change) throws SQLException {
    try (Database database = Database.openBeside(DataDirectory.open(directory), Optional.empty());
        Connection connection = DriverManager.getConnection(database.url());
        Statement statement = connection.createStatement()) {
      statement.execute("alter table registry.timeline_entry disable trigger user");
      statement.execute(change);
    }
  }
}
