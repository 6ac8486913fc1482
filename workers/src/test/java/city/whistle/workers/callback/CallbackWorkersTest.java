package city.whistle.workers.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.workers.RecordingEngine;
import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.SteppedClock;
import city.whistle.workers.access.Caller;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.intake.ResidentWishes;
import city.whistle.workers.job.TestJob;
import city.whistle.workers.outbox.EngineCall.PublishMessage;
import city.whistle.workers.outbox.OutboxSender;
import city.whistle.workers.resident.ResidentVault;
import city.whistle.workers.resident.VaultPart;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@RegistryTest
class CallbackWorkersTest {

  private static final String ANSWER =
      """
      {"contacted": true, "settled": "settled", "satisfied": "basically", "comment": "谢谢王师傅"}\
      """;

  @Autowired private PlanCallbackWorker plan;
  @Autowired private SendLinkWorker sendLink;
  @Autowired private RecordCallbackWorker record;
  @Autowired private ResidentWishes wishes;
  @Autowired private Registry registry;
  @Autowired private ResidentVault vault;
  @Autowired private MockMvc api;
  @Autowired private SteppedClock clock;
  @Autowired private OutboxSender outbox;
  @Autowired private RecordingEngine engine;

  @Test
  void callsByPhoneFirst() {
    Map<?, ?> callback = planned(registry.dispatched(), 1);

    assertThat(callback.get("channel")).isEqualTo("phone");
    assertThat(callback.get("maxAttempts")).isEqualTo(3);
    assertThat(callback.get("call")).isEqualTo(1);
    assertThat(callback.get("calls")).isEqualTo(2);
  }

  @Test
  void sendsALinkAtTheLastAttempt() {
    assertThat(planned(registry.dispatched(), 3).get("channel")).isEqualTo("sms");
  }

  @Test
  void asksOnTheWebWhoLeftNoNumber() {
    CaseFile file = registry.opened(body -> body.remove("resident"));

    assertThat(planned(file, 1).get("channel")).isEqualTo("web");
  }

  /** Neither the next attempt nor the next round disturbs whoever has that number. */
  @Test
  void dialsAWrongNumberNoMoreAndSendsNothingThere() {
    CaseFile file = registry.dispatched();
    assertThat(planned(file, 1).get("channel")).isEqualTo("phone");

    Object next =
        plan.planCallback(
                TestJob.of(
                    "callback.plan",
                    Map.of("caseId", file.id(), "attempt", 2, "noAnswer", "wrongNumber")))
            .get("callback");

    assertThat(((Map<?, ?>) next).get("channel")).isEqualTo("web");
    assertThat(planned(file, 3).get("channel")).isEqualTo("web");
    assertThat(vault.holdsNumber(file.id())).isFalse();
  }

  @Test
  void putsNoSilenceIntoTheResidentsMouth() {
    CaseFile file = registry.dispatched();
    Map<String, Object> variables =
        Map.of(
            "caseId",
            file.id(),
            "callback",
            planned(file, 3),
            "answered",
            false,
            "noAnswer",
            "wrongNumber");

    record.recordCallback(TestJob.of("callback.record", variables));

    assertThat(registry.lastLine(file.id()).who()).isEqualTo("system");
    assertThat(registry.lastLine(file.id()).details()).contains("wrongNumber");
    assertThat(planned(file, 1).get("channel")).as("in the next round").isEqualTo("web");
  }

  @Test
  void takesAnAnswerByLinkAndTellsTheProcessWithoutTheComment() throws Exception {
    CaseFile file = registry.dispatched();
    Map<?, ?> callback = planned(file, 3);

    answer(link(file, callback), ANSWER).andExpect(status().isNoContent());
    outbox.sendDue();

    assertThat(engine.calls())
        .contains(
            PublishMessage.lasting(
                "callback.answered",
                (String) callback.get("id"),
                Map.of(
                    "answered",
                    true,
                    "contacted",
                    true,
                    "settled",
                    "settled",
                    "satisfied",
                    "basically")));
    assertThat(comment(file, callback)).isEqualTo("谢谢王师傅");
  }

  @Test
  void countsAnAnswerByLinkThatTheProcessDidNotWaitFor() throws Exception {
    CaseFile file = registry.dispatched();
    Map<?, ?> callback = planned(file, 3);
    answer(link(file, callback), ANSWER).andExpect(status().isNoContent());
    assertThat(ended(file, callback).get("answer"))
        .asString()
        .contains("answered=true", "settled=settled", "satisfied=basically");
  }

  @Test
  void asksNobodyAgainWhoAnsweredAnEarlierLink() throws Exception {
    CaseFile file = registry.dispatched();
    Map<?, ?> earlier = planned(file, 1);
    answer(link(file, earlier), ANSWER).andExpect(status().isNoContent());
    assertThat(planned(file, 2).get("id")).isEqualTo(earlier.get("id"));
    assertThat(planned(file, 2).get("channel")).isEqualTo("answered");
  }

  @Test
  void refusesALinkWhenTheNextAttemptHasBegun() throws Exception {
    CaseFile file = registry.dispatched();
    String token = link(file, planned(file, 2));
    planned(file, 3);
    answer(token, ANSWER).andExpect(status().isGone());
  }

  @Test
  void refusesALinkWhenTheCallbackIsOver() throws Exception {
    CaseFile file = registry.dispatched();
    Map<?, ?> callback = planned(file, 3);
    String token = link(file, callback);
    ended(file, callback);
    answer(token, ANSWER).andExpect(status().isGone());
  }

  @Test
  void refusesALinkAfterTheResidentWithdrewTheCase() throws Exception {
    CaseFile file = registry.dispatched();
    String token = link(file, planned(file, 3));
    wishes.tell(
        file.number(),
        new ResidentWishes.Told(ResidentWishes.Wish.WITHDRAW, null, null),
        new Caller("demo-hotline", null, true));
    answer(token, ANSWER).andExpect(status().isGone());
  }

  @Test
  void takesALinkOnce() throws Exception {
    CaseFile file = registry.dispatched();
    String token = link(file, planned(file, 3));
    answer(token, ANSWER);

    answer(token, ANSWER).andExpect(status().isGone());
  }

  @Test
  void refusesAnOldLink() throws Exception {
    CaseFile file = registry.dispatched();
    String token = link(file, planned(file, 3));
    clock.add(Duration.ofDays(4));

    answer(token, ANSWER).andExpect(status().isGone());
  }

  @Test
  void keepsTheLinkGoodWhenTheAnswerIsWrong() throws Exception {
    CaseFile file = registry.dispatched();
    String token = link(file, planned(file, 3));

    answer(token, "{\"contacted\": true, \"settled\": \"maybe\"}")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.errors.length()").value(2));

    answer(token, ANSWER).andExpect(status().isNoContent());
  }

  @Test
  void doesNotKnowALinkThatIsNone() throws Exception {
    answer("nothing", ANSWER).andExpect(status().isNotFound());
  }

  @Test
  void keepsNoTokenOutsideTheVault() {
    CaseFile file = registry.dispatched();

    String token = link(file, planned(file, 3));

    assertThat(registry.everythingOutsideTheVault()).doesNotContain(token);
  }

  @Test
  void recordsWhatAnAgentWasTold() {
    CaseFile file = registry.dispatched();
    Map<?, ?> callback = planned(file, 1);

    Map<String, Object> out =
        record.recordCallback(
            TestJob.of(
                "callback.record",
                Map.of(
                    "caseId",
                    file.id(),
                    "callback",
                    callback,
                    "answered",
                    true,
                    "contacted",
                    true,
                    "settled",
                    "partly",
                    "satisfied",
                    "not",
                    "comment",
                    "还差两户")));

    assertThat(out.get("answer"))
        .isEqualTo(
            Map.of("answered", true, "contacted", true, "settled", "partly", "satisfied", "not"));
    assertThat(out).containsEntry("comment", null);
    assertThat(comment(file, callback)).isEqualTo("还差两户");
  }

  @Test
  void recordsThatThereWasNoAnswer() {
    CaseFile file = registry.dispatched();
    Map<String, Object> values = new HashMap<>();
    values.put("caseId", file.id());
    values.put("callback", planned(file, 3));
    values.put("answered", false);
    values.put("settled", null);

    Map<String, Object> out = record.recordCallback(TestJob.of("callback.record", values));

    assertThat(out.get("answer")).asString().contains("answered=false", "settled=null");
  }

  @Test
  void refusesAnAnswerThatIsNotAgreed() {
    CaseFile file = registry.dispatched();
    Map<String, Object> values =
        Map.of(
            "caseId",
            file.id(),
            "callback",
            planned(file, 1),
            "answered",
            true,
            "contacted",
            true,
            "settled",
            "perhaps",
            "satisfied",
            "not");

    assertThatThrownBy(() -> record.recordCallback(TestJob.of("callback.record", values)))
        .hasMessageContaining("settled");
  }

  private Map<?, ?> planned(CaseFile file, int attempt) {
    return (Map<?, ?>)
        plan.planCallback(
                TestJob.of(
                    "callback.plan", Map.of("caseId", file.id(), "round", 1, "attempt", attempt)))
            .get("callback");
  }

  /** The process ends the callback; nobody told it an answer. */
  private Map<String, Object> ended(CaseFile file, Map<?, ?> callback) {
    Map<String, Object> values = new HashMap<>();
    values.put("caseId", file.id());
    values.put("callback", callback);
    values.put("answered", false);
    values.put("settled", null);
    return record.recordCallback(TestJob.of("callback.record", values));
  }

  private String link(CaseFile file, Map<?, ?> callback) {
    sendLink.sendLink(
        TestJob.of("callback.sendLink", Map.of("caseId", file.id(), "callback", callback)));
    String link =
        vault
            .reveal(file.id(), VaultPart.link(id(callback)), "test", "to follow the link")
            .orElseThrow();
    return link.substring(link.lastIndexOf('/') + 1);
  }

  private String comment(CaseFile file, Map<?, ?> callback) {
    return vault
        .reveal(file.id(), VaultPart.comment(id(callback)), "test", "to look")
        .orElseThrow();
  }

  private static UUID id(Map<?, ?> callback) {
    return UUID.fromString((String) callback.get("id"));
  }

  private ResultActions answer(String token, String body) throws Exception {
    return api.perform(
        post("/api/callbacks/" + token).contentType(MediaType.APPLICATION_JSON).content(body));
  }
}
