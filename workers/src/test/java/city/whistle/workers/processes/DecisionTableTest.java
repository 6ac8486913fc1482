package city.whistle.workers.processes;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.test.FreshEngine;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.EvaluateDecisionResponse;
import io.camunda.client.api.response.MatchedDecisionRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A decision table, evaluated by the engine: one sample or more for each of its rules. */
@ExtendWith(FreshEngine.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DecisionTableTest {

  private static final String NO_RULE = "";

  private final String decision;
  private CamundaClient client;

  DecisionTableTest(String decision) {
    this.decision = decision;
  }

  /** What is decided, as a sentence; the variables; the rule that matches; the output. */
  record Sample(String sentence, String variables, String rule, String output) {

    @Override
    public String toString() {
      return sentence;
    }
  }

  static Sample unmatched(String sentence, String variables) {
    return new Sample(sentence, variables, NO_RULE, "null");
  }

  abstract Stream<Sample> samples();

  @BeforeAll
  void deploy(CamundaClient client) {
    this.client = client;
    client.newDeployResourceCommand().addResourceFromClasspath(resource()).send().join();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void decides(Sample sample) {
    EvaluateDecisionResponse response = evaluate(sample);

    assertThat(Json.tree(response.getDecisionOutput())).isEqualTo(Json.tree(sample.output()));
    assertThat(String.join(", ", matchedRules(response))).isEqualTo(sample.rule());
  }

  @Test
  void isTestedRuleByRule() {
    assertThat(samples().map(this::evaluate).flatMap(response -> matchedRules(response).stream()))
        .containsAll(ModelFiles.rules(resource()));
  }

  private EvaluateDecisionResponse evaluate(Sample sample) {
    return client
        .newEvaluateDecisionCommand()
        .decisionId(decision)
        .variables(Json.members(sample.variables()))
        .send()
        .join();
  }

  private static List<String> matchedRules(EvaluateDecisionResponse response) {
    return response.getEvaluatedDecisions().stream()
        .flatMap(evaluated -> evaluated.getMatchedRules().stream())
        .map(MatchedDecisionRule::getRuleId)
        .toList();
  }

  private String resource() {
    return "processes/%s.dmn".formatted(decision);
  }
}
