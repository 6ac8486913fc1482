package city.whistle.workers.processes;

import static io.camunda.process.test.api.CamundaAssert.assertThat;

import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.process.test.api.CamundaProcessTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

@CamundaProcessTest
class CallbackTest extends ProcessTest {

  private static final String CASE = "{caseId: 'case-1', round: 1}";
  private static final String SATISFIED =
      "{answered: true, contacted: true, settled: 'settled', satisfied: 'satisfied'}";
  private static final String COMMENTED =
      "{answered: true, contacted: true, settled: 'settled', satisfied: 'satisfied', comment: '谢'}";

  @Test
  void asksByPhone() {
    ProcessInstanceEvent callback = start("callback", CASE);

    complete("CallResident", COMMENTED);

    assertThat(callback)
        .isCompleted()
        .hasCompletedElements("PlanCallback", "CallResident", "RecordCallback", "CallbackEnded")
        .hasNotActivatedElements("SendLink", "NextAttemptDue")
        .hasVariable("answer", Json.members(SATISFIED));
  }

  @Test
  void callsAgainWhenTheResidentAskedForIt() {
    ProcessInstanceEvent callback = start("callback", CASE);

    complete(
        "CallResident",
        "{answered: false, noAnswer: 'later', callAt: '%s'}"
            .formatted(context.getCurrentTime().plus(Duration.ofHours(2))));
    pass(assertThat(callback), Duration.ofHours(2), "NextAttemptDue");
    complete("CallResident", COMMENTED);

    assertThat(callback).isCompleted().hasCompletedElement("CallResident", 2);
  }

  @Test
  void leavesAloneWhoRefusesToAnswer() {
    ProcessInstanceEvent callback = start("callback", CASE);

    complete("CallResident", "{answered: false, noAnswer: 'refused'}");

    assertThat(callback).isCompleted().hasNotActivatedElements("NextAttemptDue");
  }

  @Test
  void forgetsTheResidentsComment() {
    ProcessInstanceEvent callback = start("callback", CASE);

    complete("CallResident", COMMENTED);

    assertThat(callback).isCompleted().hasVariable("comment", null);
  }

  @Test
  void takesTheAnswerGivenByLink() {
    workers.answer("callback.plan", job -> StubAnswers.planned(job, "sms"));
    ProcessInstanceEvent callback = start("callback", CASE);

    assertThat(callback).hasActiveElements("AwaitAnswer");
    publish("callback.answered", "callback-1", SATISFIED);

    assertThat(callback)
        .isCompleted()
        .hasCompletedElements("SendLink", "ResidentAnswered", "RecordCallback")
        .hasNotActivatedElements("CallResident", "LinkExpired", "NextAttemptDue")
        .hasVariable("answer", Json.members(SATISFIED));
  }

  @Test
  void asksNobodyWhoAnsweredAnEarlierLink() {
    workers.answer(
        "callback.plan",
        job -> Json.members("{callback: {id: 'callback-1', channel: 'answered', attempt: 2}}"));
    workers.answer("callback.record", "{answer: %s}".formatted(SATISFIED));
    ProcessInstanceEvent callback = start("callback", CASE);
    assertThat(callback)
        .isCompleted()
        .hasCompletedElements("RecordCallback")
        .hasNotActivatedElements("CallResident", "SendLink", "NextAttemptDue")
        .hasVariable("answer", Json.members(SATISFIED));
  }

  @Test
  void asksNobodyOfWhatAPatrolFound() {
    workers.answer(
        "callback.plan",
        job -> Json.members("{callback: {id: 'callback-1', channel: 'none', attempt: 1}}"));

    ProcessInstanceEvent callback = start("callback", CASE);

    assertThat(callback)
        .isCompleted()
        .hasCompletedElements("PlanCallback", "NobodyToAsk")
        .hasNotActivatedElements("CallResident", "SendLink", "RecordCallback")
        .hasVariable("answer", Map.of("answered", false));
  }

  @Test
  void triesAgainWhenALinkExpires() {
    workers.answer("callback.plan", job -> StubAnswers.planned(job, "web"));
    ProcessInstanceEvent callback = start("callback", CASE);

    pass(assertThat(callback), Duration.ofDays(2), "AwaitAnswer");
    pass(assertThat(callback), Duration.ofDays(1), "NextAttemptDue");
    assertThat(callback).hasActiveElements("AwaitAnswer");
    publish("callback.answered", "callback-2", SATISFIED);

    assertThat(callback)
        .isCompleted()
        .hasCompletedElements("LinkExpired", "NextAttemptDue", "ResidentAnswered")
        .hasCompletedElement("SendLink", 2)
        .hasVariable("answer", Json.members(SATISFIED));
  }

  @Test
  void recordsThatNobodyAnswersAfterTheLastAttempt() {
    ProcessInstanceEvent callback = start("callback", CASE);

    complete("CallResident", "{answered: false}");
    pass(assertThat(callback), Duration.ofDays(1), "NextAttemptDue");
    complete("CallResident", "{answered: false}");
    pass(assertThat(callback), Duration.ofDays(1), "NextAttemptDue");
    complete("CallResident", "{answered: false}");

    assertThat(callback)
        .isCompleted()
        .hasCompletedElement("CallResident", 3)
        .hasCompletedElement("RecordCallback", 1)
        .hasVariableSatisfies(
            "answer",
            Map.class,
            answer -> Assertions.assertThat(answer.get("answered")).isEqualTo(false));
    Assertions.assertThat(workers.jobs("callback.plan"))
        .extracting(job -> job.get("attempt"))
        .isEqualTo(List.of(1, 2, 3));
  }
}
