package city.whistle.workers.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.workers.notification.Notification;
import city.whistle.workers.notification.NotificationKind;
import city.whistle.workers.notification.delivery.Receiver.Received;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookDeliveryTest extends DeliveryTest {

  private static final Map<String, String> ROUTES =
      Map.of(
          "resident.sms",
          "sms",
          "resident.web",
          "sms",
          "unit",
          "sms",
          "hotline",
          "sms",
          "line",
          "sms");

  private final Receiver receiver;

  WebhookDeliveryTest() throws Exception {
    receiver = new Receiver();
  }

  @AfterEach
  void stopTheReceiver() {
    receiver.close();
  }

  @Test
  void givesAnSmsGatewayNumberAndText() throws Exception {
    UUID caseId = reply("sms", null);

    dispatcher().sendDue();

    JsonNode body = onlyBody();
    assertThat(body.get("address").asText()).isEqualTo("13800000000");
    assertThat(body.get("via").asText()).isEqualTo("sms");
    assertThat(body.get("text").asText()).contains("路灯已经修好。").endsWith("12345市民服务热线");
    assertThat(body.get("number").asText()).isEqualTo(registry.file(caseId).number());
  }

  @Test
  void tellsAUnitWithoutAnythingOfTheResident() throws Exception {
    urge("110102009");

    dispatcher().sendDue();

    JsonNode body = onlyBody();
    assertThat(body.get("recipient").asText()).isEqualTo("unit:110102009");
    assertThat(body.has("address")).isFalse();
    assertThat(body.has("externalId")).isFalse();
  }

  @Test
  void tellsTheHotlineItsOwnNumberOfTheCase() throws Exception {
    UUID caseId = caseOf(null);
    notifications.add(Notification.toHotline(caseId, NotificationKind.CASE_REPLIED, Map.of()));

    dispatcher().sendDue();

    assertThat(onlyBody().get("externalId").asText())
        .isEqualTo(
            jdbc.sql("select external_id from registry.case_file where id = ?")
                .param(caseId)
                .query(String.class)
                .single());
  }

  @Test
  void handsAnEmergencyOnWithItsWords() throws Exception {
    UUID caseId = caseOf(null);
    notifications.add(
        Notification.toLine(caseId, "119", NotificationKind.EMERGENCY_TRANSFERRED).with("content"));

    dispatcher().sendDue();

    assertThat(onlyBody().get("recipient").asText()).isEqualTo("line:119");
    assertThat(onlyBody().get("text").asText()).contains("两栋回迁楼长期没有正式供电");
  }

  @Test
  void signsWhatItSendsAsStandardWebhooksDefinesIt() throws Exception {
    urge("110102009");

    dispatcher().sendDue();

    Received received = receiver.received().get(0);
    String timestamp = received.headers().get("webhook-timestamp");
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(
        new SecretKeySpec(
            Base64.getDecoder().decode(SECRET.substring("whsec_".length())), "HmacSHA256"));
    byte[] hash =
        mac.doFinal(
            (received.id() + "." + timestamp + "." + received.body())
                .getBytes(StandardCharsets.UTF_8));
    assertThat(timestamp).isEqualTo(Long.toString(clock.instant().getEpochSecond()));
    assertThat(received.headers().get("webhook-signature"))
        .isEqualTo("v1," + Base64.getEncoder().encodeToString(hash));
  }

  @Test
  void sendsTheSameIdEachTime() {
    UUID caseId = urge("110102009");
    NotificationDispatcher dispatcher = dispatcher();
    receiver.answers(500);
    dispatcher.sendDue();
    receiver.answers(204);
    clock.add(Duration.ofMinutes(2));
    dispatcher.sendDue();

    assertThat(receiver.received())
        .extracting(Received::id)
        .containsExactly(column(caseId, "id"), column(caseId, "id"));
  }

  @Test
  void sendsEachOnceWhereTwoDispatchersWorkAtOnce() throws Exception {
    List<UUID> cases = IntStream.range(0, 40).mapToObj(i -> urge("110102009")).toList();

    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<?> first = threads.submit(dispatcher()::sendDue);
      Future<?> second = threads.submit(dispatcher()::sendDue);
      first.get();
      second.get();
    } finally {
      threads.shutdownNow();
    }

    assertThat(receiver.received()).extracting(Received::id).doesNotHaveDuplicates().hasSize(40);
    assertThat(cases).allMatch(caseId -> state(caseId).equals("sent"));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 410, 422})
  void givesUpAtOnceWhatIsRefused(int status) {
    receiver.answers(status);
    UUID caseId = urge("110102009");

    dispatcher().sendDue();

    assertThat(state(caseId)).isEqualTo("dead");
    assertThat(reason(caseId)).isEqualTo("http " + status);
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 401, 404, 429, 503})
  void leavesAServerAloneThatTakesNothing(int status) {
    receiver.answers(status);
    IntStream.range(0, 15).forEach(i -> urge("110102009"));
    NotificationDispatcher dispatcher = dispatcher();

    dispatcher.sendDue();
    dispatcher.sendDue();

    assertThat(receiver.received()).hasSize(1);
    assertThat(attempts()).containsOnly(0);
  }

  @Test
  void triesAServerThatTookNothingWithASingleMessage() {
    receiver.answers(503);
    IntStream.range(0, 15).forEach(i -> urge("110102009"));
    NotificationDispatcher dispatcher = dispatcher();
    dispatcher.sendDue();

    clock.add(Circuit.FIRST_PAUSE);
    dispatcher.sendDue();

    assertThat(receiver.received()).extracting(Received::id).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void sendsEverythingOnceAServerTakesItAgain() {
    receiver.answers(503);
    IntStream.range(0, 15).forEach(i -> urge("110102009"));
    NotificationDispatcher dispatcher = dispatcher();
    dispatcher.sendDue();

    receiver.answers(204);
    clock.add(Circuit.FIRST_PAUSE);
    dispatcher.sendDue();

    assertThat(states()).containsOnly("sent");
  }

  @Test
  void sendsWhatWasWrittenWhileTheClockWasAhead() {
    clock.add(Duration.ofDays(30));
    receiver.answers(503);
    UUID subject = urge("110102009");
    NotificationDispatcher dispatcher = dispatcher();
    dispatcher.sendDue();
    receiver.answers(204);
    clock.set(MORNING);

    dispatcher.sendDue();

    assertThat(state(subject)).isEqualTo("sent");
  }

  @Test
  void waitsAsLongAsAServerAsks() {
    receiver.answers(429);
    receiver.asksToWait("600");
    urge("110102009");
    NotificationDispatcher dispatcher = dispatcher();
    dispatcher.sendDue();

    clock.add(Duration.ofSeconds(599));
    dispatcher.sendDue();
    assertThat(receiver.received()).hasSize(1);
    clock.add(Duration.ofSeconds(1));
    dispatcher.sendDue();
    assertThat(receiver.received()).hasSize(2);
  }

  @Test
  void doesNotReadAnAnswerThatNeverEnds() {
    receiver.answers(200);
    receiver.answersWithBytes(1L << 40);
    UUID caseId = urge("110102009");

    dispatcher().sendDue();

    assertThat(state(caseId)).isEqualTo("sent");
  }

  @Test
  void givesUpWhatWaitedTooLongForItsServer() {
    receiver.answers(503);
    UUID caseId = urge("110102009");
    NotificationDispatcher dispatcher = dispatcher();
    dispatcher.sendDue();

    clock.add(Duration.ofDays(8));
    dispatcher.sendDue();

    assertThat(reason(caseId)).isEqualTo("tooOld");
    assertThat(receiver.received()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://gateway.example/sms",
        "ftp://127.0.0.1/",
        "https://user:pw@gateway.example"
      })
  void refusesAnAddressThatIsNotSafe(String url) {
    assertThatThrownBy(
            () -> dispatcher(settings(ROUTES, null, Map.of("sms", webhook(URI.create(url))))))
        .hasMessageContaining("must be an https address, or an http address on this machine")
        .hasMessageNotContaining("pw");
  }

  private NotificationDispatcher dispatcher() {
    return dispatcher(settings(ROUTES, null, Map.of("sms", webhook(receiver.url()))));
  }

  private List<Integer> attempts() {
    return jdbc.sql("select attempts from registry.notification").query(Integer.class).list();
  }

  private JsonNode onlyBody() throws Exception {
    assertThat(receiver.received()).hasSize(1);
    return new ObjectMapper().readTree(receiver.received().get(0).body());
  }
}
