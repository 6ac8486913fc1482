package city.whistle.workers.answer;

import city.whistle.workers.calendar.CityTime;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.feel.FeelEngineClock;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.springframework.stereotype.Component;

/** Evaluates what forms and tables say in FEEL, at the city's time. */
@Component
public class Feel {

  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  private final FeelEngineApi engine;
  private final ObjectMapper json;

  Feel(CityTime time, ObjectMapper json) {
    this.json = json;
    this.engine =
        FeelEngineBuilder.forJava()
            .withClock(
                new FeelEngineClock() {
                  @Override
                  public ZonedDateTime getCurrentTime() {
                    return time.now().atZoneSameInstant(CityTime.ZONE);
                  }
                })
            .build();
  }

  Map<String, Object> values(ObjectNode variables) {
    return json.convertValue(variables, MAP);
  }

  Object value(JsonNode value) {
    return json.convertValue(value, Object.class);
  }

  /**
   * @param expression with or without the leading '='
   * @return missing where it fails, as a form that can't evaluate it goes on without
   */
  public JsonNode evaluate(String expression, Map<String, Object> values) {
    String feel = expression.startsWith("=") ? expression.substring(1) : expression;
    EvaluationResult result = engine.evaluateExpression(feel, values);
    return result.isSuccess() ? json.valueToTree(result.result()) : MissingNode.getInstance();
  }

  /** Whether the expression asks for a variable that {@code values} lack. */
  public boolean asksForMore(String expression, Map<String, Object> values) {
    return engine
        .evaluateExpression(expression, values)
        .suppressedFailures()
        .exists(failure -> failure.failureType().toString().equals("NO_VARIABLE_FOUND"));
  }

  /**
   * The variables that it speaks of, those that it binds itself among them; empty where it is no
   * FEEL.
   *
   * @param tests whether it is a decision table's test
   */
  public Optional<Set<String>> variables(String expression, boolean tests) {
    ParseResult parsed =
        tests ? engine.parseUnaryTests(expression) : engine.parseExpression(expression);
    return parsed.isSuccess() ? Optional.of(parsed.getVariableNames()) : Optional.empty();
  }

  /**
   * Whether a value passes a decision table's test.
   *
   * @param tests such as {@code "2h", "24h"} or {@code -}
   * @param values what else the tests may speak of
   */
  public boolean passes(String tests, JsonNode value, Map<String, Object> values) {
    EvaluationResult result =
        engine.evaluateUnaryTests(tests, json.convertValue(value, Object.class), values);
    return result.isSuccess() && Boolean.TRUE.equals(result.result());
  }
}
