package city.whistle.workers.lives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.engine.test.EngineUnderTest;
import city.whistle.engine.test.FreshEngine;
import city.whistle.workers.Registry;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.taskwatch.TaskWatch;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.client.CamundaClient;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/**
 * Cases as people live them: the real workers, registry and engine, whose common clock the test
 * moves. Staff act by their tasks, the resident by the hotline.
 */
@ExtendWith(FreshEngine.class)
@SpringBootTest(
    classes = LifeTestApplication.class,
    properties = {
      "whistle.master-key=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
      "whistle.demo-hotline-key=" + LifeTest.HOTLINE_KEY,
      "whistle.outbox-interval=PT0.2S",
      "whistle.watch-interval=PT0S",
      "whistle.burst-interval=PT0S",
      "camunda.client.worker.defaults.poll-interval=PT0.05S",
      "camunda.client.auth.method=none"
    })
@AutoConfigureMockMvc
@DirtiesContext
@Tag("real-workers")
abstract class LifeTest {

  static final String HOTLINE_KEY = "a-key-for-tests-of-more-than-32-characters";
  static final String STREET = "street:110102009";
  static final String DISTRICT = "district:110102";

  @Autowired Registry registry;
  @Autowired CamundaClient client;
  @Autowired TaskWatch watch;
  @Autowired JdbcClient jdbc;
  @Autowired MockMvc http;
  Staff staff;

  @DynamicPropertySource
  static void lookToTheEngine(DynamicPropertyRegistry properties) {
    properties.add("camunda.client.rest-address", EngineUnderTest.get()::restAddress);
    properties.add("camunda.client.grpc-address", EngineUnderTest.get()::grpcAddress);
  }

  @BeforeEach
  void staffComes() {
    staff = new Staff(client, jdbc);
  }

  /** The article's complaint, dispatched to its street by itself. */
  CaseFile complained() {
    return complained(body -> {});
  }

  CaseFile complained(Consumer<ObjectNode> change) {
    CaseFile file = registry.opened(change);
    staff.quiet();
    return registry.file(file.id());
  }

  /** Signed and contacted: it stands at HandleCase. */
  CaseFile inHand() {
    CaseFile file = complained();
    signed(file);
    return registry.file(file.id());
  }

  void signed(CaseFile file) {
    staff.complete(file, "SignCase", "{}");
    staff.complete(file, "ContactResident", "{contactResult: 'reached'}");
  }

  void replied(CaseFile file) {
    staff.complete(file, "HandleCase", "{outcome: 'settled'}");
    staff.complete(file, "ReplyResident", "{reply: {text: '已通电', channel: 'phone'}}");
  }

  /** Time passes; timers and the watch do what falls due. */
  void pass(Duration time) {
    staff.quiet();
    EngineUnderTest.get().increaseTime(time);
    look();
  }

  void look() {
    staff.quiet();
    watch.look();
    staff.quiet();
  }

  /** Days pass one by one, as they do. */
  void passDays(int days) {
    for (int day = 0; day < days; day++) {
      pass(Duration.ofDays(1));
    }
  }

  /** The resident calls the hotline once more: urge, supplement or withdraw. */
  void wish(CaseFile file, String wish) throws Exception {
    http.perform(
            post("/api/cases/%s/%s".formatted(file.number(), wish))
                .header("X-API-Key", HOTLINE_KEY)
                .contentType("application/json")
                .content("{\"text\": \"请尽快\"}"))
        .andExpect(status().isAccepted());
    staff.quiet();
  }

  /** A supervisor has the case begin anew whose process was cancelled. */
  void restart(CaseFile file) throws Exception {
    http.perform(
            post("/api/cases/" + file.number() + "/restart")
                .header("X-API-Key", HOTLINE_KEY)
                .contentType("application/json")
                .content("{\"officer\": \"supervisor-1\", \"reason\": \"误撤\"}"))
        .andExpect(status().is2xxSuccessful());
    staff.quiet();
  }

  List<String> lines(CaseFile file, String step) {
    return jdbc.sql(
            "select why from registry.timeline_entry where subject = ? and what = ? order by seq")
        .params(file.id(), step)
        .query(String.class)
        .list();
  }

  /** What the lines of a step say beside why, as JSON texts. */
  List<String> details(CaseFile file, String step) {
    return jdbc.sql(
            "select details::text from registry.timeline_entry where subject = ? and what = ?"
                + " order by seq")
        .params(file.id(), step)
        .query(String.class)
        .list();
  }

  List<String> told(CaseFile file) {
    return registry.notifications(file.id());
  }

  CaseFile now(CaseFile file) {
    return registry.file(file.id());
  }

  void assertOpen(CaseFile file, String... elements) {
    assertThat(staff.open(file)).contains(elements);
  }
}
