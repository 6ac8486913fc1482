package city.whistle.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.decision.DecisionEvaluation.Evaluated;
import city.whistle.engine.decision.DecisionEvaluation.Input;
import city.whistle.engine.decision.DecisionEvaluation.Output;
import city.whistle.engine.decision.DecisionEvaluation.Rule;
import city.whistle.engine.expression.VariableSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Definitions;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.Text;
import org.junit.jupiter.api.Test;

class DecisionEngineTest extends DecisionFiles {

  private DecisionEvaluation evaluate(String file, String decisionId, Map<String, ?> variables) {
    DecisionGraph graph = engine.compile(file, resource(file));
    return engine.evaluate(graph, decisionId, VariableSource.of(variables));
  }

  @Test
  void compilesIdsNamesAndVersionTags() {
    DecisionGraph graph = engine.compile("dish.dmn", resource("dish.dmn"));

    assertThat(graph.id()).isEqualTo("dishes");
    assertThat(graph.name()).isEqualTo("Dishes");
    assertThat(graph.decisions())
        .containsExactly(
            new DecisionGraph.Decision("dish", "Dish", "v1"),
            new DecisionGraph.Decision("season", "Season", null));
  }

  @Test
  void tellsEveryRequiredDecisionWithInputsRulesAndOutputs() {
    DecisionEvaluation evaluation =
        evaluate("dish.dmn", "dish", Map.of("month", 1L, "party", Map.of("guests", 4L)));

    assertThat(evaluation.output()).isEqualTo("roast");
    assertThat(evaluation.failed()).isFalse();
    assertThat(evaluation.decisions())
        .containsExactly(
            new Evaluated("season", "Season", "LITERAL_EXPRESSION", "winter", List.of(), List.of()),
            new Evaluated(
                "dish",
                "Dish",
                "DECISION_TABLE",
                "roast",
                List.of(
                    new Input("seasonInput", "Season", "winter"),
                    new Input("guestsInput", "Guests", 4L)),
                List.of(
                    new Rule("winter", 2, List.of(new Output("dishOutput", "Dish", "roast"))))));
  }

  @Test
  void missingVariablesCountAsNull() {
    DecisionEvaluation evaluation = evaluate("dish.dmn", "dish", Map.of("month", 1L));

    assertThat(evaluation.output()).isEqualTo("roast");
    assertThat(evaluation.decisions().get(1).inputs().get(1).value()).isNull();
  }

  @Test
  void noMatchingRuleGivesNullAndIsNoFailure() {
    DecisionEvaluation evaluation = evaluate("dish.dmn", "dish", Map.of("month", 7L));

    assertThat(evaluation.output()).isNull();
    assertThat(evaluation.failed()).isFalse();
    assertThat(evaluation.decisions()).hasSize(2);
  }

  @Test
  void looksUpOnlyVariablesThatTheGraphMentions() {
    DecisionGraph graph = engine.compile("dish.dmn", resource("dish.dmn"));
    List<String> asked = new ArrayList<>();
    VariableSource source =
        new VariableSource() {
          @Override
          public boolean contains(String name) {
            asked.add(name);
            return false;
          }

          @Override
          public Object get(String name) {
            return null;
          }
        };

    engine.evaluate(graph, "dish", source);

    assertThat(Set.copyOf(asked)).contains("month", "party").isSubsetOf("month", "party", "season");
  }

  @Test
  void collectsOutputsAsListOfContexts() {
    assertThat(evaluate("tables.dmn", "units", Map.of("level", 2L)).output())
        .isEqualTo(List.of(Map.of("code", "A", "hours", 24L), Map.of("code", "B", "hours", 1.5)));
  }

  @Test
  void bareLiteralExpressionGivesItsJson() {
    Map<String, Object> inner = new HashMap<>();
    inner.put("b", null);

    assertThat(evaluate("tables.dmn", "bare", Map.of()).output())
        .isEqualTo(Map.of("a", List.of(1L, inner), "c", true, "d", "x"));
  }

  /** As Camunda Process Test builds the decisions that it mocks. */
  private Object evaluateLiteral(String feel) {
    DmnModelInstance model = Dmn.createEmptyModel();
    Definitions definitions = model.newInstance(Definitions.class);
    definitions.setName("mock-name");
    definitions.setNamespace("http://camunda.org/schema/1.0/dmn");
    model.setDefinitions(definitions);
    Decision decision = model.newInstance(Decision.class);
    decision.setId("mock");
    decision.setName("mock-decision-name");
    definitions.addChildElement(decision);
    LiteralExpression expression = model.newInstance(LiteralExpression.class);
    Text text = model.newInstance(Text.class);
    text.setTextContent(feel);
    expression.setText(text);
    decision.addChildElement(expression);
    DecisionGraph graph = engine.compile("mock.dmn", Dmn.convertToString(model));
    return engine.evaluate(graph, "mock", VariableSource.EMPTY).output();
  }

  @Test
  void evaluatesADecisionThatWasBuiltFromAnEmptyModel() {
    assertThat(evaluateLiteral("{\"unit\":\"A\",\"hours\":[1,2.5]}"))
        .isEqualTo(Map.of("unit", "A", "hours", List.of(1L, 2.5)));
  }

  @Test
  void knowsTheFunctionsThatExpressionsKnow() {
    assertThat(evaluateLiteral("fromAi(1 + 1, \"a number\")")).isEqualTo(2L);
    assertThat(evaluateLiteral("cycle(3, duration(\"PT1H\"))")).isEqualTo("R3/PT1H");
    assertThat(evaluateLiteral("now()")).isEqualTo("2026-01-31T00:00:00Z");
  }

  @Test
  void givesTemporalValuesAsVariablesHaveThem() {
    assertThat(evaluateLiteral("[date and time(\"2026-01-01T10:00:00@Asia/Shanghai\"), [1..2]]"))
        .isEqualTo(Arrays.asList("2026-01-01T10:00:00+08:00[Asia/Shanghai]", null));
  }

  @Test
  void followsTheEnginesClock() {
    assertThat(evaluate("tables.dmn", "today", Map.of()).output()).isEqualTo("2026-01-31");
  }

  @Test
  void violatedHitPolicyIsAFailureOfThatDecision() {
    DecisionEvaluation evaluation = evaluate("tables.dmn", "above", Map.of("level", 2L));

    assertThat(evaluation.failed()).isTrue();
    assertThat(evaluation.failedDecisionId()).isEqualTo("unique");
    assertThat(evaluation.failure()).contains("UNIQUE");
    assertThat(evaluation.output()).isNull();
    assertThat(evaluation.decisions().get(0).matchedRules())
        .extracting(Rule::index)
        .containsExactly(1, 2);
  }

  @Test
  void unknownDecisionIsAFailure() {
    DecisionEvaluation evaluation = evaluate("tables.dmn", "nowhere", Map.of());

    assertThat(evaluation.failedDecisionId()).isEqualTo("nowhere");
    assertThat(evaluation.failure()).contains("no decision found with id 'nowhere'");
  }

  @Test
  void callsAFunctionWhoseNameHasBlanks() {
    String xml =
        """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="D" namespace="n">
          <decision id="twice" name="Twice">
            <variable id="v" name="Twice"/>
            <knowledgeRequirement id="k"><requiredKnowledge href="#bkm"/></knowledgeRequirement>
            <invocation id="i">
              <literalExpression id="l"><text>double it</text></literalExpression>
              <binding><parameter id="p" name="x"/><literalExpression id="b"><text>n</text></literalExpression></binding>
            </invocation>
          </decision>
          <businessKnowledgeModel id="bkm" name="double it">
            <encapsulatedLogic id="e">
              <formalParameter id="f" name="x"/>
              <literalExpression id="x"><text>x * 2</text></literalExpression>
            </encapsulatedLogic>
          </businessKnowledgeModel>
        </definitions>
        """;
    DecisionEvaluation twice =
        engine.evaluate(engine.compile("d.dmn", xml), "twice", VariableSource.of(Map.of("n", 21L)));
    assertThat(twice.failure()).isNull();
    assertThat(twice.output()).isEqualTo(42L);
  }
}
