package city.whistle.app;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.app.example.Example;
import city.whistle.app.example.Examples;
import city.whistle.app.example.Place;
import city.whistle.app.example.Play;
import city.whistle.engine.postgres.PostgresServer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Profile camunda, with an engine of ours in a process of its own as the cluster. */
class ClusterProfileTest {

  private static final String KEY = "a-hotline-key-that-every-copy-of-the-application-knows";
  private static final String MASTER_KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  private static final Example EXAMPLE = new Examples().find(Examples.ARTICLE_CASE).orElseThrow();

  @TempDir Path directory;

  @BeforeEach
  void letOthersEnter() {
    Directories.open(directory);
  }

  @Test
  void goesOnWithACaseWhenOneOfTwoCopiesIsKilled() {
    try (PostgresServer registry = PostgresServer.temporary();
        Program cluster = Program.start("engine", folder("cluster"))) {
      Map<String, String> shared = new HashMap<>();
      shared.put(Database.URL_VARIABLE, registry.createDatabase("whistle"));
      shared.put("WHISTLE_MASTER_KEY", MASTER_KEY);
      shared.put("WHISTLE_DEMO_HOTLINE_KEY", KEY);
      shared.put("CAMUNDA_CLIENT_RESTADDRESS", cluster.addresses().rest().toString());
      shared.put("CAMUNDA_CLIENT_GRPCADDRESS", cluster.addresses().grpc().toString());
      try (Program first = copy(shared, "first");
          Program second = copy(shared, "second")) {
        assertThat(first.addresses().rest()).isEqualTo(cluster.addresses().rest());
        assertThat(first.addresses().management()).isEmpty();
        Place other = Demo.placeOf(second.addresses());
        try (Play opened = Play.begin(Demo.placeOf(first.addresses()), EXAMPLE, line -> {});
            Play play = Play.resume(other, EXAMPLE, opened.bookmark(), line -> {})) {
          play.through("ApproveWhistle");
          first.kill();
          assertThat(play.finish().state()).isEqualTo(EXAMPLE.expected());
        }
      }
    }
  }

  @Test
  void takesCasesWhileTheClusterIsNotThereYet() {
    Map<String, String> nowhere =
        Map.of(
            "CAMUNDA_CLIENT_RESTADDRESS", "http://127.0.0.1:9",
            "CAMUNDA_CLIENT_GRPCADDRESS", "http://127.0.0.1:9");
    try (Program early = copy(nowhere, "early")) {
      assertThat(early.addresses().rest()).isEqualTo(URI.create("http://127.0.0.1:9"));
      try (Play opened = Play.begin(Demo.placeOf(early.addresses()), EXAMPLE, line -> {})) {
        assertThat(opened.number()).isNotBlank();
      }
    }
  }

  private Program copy(Map<String, String> environment, String name) {
    return Program.start(environment, "up", folder(name), "--profile", "camunda");
  }

  private Path folder(String name) {
    try {
      return Directories.open(Files.createDirectories(directory.resolve(name)));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
