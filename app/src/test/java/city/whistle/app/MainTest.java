package city.whistle.app;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.app.demo.ArticleCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

  private static final int BY_SIGTERM = 128 + 15;

  @TempDir Path data;

  @BeforeEach
  void letOthersEnter() {
    Directories.open(data);
  }

  @Test
  void losesNothingWhenItIsKilled() throws IOException {
    ArticleCase.Handle handle;
    try (Program killed = Program.start("up", data)) {
      var place = Demo.placeOf(killed.addresses());
      handle = ArticleCase.open(place, "killed");
      try (ArticleCase story = ArticleCase.join(place, handle, line -> {})) {
        story.blowTheWhistle();
      }
      killed.kill();
    }
    Files.delete(data.resolve("addresses.json"));
    try (Program again = Program.start("up", data);
        ArticleCase story = ArticleCase.join(Demo.placeOf(again.addresses()), handle, line -> {})) {
      story.report();
      story.settleTogether();
      story.score();
      story.replyAndCallBack();
      assertThat(story.closing().happy()).isTrue();
    }
  }

  @Test
  void stopsWhenItIsToldTo() {
    try (Program program = Program.start("engine", data)) {
      assertThat(program.addresses().api()).isEmpty();
      program.terminate();
      assertThat(program.exitCode()).isEqualTo(BY_SIGTERM);
    }
    assertThat(data.resolve("addresses.json")).doesNotExist();
    assertThat(data.resolve("postgresql/cluster/postmaster.pid")).doesNotExist();
  }

  @Test
  void refusesADataDirectoryInUseInOneSentence() {
    try (Program first = Program.start("engine", data)) {
      first.addresses();
      try (Program second = Program.start("engine", data)) {
        assertThat(second.exitCode()).isEqualTo(Refusal.FAILED);
        assertThat(second.output().lines()).hasSize(1);
        assertThat(second.output()).contains("is in use by another running Whistle");
      }
    }
  }

  @Test
  void explainsAMistakeInOneSentence() {
    try (Program program = Program.start("engine", data, "--colour")) {
      assertThat(program.exitCode()).isEqualTo(Refusal.MISUSED);
      assertThat(program.output().lines()).hasSize(1);
    }
  }
}
