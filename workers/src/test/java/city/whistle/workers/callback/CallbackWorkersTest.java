package city.whistle.workers.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.workers.RegistryTest;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.job.TestJob;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

@RegistryTest
class CallbackWorkersTest extends CallbackScene {

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

  @Test
  void asksNobodyOfWhatAPatrolFound() {
    CaseFile file =
        registry.opened(
            body -> {
              body.put("channel", "patrol");
              body.remove("resident");
            });

    assertThat(planned(file, 1).get("channel")).isEqualTo("none");
    assertThat(
            registry.count("select count(*) from registry.callback where case_id = ?", file.id()))
        .isZero();
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
}
