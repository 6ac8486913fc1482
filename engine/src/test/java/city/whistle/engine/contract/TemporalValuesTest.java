package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.IncidentErrorType;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;

/** FEEL's dates, times and durations, where they become variables and where they are needed. */
class TemporalValuesTest {

  private static final String ZONED = "2026-01-01T10:00:00+08:00[Asia/Shanghai]";
  private static final String ZONED_IN_FEEL =
      "date and time(\"2026-01-01T10:00:00@Asia/Shanghai\")";

  private static Map<String, String> scripted(Caller caller, String script) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .scriptTask("S", t -> t.zeebeExpression(script).zeebeResultVariable("result"))
            .endEvent()
            .done());
    Instance instance = caller.start();
    instance.isCompleted();
    return instance.variables();
  }

  @OnEveryTarget
  void aDateTimeWithAZoneKeepsOffsetAndZone(Caller caller) {
    assertThat(scripted(caller, "[%s, {at: %s}]".formatted(ZONED_IN_FEEL, ZONED_IN_FEEL)))
        .containsEntry("result", "[\"%s\",{\"at\":\"%s\"}]".formatted(ZONED, ZONED));
  }

  @OnEveryTarget
  void othersAreIsoTextToo(Caller caller) {
    assertThat(
            scripted(
                caller,
                """
                [date("2026-01-02"), time("10:00:00"), time("10:00:00+08:00"),
                 time("10:00:00@Asia/Shanghai"), date and time("2026-01-02T10:00:00"),
                 date and time("2026-01-02T10:00:00Z"), duration("P1DT2H"), duration("P1Y14M")]\
                """))
        .containsEntry(
            "result",
            "[\"2026-01-02\",\"10:00:00\",\"10:00:00+08:00\",\"10:00:00+08:00\","
                + "\"2026-01-02T10:00:00\",\"2026-01-02T10:00:00Z\",\"P1DT2H\",\"P2Y2M\"]");
  }

  @OnEveryTarget
  void aWorkerGetsThemAndAnExpressionReadsThemAgain(Caller caller) {
    caller.deploy(
        caller.oneJob(
            t ->
                t.zeebeInputExpression(ZONED_IN_FEEL, "at")
                    .zeebeOutputExpression("date and time(at) + duration(\"PT1H\")", "later")));
    Instance instance = caller.start();
    ActivatedJob job = caller.job("work");
    assertThat(job.getVariable("at")).isEqualTo(ZONED);
    caller.complete(job, Map.of());
    assertThat(instance.variables())
        .containsEntry("later", "\"2026-01-01T11:00:00+08:00[Asia/Shanghai]\"");
  }

  @OnEveryTarget
  void aMessageIsCorrelatedByOne(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .intermediateCatchEvent(
                "Wait",
                e ->
                    e.message(
                        m -> m.name(caller.id("m")).zeebeCorrelationKeyExpression(ZONED_IN_FEEL)))
            .endEvent()
            .done());
    Instance instance = caller.start();
    caller.publish("m", ZONED, Map.of());
    instance.isCompleted();
  }

  @OnEveryTarget
  void aDecisionGivesThem(Caller caller) {
    caller.deploy(
        "d.dmn",
        """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="%1$s_drg" name="D" namespace="test">
          <decision id="%1$s" name="D">
            <literalExpression id="e"><text>{at: fromAi(date and time("2026-01-01T10:00:00@Asia/Shanghai")), all: [1..5]}</text></literalExpression>
          </decision>
        </definitions>
        """
            .formatted(caller.id("d")));
    assertThat(
            caller
                .client()
                .newEvaluateDecisionCommand()
                .decisionId(caller.id("d"))
                .variables(Map.of())
                .send()
                .join()
                .getDecisionOutput())
        .isEqualTo("{\"at\":\"%s\",\"all\":null}".formatted(ZONED));
  }

  @OnEveryTarget
  void aTimersDateWithoutZoneIsInUtc(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .intermediateCatchEvent(
                "Until",
                e ->
                    e.timerWithDateExpression(
                        "date and time(date(now()) + duration(\"P1D\"), time(\"00:00:00\"))"))
            .endEvent()
            .done());
    Instance instance = caller.start();
    assertThat(instance.incidents()).isEmpty();
    assertThat(instance.active()).containsExactly("Until");
    caller.moveClock(Duration.ofDays(1));
    instance.isCompleted();
  }

  @OnEveryTarget
  void aTasksDateWithoutZoneIsInUtc(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .userTask(
                "Task",
                t ->
                    t.zeebeUserTask()
                        .zeebeDueDateExpression("date and time(\"2026-01-02T10:00:00\")")
                        .zeebeFollowUpDateExpression("at"))
            .endEvent()
            .done());
    Instance instance = caller.start(Map.of("at", "2026-01-02T09:00:00"));
    assertThat(caller.userTask(instance).getDueDate())
        .isEqualTo(OffsetDateTime.parse("2026-01-02T10:00:00Z"));
    assertThat(caller.userTask(instance).getFollowUpDate())
        .isEqualTo(OffsetDateTime.parse("2026-01-02T09:00:00Z"));
  }

  @OnEveryTarget
  void whatIsNoDateStaysAnIncident(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .intermediateCatchEvent("Until", e -> e.timerWithDateExpression("at"))
            .endEvent()
            .done());
    Instance instance = caller.start(Map.of("at", "tomorrow"));
    instance.incident(IncidentErrorType.EXTRACT_VALUE_ERROR, "Until");
  }
}
