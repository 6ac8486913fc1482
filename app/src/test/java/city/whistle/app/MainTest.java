package city.whistle.app;

import static org.assertj.core.api.Assertions.assertThat;

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

  @Test
  void writesNullsWhereToldTo() throws IOException {
    try (Program program = Program.start("engine", data, "--write-nulls");
        InputStream license =
            program.addresses().rest().resolve("/v2/license").toURL().openStream()) {
      assertThat(license).asString(StandardCharsets.UTF_8).contains("\"expiresAt\":null");
    }
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
    Path key = Files.createDirectories(data.resolve("keys")).resolve("master.key");
    Files.writeString(key, "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    try (Program program = Program.start("up", data)) {
      assertThat(program.exitCode()).isEqualTo(Refusal.FAILED);
      assertThat(program.output()).startsWith("The key file " + key).contains("chmod 600");
      assertThat(program.output().lines()).hasSize(1);
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
