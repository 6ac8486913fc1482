package city.whistle.workers.processes;

import static io.camunda.process.test.api.CamundaAssert.assertThat;

import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.process.test.api.CamundaProcessTest;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

@CamundaProcessTest
class ExclusionRequestTest extends ProcessTest {

  @Test
  void isDecidedByTheCentre() {
    ProcessInstanceEvent request = asked();

    complete("DecideExclusion", "{exclusionGranted: true, exclusionNote: '超出职责'}");

    assertThat(request).isCompleted().hasCompletedElements("RecordExclusion", "ExclusionDecided");
    hasResult(request, "granted");
  }

  @Test
  void isRefusedAtOnceWhereTheMonthIsFinal() {
    workers.answer("exclusion.check", "{exclusion: {id: 'exclusion-1', result: 'refusedByRule'}}");

    assertThat(asked())
        .isCompleted()
        .hasCompletedElements("RefusedAtOnce")
        .hasNotActivatedElements("DecideExclusion");
  }

  @Test
  void isRefusedByRuleWhereNobodyDecidesBeforeTheFiguresAreFinal() {
    ProcessInstanceEvent request = asked();
    assertThat(request).hasActiveElements("DecideExclusion");

    publish("exclusion.periodFinal", "exclusion-1", "{exclusionGranted: true}");

    assertThat(request)
        .isCompleted()
        .hasCompletedElements("PeriodFinal", "RecordExclusion")
        .hasTerminatedElements("DecideExclusion");
    hasResult(request, "refusedByRule");
  }

  @Test
  void remindsThoseWhoDecideLate() {
    ProcessInstanceEvent request = asked();

    pass(assertThat(request), Duration.ofDays(3), "DecideExclusion");

    assertThat(request)
        .hasCompletedElements("DecisionOverdue", "RemindDeciders", "DecidersReminded")
        .hasActiveElements("DecideExclusion");
  }

  private ProcessInstanceEvent asked() {
    return start("exclusion-request", "{caseId: 'case-1', exclusion: {id: 'exclusion-1'}}");
  }

  private static void hasResult(ProcessInstanceEvent request, String result) {
    assertThat(request)
        .hasVariableSatisfies(
            "exclusion",
            Map.class,
            exclusion -> Assertions.assertThat(exclusion.get("result")).isEqualTo(result));
  }
}
