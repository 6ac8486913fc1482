package city.whistle.app;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.app.example.Example;
import city.whistle.app.example.Examples;
import city.whistle.app.example.Play;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The packaged program tells nobody of residents while its database dies under calls and workers,
 * and the servers that its messages go to are away.
 */
@ExtendWith(PackagedProgram.Once.class)
class PrivacyInOutagesIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Example EXAMPLE = new Examples().find("stray-dogs").orElseThrow();

  /** Said of himself by the resident whose case is opened here. */
  private static final List<String> SAID =
      List.of("钱某机密", "13911112222", "secret.qian@example.org", "密户里9号楼3单元1702室", "邻居天天吵到半夜两点");

  private static final String CASE =
      """
      {"externalId": "%s", "channel": "web", "kind": "complaint", "title": "噪声扰民", "content": "%s",
       "place": {"districtCode": "110102", "streetCode": "110102009", "address": "%s"},
       "resident": {"name": "%s", "phone": "%s", "email": "%s"}}""";

  private final PackagedProgram program;
  private final HotlineCalls hotline;

  PrivacyInOutagesIT(PackagedProgram program) {
    this.program = program;
    this.hotline = program.hotline();
  }

  @Test
  void saysNothingOfResidentsWhereverItFails() throws Exception {
    try (Play play = Play.begin(Demo.placeOf(program.addresses()), EXAMPLE, line -> {})) {
      play.through("HandleCase");
      dieDuring(this::callsOfTheHotline);
      play.through("ReplyResident");
      dieDuring(this::callsOfTheHotline);
      assertThat(play.finish().state()).isEqualTo(EXAMPLE.expected());
    }

    assertThat(program.logs()).contains("PostgreSQL runs again");
    assertThat(found(program.logs())).isEmpty();
    assertThat(found(program.output())).isEmpty();
    assertThat(found(pages())).isEmpty();
    try (Tables tables = Tables.of(program.data())) {
      assertThat(tables.find("engine", secrets())).isEmpty();
    }
  }

  /** The database dies while these calls come; then all goes on. */
  private void dieDuring(Runnable calls) {
    program.killDatabase();
    calls.run();
    Awaitility.await().atMost(PATIENCE).until(() -> !hotline.openCase().isEmpty());
  }

  private void callsOfTheHotline() {
    for (int i = 0; i < 5; i++) {
      String open =
          CASE.formatted(
              UUID.randomUUID(), SAID.get(4), SAID.get(3), SAID.get(0), SAID.get(1), SAID.get(2));
      int status = hotline.post("/api/cases", open).statusCode();
      assertThat(status).isIn(201, 503);
      hotline.post(
          "/api/cases/20260101-000001/supplement", "{\"text\": \"%s\"}".formatted(SAID.get(4)));
    }
  }

  private String pages() throws IOException, InterruptedException {
    StringBuilder all = new StringBuilder();
    URI management = program.addresses().management().orElseThrow();
    for (URI server : List.of(management, program.addresses().api().orElseThrow())) {
      for (String path : List.of("/actuator/health", "/actuator/prometheus")) {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(path)).build();
        all.append(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body());
      }
    }
    return all.toString();
  }

  private static Set<String> secrets() {
    Set<String> secrets = new HashSet<>(Secrets.of(List.of(EXAMPLE)));
    secrets.addAll(SAID);
    return secrets;
  }

  private static List<String> found(String text) {
    List<String> found = new ArrayList<>(secrets());
    found.removeIf(secret -> !text.contains(secret));
    return found;
  }
}
