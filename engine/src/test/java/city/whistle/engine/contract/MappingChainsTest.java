package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.zeebe.model.bpmn.builder.ServiceTaskBuilder;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The mappings of one element are one evaluation: what each sees of those before it. */
class MappingChainsTest {

  private static Map<String, Object> inputs(
      Caller caller, Map<String, Object> variables, Consumer<ServiceTaskBuilder> mappings) {
    deploy(caller, mappings);
    caller.start(variables);
    return caller.job("work").getVariablesAsMap();
  }

  private static Map<String, String> outputs(
      Caller caller,
      Map<String, Object> variables,
      Map<String, Object> result,
      Consumer<ServiceTaskBuilder> mappings) {
    deploy(caller, mappings);
    Instance instance = caller.start(variables);
    caller.complete("work", result);
    instance.isCompleted();
    return instance.variables();
  }

  private static void deploy(Caller caller, Consumer<ServiceTaskBuilder> mappings) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .serviceTask("Work", t -> mappings.accept(t.zeebeJobType(caller.id("work"))))
            .endEvent()
            .done());
  }

  @OnEveryTarget
  void membersAreCopiedOneByOneUnderTheSameName(Caller caller) {
    Map<String, Object> seen =
        inputs(
            caller,
            Map.of("foo", Map.of("bar", 1, "baz", 2, "other", 3)),
            t ->
                t.zeebeInputExpression("foo.bar", "foo.bar")
                    .zeebeInputExpression("foo.baz", "foo.baz"));
    assertThat(seen).isEqualTo(Map.of("foo", Map.of("bar", 1, "baz", 2)));
  }

  @OnEveryTarget
  void aNestedTargetCoversOnlyItsOwnMember(Caller caller) {
    Map<String, Object> seen =
        inputs(
            caller,
            Map.of("a", Map.of("b", Map.of("x", 1, "y", 2), "z", 3)),
            t ->
                t.zeebeInputExpression("9", "a.b.x")
                    .zeebeInputExpression("a.b.x + a.b.y + a.z", "sum")
                    .zeebeInputExpression("a", "all"));
    assertThat(seen)
        .containsEntry("sum", 14)
        .containsEntry("a", Map.of("b", Map.of("x", 9)))
        .containsEntry("all", Map.of("b", Map.of("x", 9, "y", 2), "z", 3));
  }

  @OnEveryTarget
  void aWholeTargetCoversTheVariable(Caller caller) {
    Map<String, Object> seen =
        inputs(
            caller,
            Map.of("foo", Map.of("a", 1, "baz", 2)),
            t ->
                t.zeebeInputExpression("1", "foo.bar")
                    .zeebeInputExpression("{q: 9}", "foo")
                    .zeebeInputExpression("2", "foo.baz")
                    .zeebeInputExpression("foo", "copy"));
    assertThat(seen)
        .containsEntry("foo", Map.of("q", 9, "baz", 2))
        .containsEntry("copy", Map.of("q", 9, "baz", 2));
  }

  @OnEveryTarget
  void aPathIntoAValueThatIsNoObjectReplacesIt(Caller caller) {
    Map<String, Object> seen =
        inputs(
            caller,
            Map.of("x", "text"),
            t ->
                t.zeebeInputExpression("1", "a")
                    .zeebeInputExpression("2", "a.b.c")
                    .zeebeInputExpression("3", "x.y")
                    .zeebeInputExpression("x.y + a.b.c", "sum"));
    assertThat(seen)
        .containsEntry("a", Map.of("b", Map.of("c", 2)))
        .containsEntry("x", Map.of("y", 3))
        .containsEntry("sum", 5);
  }

  @OnEveryTarget
  void theSameTargetTwiceKeepsTheLastAndShowsEach(Caller caller) {
    Map<String, Object> seen =
        inputs(
            caller,
            Map.of(),
            t ->
                t.zeebeInputExpression("1", "x")
                    .zeebeInputExpression("x", "first")
                    .zeebeInputExpression("x + 1", "x")
                    .zeebeInputExpression("x", "second"));
    assertThat(seen).isEqualTo(Map.of("first", 1, "x", 2, "second", 2));
  }

  @OnEveryTarget
  void temporalValuesKeepTheirTypeForTheNextMapping(Caller caller) {
    Map<String, Object> seen =
        inputs(
            caller,
            Map.of(),
            t ->
                t.zeebeInputExpression("duration(\"PT1H\")", "d")
                    .zeebeInputExpression("date and time(\"2026-01-01T10:00:00Z\") + d", "due")
                    .zeebeInputExpression("due.hour", "hour")
                    .zeebeInputExpression("date(\"2026-03-05\")", "o.days")
                    .zeebeInputExpression("o.days.month", "month")
                    .zeebeInputExpression("[duration(\"P1Y\"), time(\"08:30:00\")]", "list")
                    .zeebeInputExpression("list[1].years + list[2].minute", "listed"));
    assertThat(seen)
        .containsEntry("d", "PT1H")
        .containsEntry("due", "2026-01-01T11:00:00Z")
        .containsEntry("hour", 11)
        .containsEntry("o", Map.of("days", "2026-03-05"))
        .containsEntry("month", 3)
        .containsEntry("list", List.of("P1Y", "08:30:00"))
        .containsEntry("listed", 31);
  }

  @OnEveryTarget
  void anOutputSeesWhatEarlierOnesMade(Caller caller) {
    Map<String, String> variables =
        outputs(
            caller,
            Map.of(),
            Map.of("x", 1),
            t -> t.zeebeOutputExpression("x + 1", "x").zeebeOutputExpression("x", "y"));
    assertThat(variables).isEqualTo(Map.of("x", "2", "y", "2"));
  }

  @OnEveryTarget
  void anOutputSeesTheNestedTargetsOfEarlierOnes(Caller caller) {
    Map<String, String> variables =
        outputs(
            caller,
            Map.of("o", Map.of("deep", Map.of("old", 2))),
            Map.of("n", 5),
            t ->
                t.zeebeOutputExpression("n", "o.deep.fresh")
                    .zeebeOutputExpression("o.deep.fresh + o.deep.old", "sum")
                    .zeebeOutputExpression("o.deep.fresh * 2", "o.twice"));
    assertThat(variables)
        .containsEntry("sum", "7")
        .containsEntry("o", "{\"deep\":{\"old\":2,\"fresh\":5},\"twice\":10}");
  }

  @OnEveryTarget
  void anOutputTakesNothingElseOfTheResultAlong(Caller caller) {
    Map<String, String> variables =
        outputs(
            caller,
            Map.of("a", Map.of("a1", 1)),
            Map.of("a", Map.of("a2", 2, "a3", 3)),
            t -> t.zeebeOutputExpression("a.a2", "a.a2").zeebeOutputExpression("a.a3", "seen"));
    assertThat(variables).isEqualTo(Map.of("a", "{\"a1\":1,\"a2\":2}", "seen", "3"));
  }

  @OnEveryTarget
  void temporalValuesKeepTheirTypeForTheNextOutput(Caller caller) {
    Map<String, String> variables =
        outputs(
            caller,
            Map.of(),
            Map.of("day", "2026-03-05"),
            t ->
                t.zeebeOutputExpression("date(day)", "day")
                    .zeebeOutputExpression("day + duration(\"P1M\")", "next")
                    .zeebeOutputExpression("next.month", "month"));
    assertThat(variables)
        .isEqualTo(Map.of("day", "\"2026-03-05\"", "next", "\"2026-04-05\"", "month", "4"));
  }

  @OnEveryTarget
  void aMappingThatFailsLeavesNothingOfTheOthers(Caller caller) {
    deploy(
        caller,
        t -> t.zeebeInputExpression("1", "x").zeebeInputExpression("assert(y, y != null)", "y"));
    Instance instance = caller.start();
    instance.incident(IncidentErrorType.IO_MAPPING_ERROR, "Work");
    assertThat(instance.variablesOf(instance.keyOf("Work"))).isEmpty();
    instance.repair(Map.of("y", 2));
    assertThat(caller.job("work").getVariablesAsMap()).isEqualTo(Map.of("x", 1, "y", 2));
  }
}
