package city.whistle.engine.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {

  @TempDir Path directory;

  private ServerLog log;

  @BeforeEach
  void makeLog() {
    log = new ServerLog(directory.resolve("postgresql.log"), 100);
  }

  @Test
  void tellsTheComplaintOfThisStartAlone() throws IOException {
    log.begin();
    write("2026-11-30 UTC [7] FATAL:  the disk was full\n");
    log.begin();
    write("2026-11-30 UTC [8] FATAL:  the key is missing\nmore\n");
    assertThat(log.complaint()).isEqualTo("the key is missing");
  }

  @Test
  void tellsTheLastLineWhereNothingIsCalledAnError() throws IOException {
    log.begin();
    write("pg_ctl: could not wait\n\n");
    assertThat(log.complaint()).isEqualTo("pg_ctl: could not wait");
  }

  @Test
  void saysWhereNothingWasWritten() throws IOException {
    write("2026-11-30 UTC [7] FATAL:  of another start\n");
    log.begin();
    assertThat(log.complaint()).isEqualTo("it gave no reason");
  }

  @Test
  void keepsOneFileBesideAnEmptyOneWhenItGrewTooLarge() throws IOException {
    write("x".repeat(101));
    log.bound();
    assertThat(log.file()).isEmptyFile();
    assertThat(directory.resolve("postgresql.log.1")).hasSize(101);
  }

  @Test
  void leavesALogWithinItsBoundAlone() throws IOException {
    write("x".repeat(100));
    log.bound();
    assertThat(log.file()).hasSize(100);
  }

  private void write(String text) throws IOException {
    Files.writeString(log.file(), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
