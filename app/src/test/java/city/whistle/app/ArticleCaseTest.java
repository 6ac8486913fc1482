package city.whistle.app;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.app.Options.Mode;
import city.whistle.app.demo.ArticleCase;
import city.whistle.app.demo.Place;
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
      assertThat(new Demo(installation.start(), out).run()).isZero();
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
    ArticleCase.Handle handle;
    List<String> shown = new ArrayList<>();
    try (Installation before = installation()) {
      Place place = Demo.placeOf(before.start());
      handle = ArticleCase.open(place, "restart");
      try (ArticleCase story = ArticleCase.join(place, handle, shown::add)) {
        story.blowTheWhistle();
        story.report();
      }
    }
    try (Installation after = installation();
        ArticleCase story = ArticleCase.join(Demo.placeOf(after.start()), handle, shown::add)) {
      story.settleTogether();
      story.score();
      story.replyAndCallBack();
      assertThat(story.closing())
          .hasToString(
              "case %s closed: contacted=yes settled=yes satisfied=yes, 6 of 6 units reported"
                  .formatted(handle.number()));
    }
  }

  private Installation installation() {
    return new Installation(options, DataDirectory.open(directory));
  }
}
