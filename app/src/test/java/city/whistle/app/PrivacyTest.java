package city.whistle.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.response.Variable;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

/**
 * After every example was played, nothing that a resident said of himself stands anywhere but in
 * the vault, encrypted.
 */
@ExtendWith(PlayedExamples.Once.class)
class PrivacyTest {

  private static final String PLANTED = "这句话是测试放进来的";
  private static final String CAMERA = "测试相机 39.9289N 116.3388E";
  private static final int PAGE = 1_000;

  private final PlayedExamples played;
  private final Set<String> secrets;
  private Tables tables;

  PrivacyTest(PlayedExamples played) {
    this.played = played;
    this.secrets = Secrets.of(played.examples());
  }

  @BeforeEach
  void openTables() {
    tables = Tables.of(played.data());
  }

  @AfterEach
  void closeTables() {
    tables.close();
  }

  @Test
  void knowsWhatToLookFor() {
    assertThat(secrets)
        .contains("赵样例", "13800000101", "回迁小区42号楼5单元0301室", "物业也没人管", "终于不用摸黑上楼了", "根本没人来过")
        .hasSizeGreaterThan(200);
  }

  @Test
  void leavesNothingInTheEnginesTables() {
    assertThat(tables.tables("engine")).contains("variable", "message", "job", "decision_instance");
    assertThat(tables.find("engine", secrets)).isEmpty();
  }

  @Test
  void leavesNothingInTheRegistrysTables() {
    assertThat(tables.tables("registry")).contains("case_file", "timeline_entry", "case_secret");
    assertThat(tables.find("registry", secrets)).isEmpty();
  }

  @Test
  void findsWhatStandsInATable() {
    tables.run(
        """
        insert into engine.variable (key, process_instance_key, bpmn_process_id, scope_key, name, value)
        values (-1, -1, 'planted', -1, 'planted', ?)""",
        "{\"text\":\"" + PLANTED + "\"}");
    try {
      assertThat(tables.find("engine", List.of(PLANTED)))
          .containsExactly("variable.value: " + PLANTED);
    } finally {
      tables.run("delete from engine.variable where key = -1 and name = ?", "planted");
    }
  }

  @Test
  void findsWhatStandsInATableAsBytes() {
    tables.run(
        """
        insert into registry.case_secret (case_id, part, ciphertext, stored_at)
        values ('00000000-0000-0000-0000-000000000000', 'planted', convert_to(?, 'UTF8'), now())""",
        PLANTED);
    try {
      assertThat(tables.find("registry", List.of(PLANTED)))
          .containsExactly("case_secret.ciphertext: " + PLANTED);
    } finally {
      tables.run("delete from registry.case_secret where part = ?", "planted");
    }
  }

  @Test
  void leavesNothingInProcessVariables() {
    List<String> variables = variables();
    assertThat(variables).hasSizeGreaterThan(played.examples().size());
    assertThat(found(variables, secrets)).isEmpty();
  }

  private List<String> variables() {
    try (CamundaClient client =
        CamundaClient.newClientBuilder()
            .restAddress(played.addresses().rest())
            .preferRestOverGrpc(true)
            .build()) {
      List<String> values = new ArrayList<>();
      List<Variable> page;
      do {
        int from = values.size();
        page =
            client
                .newVariableSearchRequest()
                .withFullValues()
                .page(all -> all.from(from).limit(PAGE))
                .send()
                .join()
                .items();
        page.forEach(variable -> values.add(variable.getName() + "=" + variable.getValue()));
      } while (page.size() == PAGE);
      return values;
    }
  }

  @Test
  void leavesNothingInLogs() {
    LoggerFactory.getLogger("planted").info(PLANTED);
    List<String> log = played.listening().log();
    assertThat(found(log, List.of(PLANTED))).containsExactly(PLANTED);
    assertThat(found(log, secrets)).isEmpty();
  }

  @Test
  void keepsNothingThatACameraWroteIntoAPhoto() throws Exception {
    String number = open();
    byte[] photo = photo();
    HttpResponse<String> answer =
        send(
            api("/api/cases/" + number + "/attachments/" + UUID.randomUUID())
                .header("Content-Type", "image/jpeg")
                .PUT(BodyPublishers.ofByteArray(photo)));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(tables.find("registry", List.of(CAMERA))).isEmpty();
    assertThat(found(played.listening().log(), List.of(CAMERA))).isEmpty();
  }

  private String open() throws Exception {
    String body =
        """
        {"externalId": "%s", "channel": "app", "title": "路灯不亮", "content": "如图", "attachments": 1,
         "place": {"districtCode": "110102", "streetCode": "110102009"}, "resident": {}}"""
            .formatted(UUID.randomUUID());
    HttpResponse<String> opened =
        send(
            api("/api/cases")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    return opened.body().replaceFirst(".*\"number\":\"([^\"]*)\".*", "$1");
  }

  /** With a comment, as a camera writes it. */
  private static byte[] photo() throws IOException {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "jpeg", plain);
    byte[] comment = CAMERA.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(plain.size() + comment.length + 4)
        .put(plain.toByteArray(), 0, 2)
        .putShort((short) 0xFFFE)
        .putShort((short) (comment.length + 2))
        .put(comment)
        .put(plain.toByteArray(), 2, plain.size() - 2)
        .array();
  }

  private HttpRequest.Builder api(String path) {
    return HttpRequest.newBuilder(played.addresses().api().orElseThrow().resolve(path))
        .header("X-API-Key", played.addresses().apiKey().orElseThrow());
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void asksForNoUrlWithAnythingInIt() {
    List<String> urls = new ArrayList<>(played.listening().requestsToTheApi());
    assertThat(urls).contains("POST /api/cases");
    List<String> engine = played.listening().requestsToTheEngine();
    assertThat(found(engine, List.of("POST /v2/user-tasks/search"))).isNotEmpty();
    urls.addAll(engine);
    assertThat(found(urls, secrets)).isEmpty();
  }

  @Test
  void showsNothingOnManagementPagesAndMetrics() throws Exception {
    URI management = played.addresses().management().orElseThrow();
    URI api = played.addresses().api().orElseThrow();
    List<String> pages = new ArrayList<>();
    for (String path : List.of("/actuator/health", "/actuator/clock", "/actuator/prometheus")) {
      pages.add(page(management.resolve(path)));
      pages.add(page(api.resolve(path)));
    }
    assertThat(pages.get(0)).contains("UP");
    assertThat(found(pages, secrets)).isEmpty();
  }

  private static String page(URI address) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  private static Set<String> found(Collection<String> texts, Collection<String> pieces) {
    String all = String.join("\n", texts);
    Set<String> found = new TreeSet<>();
    pieces.stream().filter(all::contains).forEach(found::add);
    return found;
  }
}
