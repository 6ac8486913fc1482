package city.whistle.workers.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.workers.RecordingEngine;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.SteppedClock;
import city.whistle.workers.access.Caller;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.intake.ResidentWishes;
import city.whistle.workers.job.TestJob;
import city.whistle.workers.outbox.EngineCall.PublishMessage;
import city.whistle.workers.outbox.OutboxSender;
import city.whistle.workers.resident.VaultPart;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The link by which a resident answers. */
@RegistryTest
class CallbackLinksTest extends CallbackScene {

  private static final String ANSWER =
      """
      {"contacted": true, "settled": "settled", "satisfied": "basically", "comment": "谢谢王师傅"}\
      """;

  @Autowired private SendLinkWorker sendLink;
  @Autowired private ResidentWishes wishes;
  @Autowired private SteppedClock clock;
  @Autowired private OutboxSender outbox;
  @Autowired private RecordingEngine engine;

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
}
