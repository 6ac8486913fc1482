package city.whistle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.workers.StartRefusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plays what the operators' guide says of backups and keys, with the commands that stand there. */
class KeysGuideTest {

  private static final Path GUIDE = Path.of("../docs/guides/operating.md");

  @TempDir static Path begun;

  private static String number;

  @TempDir Path directory;

  private Path data;

  @BeforeAll
  static void openACase() {
    try (Running running = Running.on(Directories.open(begun))) {
      number = running.openCase();
    }
  }

  /** With the owners of all files, without whom PostgreSQL doesn't start. */
  @BeforeEach
  void dataWithACase() throws IOException, InterruptedException {
    data = Directories.open(directory).resolve("data");
    assertThat(bash("cp -a '%s' data".formatted(begun))).isEmpty();
    script();
  }

  @Test
  void leavesKeysOutOfABackup() throws Exception {
    play("Back up");

    assertThat(bash("tar -tzf whistle-backup.tgz"))
        .contains("data/postgresql/")
        .doesNotContain("data/keys");
  }

  @Test
  void letsNobodyElseGetAtTheKeys() throws Exception {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("keys"))))
        .isEqualTo("rwx------");
  }

  @Test
  void movesToAnotherPlace() throws Exception {
    play("Back up");
    play("Move");

    try (Running moved = Running.on(Directories.open(directory.resolve("moved/data")))) {
      assertThat(moved.reveals(number)).isTrue();
    }
  }

  @Test
  void startsWithALostKeyOnceItIsPutBack() throws Exception {
    play("Back up");
    Files.delete(data.resolve("keys/master.key"));
    assertThatThrownBy(() -> Running.on(data))
        .hasRootCauseInstanceOf(StartRefusal.class)
        .rootCause()
        .hasMessageContaining("put it back from its backup to");

    play("Lost");

    try (Running running = Running.on(data)) {
      assertThat(running.reveals(number)).isTrue();
    }
  }

  @Test
  void changesTheKey() throws Exception {
    String former = Files.readString(data.resolve("keys/master.key"));

    assertThat(play("Change it")).contains("Sealed the keys of 1 cases anew.");

    assertThat(Files.readString(data.resolve("keys/master.key"))).isNotEqualTo(former);
    assertThat(bash("cat data/keys/master.key.former-*").strip()).isEqualTo(former);
    assertThat(bash("./whistle verify-timeline")).contains("all are as they were written");
    try (Running running = Running.on(data)) {
      assertThat(running.reveals(number)).isTrue();
    }
  }

  @Test
  void completesAChangeThatWasInterruptedBehindTheDatabase() throws Exception {
    Path key = data.resolve("keys/master.key");
    String former = Files.readString(key);
    play("Change it");
    Files.move(key, data.resolve("keys/master.key.new"));
    Files.writeString(key, former);
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    assertThatThrownBy(() -> Running.on(data)).hasRootCauseInstanceOf(StartRefusal.class);

    assertThat(play("Change it")).startsWith("The new master key is in");

    try (Running running = Running.on(data)) {
      assertThat(running.reveals(number)).isTrue();
    }
  }

  @Test
  void changesNoKeyWhileAnotherWhistleRunsThere() throws Exception {
    try (Running running = Running.on(data)) {
      assertThat(play("Change it")).contains("is in use by another running Whistle");
      assertThat(running.reveals(number)).isTrue();
    }
  }

  /** Stands for the program's own script, which would build it first. */
  private void script() throws IOException {
    Path script =
        Files.writeString(
            directory.resolve("whistle"),
            "#!/bin/sh\nexec '%s' %s -cp '%s' %s \"$1\" --data data\n"
                .formatted(
                    Path.of(System.getProperty("java.home"), "bin", "java"),
                    String.join(" ", Script.options()),
                    System.getProperty("java.class.path"),
                    Main.class.getName()));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Runs the commands of the paragraph that begins so. */
  private String play(String paragraph) throws IOException, InterruptedException {
    Matcher block =
        Pattern.compile(
                "\\*\\*" + paragraph + "\\.?\\*\\*(?:(?!\n\\*\\*).)*?```sh\n(.*?)```",
                Pattern.DOTALL)
            .matcher(Files.readString(GUIDE));
    assertThat(block.find()).as(paragraph).isTrue();
    return bash(block.group(1));
  }

  private String bash(String commands) throws IOException, InterruptedException {
    Path output = directory.resolve("output.txt");
    new ProcessBuilder(List.of("bash", "-e", "-c", commands))
        .directory(directory.toFile())
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start()
        .waitFor();
    return Files.readString(output);
  }
}
