package city.whistle.engine.execution;

import city.whistle.engine.decision.DecisionEngine;
import city.whistle.engine.decision.DecisionEvaluation;
import city.whistle.engine.expression.VariableSource;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.state.DecisionDefinition;
import city.whistle.engine.state.DecisionInstance;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.Row;
import city.whistle.engine.state.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Evaluates decisions and writes each to history, with what went in and what came out. */
public final class Decisions {

  private final Turn turn;
  private final State state;
  private final Definitions definitions;
  private final DecisionEngine engine;

  public Decisions(Turn turn, Definitions definitions, DecisionEngine engine) {
    this.turn = turn;
    this.state = turn.state();
    this.definitions = definitions;
    this.engine = engine;
  }

  /** An evaluation, and what was written of it. */
  public record Recorded(
      long evaluationKey, DecisionEvaluation evaluation, List<DecisionInstance> instances) {}

  /**
   * @param asker the element instance that asks, null where none does
   */
  public Recorded evaluate(
      DecisionDefinition decision, VariableSource variables, ElementInstance asker) {
    DecisionEvaluation evaluation =
        engine.evaluate(
            definitions.graph(decision.requirementsKey()), decision.decisionId(), variables);
    long evaluationKey = turn.nextKey();
    List<DecisionInstance> instances = new ArrayList<>();
    for (DecisionEvaluation.Evaluated evaluated : evaluation.decisions()) {
      instances.add(
          instance(evaluationKey, instances.size() + 1, decision, evaluation, evaluated, asker));
    }
    Recorded recorded = new Recorded(evaluationKey, evaluation, List.copyOf(instances));
    write(recorded);
    return recorded;
  }

  /** Writes an evaluation to history, as is done with each; again where that was undone. */
  public void write(Recorded recorded) {
    recorded.instances().forEach(state.decisionInstances::append);
  }

  private DecisionInstance instance(
      long evaluationKey,
      int index,
      DecisionDefinition root,
      DecisionEvaluation evaluation,
      DecisionEvaluation.Evaluated evaluated,
      ElementInstance asker) {
    DecisionDefinition definition = definitionOf(root, evaluated.decisionId());
    boolean failed = evaluated.decisionId().equals(evaluation.failedDecisionId());
    return new DecisionInstance(
        turn.nextKey(),
        evaluationKey,
        index,
        evaluated.type(),
        evaluated.decisionId(),
        evaluated.decisionName(),
        definition.version(),
        definition.key(),
        root.requirementsKey(),
        root.key(),
        JsonValue.of(evaluated.output()),
        JsonValue.of(evaluated.inputs().stream().map(Decisions::input).toList()),
        JsonValue.of(evaluated.matchedRules().stream().map(Decisions::rule).toList()),
        failed ? evaluation.failure() : null,
        asker == null ? Row.NONE : asker.processInstanceKey(),
        asker == null ? Row.NONE : asker.processDefinitionKey(),
        asker == null ? null : asker.bpmnProcessId(),
        asker == null ? Row.NONE : asker.key(),
        asker == null ? null : asker.elementId(),
        turn.now());
  }

  private DecisionDefinition definitionOf(DecisionDefinition root, String decisionId) {
    return state.resources.decisionsByRequirements.stream(root.requirementsKey())
        .filter(decision -> decision.decisionId().equals(decisionId))
        .findFirst()
        .orElse(root);
  }

  private static Map<String, Object> input(DecisionEvaluation.Input input) {
    return entry(input.id(), input.name(), input.value());
  }

  private static Map<String, Object> rule(DecisionEvaluation.Rule rule) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("id", rule.id());
    entry.put("index", (long) rule.index());
    entry.put(
        "outputs",
        rule.outputs().stream()
            .map(output -> entry(output.id(), output.name(), output.value()))
            .toList());
    return entry;
  }

  private static Map<String, Object> entry(String id, String name, Object value) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("id", id);
    entry.put("name", name);
    entry.put("value", value);
    return entry;
  }
}
