package city.whistle.app;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.app.demo.ArticleCase;
import city.whistle.app.demo.Place;
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
        ArticleCase.Handle handle = ArticleCase.open(Demo.placeOf(first.addresses()), "shared");
        Place other = Demo.placeOf(second.addresses());
        try (ArticleCase story = ArticleCase.join(other, handle, line -> {})) {
          story.blowTheWhistle();
          first.kill();
          story.report();
          story.settleTogether();
          story.score();
          story.replyAndCallBack();
          assertThat(story.closing().happy()).isTrue();
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
      assertThat(ArticleCase.open(Demo.placeOf(early.addresses()), "early").number()).isNotBlank();
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
