package city.whistle.app;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.app.Options.Mode;
import city.whistle.app.example.Example;
import city.whistle.app.example.Examples;
import city.whistle.app.example.Play;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleCaseTest {

  private static final Example EXAMPLE = new Examples().find(Examples.ARTICLE_CASE).orElseThrow();

  @TempDir Path directory;

  private Options options;

  @BeforeEach
  void chooseFreePorts() {
    options =
        Options.DEFAULTS
            .withMode(Mode.UP)
            .withData(Directories.open(directory))
            .withApiPort(0)
            .withRestPort(0)
            .withGrpcPort(0)
            .withManagementPort(0);
  }

  @Test
  void goesFromTheCallToTheCallback() {
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    try (Installation installation = installation()) {
      PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);
      assertThat(new Demo(installation.start(), EXAMPLE, out).run()).isZero();
    }
    List<String> lines = shown.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines)
        .anyMatch(line -> line.contains("Whistle blown"))
        .anyMatch(line -> line.contains("Hold meeting"))
        .anyMatch(line -> line.contains("Call resident"));
    assertThat(lines.stream().filter(line -> line.contains("Report on site"))).hasSize(6);
    assertThat(lines.get(lines.size() - 1))
        .matches(
            "case \\S+ closed: contacted=yes settled=yes satisfied=yes, 6 of 6 units reported");
  }

  @Test
  void goesOnAfterARestartInItsMiddle() {
    Play.Bookmark bookmark;
    List<String> shown = new ArrayList<>();
    try (Installation before = installation();
        Play play = Play.begin(Demo.placeOf(before.start()), EXAMPLE, shown::add)) {
      play.through("ReportOnSite");
      bookmark = play.bookmark();
    }
    try (Installation after = installation();
        Play play = Play.resume(Demo.placeOf(after.start()), EXAMPLE, bookmark, shown::add)) {
      assertThat(play.finish())
          .hasToString(
              "case %s closed: contacted=yes settled=yes satisfied=yes, 6 of 6 units reported"
                  .formatted(bookmark.number()));
    }
  }

  private Installation installation() {
    return new Installation(options, DataDirectory.open(directory));
  }
}
