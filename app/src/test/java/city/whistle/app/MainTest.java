package city.whistle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.app.example.Example;
import city.whistle.app.example.Examples;
import city.whistle.app.example.Place;
import city.whistle.app.example.Play;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
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
    Example example = new Examples().find(Examples.ARTICLE_CASE).orElseThrow();
    Play.Bookmark bookmark;
    try (Program killed = Program.start("up", data)) {
      Place place = Demo.placeOf(killed.addresses());
      try (Play play = Play.begin(place, example, line -> {})) {
        play.through("ApproveWhistle");
        bookmark = play.bookmark();
      }
      killed.kill();
    }
    Files.delete(data.resolve("addresses.json"));
    try (Program again = Program.start("up", data);
        Play play = Play.resume(Demo.placeOf(again.addresses()), example, bookmark, line -> {})) {
      assertThat(play.finish().state()).isEqualTo(example.expected());
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

  @Nested
  class WhileAnEngineRuns {

    @TempDir static Path taken;

    private static Program engine;

    @BeforeAll
    static void start() {
      engine = Program.start("engine", Directories.open(taken), "--write-nulls");
      engine.addresses();
    }

    @AfterAll
    static void stop() {
      engine.close();
    }

    @Test
    void writesNullsWhereToldTo() throws IOException {
      try (InputStream license =
          engine.addresses().rest().resolve("/v2/license").toURL().openStream()) {
        assertThat(license).asString(StandardCharsets.UTF_8).contains("\"expiresAt\":null");
      }
    }

    @Test
    void refusesADataDirectoryInUseInOneSentence() {
      try (Program second = Program.start("engine", taken)) {
        assertThat(second.exitCode()).isEqualTo(Refusal.FAILED);
        assertThat(second.output().lines()).hasSize(1);
        assertThat(second.output()).contains("is in use by another running Whistle");
      }
    }
  }

  @Test
  void refusesSettingsOfTheDataDirectoryThatCanNotBeMeant() throws IOException {
    Files.writeString(
        data.resolve("whistle.properties"), "whistle.notifications.routes.unit=nowhere\n");
    try (Program program = Program.start("up", data)) {
      assertThat(program.exitCode()).isEqualTo(Refusal.FAILED);
      assertThat(program.output()).contains("whistle.notifications.routes.unit is nowhere");
      assertThat(program.output().lines()).hasSize(1);
    }
  }

  @Test
  void refusesAKeyFileThatOthersMayReadInOneSentence() throws IOException {
    Path key = DataDirectory.open(data).keys().resolve("master.key");
    Files.writeString(key, "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    try (Program program = Program.start("up", data)) {
      assertThat(program.exitCode()).isEqualTo(Refusal.FAILED);
      assertThat(program.output()).startsWith("The key file " + key).contains("chmod 600");
      assertThat(program.output().lines()).hasSize(1);
    }
  }

  @Test
  void refusesADirectoryOfKeysThatIsOpenToOthers() throws IOException {
    Path keys = Files.createDirectories(data.resolve("keys"));
    Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rwxr-xr-x"));

    assertThatThrownBy(() -> DataDirectory.open(data))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("run 'chmod 700 " + keys + "'");
  }

  @Test
  void explainsAMistakeInOneSentence() {
    try (Program program = Program.start("engine", data, "--colour")) {
      assertThat(program.exitCode()).isEqualTo(Refusal.MISUSED);
      assertThat(program.output().lines()).hasSize(1);
    }
  }
}
