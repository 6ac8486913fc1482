package city.whistle.workers.processes;

import static io.camunda.process.test.api.CamundaAssert.assertThat;

import io.camunda.client.api.response.ProcessInstanceEvent;
import java.time.Duration;

/** The process of a complaint, case {@code case-1}. */
abstract class ComplaintTest extends ProcessTest {

  static final String CASE_ID = "case-1";
  static final String SETTLED =
      "{answered: true, contacted: true, settled: 'settled', satisfied: 'satisfied'}";
  static final String NOT_SETTLED =
      "{answered: true, contacted: true, settled: 'not', satisfied: 'not'}";

  ProcessInstanceEvent complained() {
    return start("complaint-case", "{caseId: '%s'}".formatted(CASE_ID));
  }

  /** The owner has the case in hand: it stands at HandleCase. */
  ProcessInstanceEvent inHand() {
    ProcessInstanceEvent complaint = complained();
    sign();
    assertThat(complaint).hasActiveElements("HandleCase", "LimitsChanged");
    return complaint;
  }

  void sign() {
    complete("SignCase");
    complete("ContactResident", "{contactResult: 'reached'}");
  }

  void reply() {
    complete("HandleCase", "{outcome: 'settled'}");
    complete("ReplyResident", "{reply: {text: '已通电', channel: 'phone'}}");
  }

  static Object refusal(String code) {
    return StubWorkers.refusal(code).get("refusal");
  }

  /** The owner replies, the resident says it is settled. */
  void settle() {
    reply();
    complete("CallResident", SETTLED);
  }

  void callInVain(int attempt) {
    complete("CallResident", "{answered: false}");
    if (attempt < 3) {
      pass(called("callback"), Duration.ofDays(1), "NextAttemptDue");
    }
  }
}
