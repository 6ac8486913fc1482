package city.whistle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.workers.StartRefusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.server.PortInUseException;

class StartSentenceTest {

  @TempDir Path data;

  @ParameterizedTest
  @ValueSource(strings = {"--api-port", "--rest-port", "--grpc-port", "--management-port"})
  void namesTheOptionOfAPortThatWasTakenLate(String option) throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String sentence =
          sentence(
              new IllegalStateException(new BindException("in use")),
              option,
              Integer.toString(other.getLocalPort()));

      assertThat(sentence).contains("Port " + other.getLocalPort(), option);
    }
  }

  @Test
  void namesThePortThatWasTakenForAMoment() {
    assertThat(sentence(new PortInUseException(8090))).contains("Port 8090", "--api-port");
  }

  @Test
  void namesAFileOfAnotherUser() {
    assertThat(sentence(new UncheckedIOException(new AccessDeniedException("/data/lock"))))
        .isEqualTo(
            "/data/lock can't be used (permission denied): let the user that runs Whistle own it, or give --data another directory.");
  }

  @Test
  void namesAFileThatCanOnlyBeRead() {
    FileSystemException failure =
        new FileSystemException("/data/lock", null, "Read-only file system");

    assertThat(sentence(new UncheckedIOException(failure)))
        .startsWith("/data/lock can't be used (read-only file system)");
  }

  @Test
  void namesTheDirectoryWhoseDiskIsFull() {
    assertThat(sentence(new UncheckedIOException(new IOException("No space left on device"))))
        .contains("no space left", data.toString());
  }

  @Test
  void namesTheHotlinesKeyThatIsEmpty() throws IOException {
    DataDirectory directory = DataDirectory.open(data);
    Path key = Files.createFile(directory.keys().resolve("hotline.key"));
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));

    assertThatThrownBy(() -> HotlineKey.of(directory, "127.0.0.1"))
        .isInstanceOf(StartRefusal.class)
        .hasMessageContaining(key.toString())
        .hasMessageContaining("is empty");
  }

  @Test
  void saysThatARefusedStartEndedAndWithWhichCode() {
    assertThat(sentence(new IllegalStateException(new StartRefusal("Set WHISTLE_PUBLIC_URL."))))
        .isEqualTo("Whistle did not start (exit code 1). Set WHISTLE_PUBLIC_URL.");
  }

  @Test
  void leavesWhatNobodyHasForeseen() {
    assertThat(new StartSentence(options()).of(new IllegalStateException("x"))).isEmpty();
  }

  private String sentence(RuntimeException failure, String... more) {
    return new StartSentence(options(more)).of(failure).orElseThrow();
  }

  private Options options(String... more) {
    List<String> line = new ArrayList<>(List.of("up", "--data", data.toString()));
    for (String port : List.of("api", "rest", "grpc", "management")) {
      line.addAll(List.of("--" + port + "-port", "0"));
    }
    line.addAll(List.of(more));
    return CommandLine.parse(line);
  }
}
