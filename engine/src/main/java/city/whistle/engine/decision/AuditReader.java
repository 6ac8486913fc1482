package city.whistle.engine.decision;

import city.whistle.engine.decision.DecisionEvaluation.Evaluated;
import city.whistle.engine.decision.DecisionEvaluation.Input;
import city.whistle.engine.decision.DecisionEvaluation.Output;
import city.whistle.engine.decision.DecisionEvaluation.Rule;
import city.whistle.engine.expression.FeelValues;
import java.util.ArrayList;
import java.util.List;
import org.camunda.dmn.Audit.AuditLog;
import org.camunda.dmn.Audit.AuditLogEntry;
import org.camunda.dmn.Audit.DecisionTableEvaluationResult;
import org.camunda.dmn.Audit.EvaluatedInput;
import org.camunda.dmn.Audit.EvaluatedOutput;
import org.camunda.dmn.Audit.EvaluatedRule;
import org.camunda.dmn.parser.ParsedDecisionTable;
import org.camunda.dmn.parser.ParsedLiteralExpression;
import org.camunda.feel.syntaxtree.Val;
import scala.jdk.javaapi.CollectionConverters;

/** Reads what was evaluated from the DMN engine's audit log. */
final class AuditReader {

  private final AuditLog log;
  private final FeelValues values;

  AuditReader(AuditLog log, FeelValues values) {
    this.log = log;
    this.values = values;
  }

  /** Decisions only: business knowledge models are in the log too. */
  List<Evaluated> decisions() {
    return CollectionConverters.asJava(log.entries()).stream()
        .filter(entry -> log.dmn().decisionsById().contains(entry.id()))
        .map(this::evaluated)
        .toList();
  }

  private Evaluated evaluated(AuditLogEntry entry) {
    boolean table =
        entry.result() instanceof DecisionTableEvaluationResult
            && entry.decisionLogic() instanceof ParsedDecisionTable;
    return new Evaluated(
        entry.id(),
        entry.name(),
        type(entry),
        json(entry.result().result()),
        table ? inputs((DecisionTableEvaluationResult) entry.result()) : List.of(),
        table ? rules(entry) : List.of());
  }

  private static String type(AuditLogEntry entry) {
    if (entry.decisionLogic() instanceof ParsedDecisionTable) {
      return "DECISION_TABLE";
    }
    return entry.decisionLogic() instanceof ParsedLiteralExpression
        ? "LITERAL_EXPRESSION"
        : "UNKNOWN";
  }

  private Object json(Val value) {
    return values.unpackVal(value);
  }

  private List<Input> inputs(DecisionTableEvaluationResult result) {
    return CollectionConverters.asJava(result.inputs()).stream().map(this::input).toList();
  }

  private Input input(EvaluatedInput input) {
    return new Input(input.input().id(), input.input().name(), json(input.value()));
  }

  private List<Rule> rules(AuditLogEntry entry) {
    var all =
        new ArrayList<>(
            CollectionConverters.asJavaCollection(
                ((ParsedDecisionTable) entry.decisionLogic()).rules()));
    return CollectionConverters.asJava(
            ((DecisionTableEvaluationResult) entry.result()).matchedRules())
        .stream()
        .map(rule -> rule(rule, all.indexOf(rule.rule()) + 1))
        .toList();
  }

  private Rule rule(EvaluatedRule rule, int index) {
    List<Output> outputs =
        CollectionConverters.asJava(rule.outputs()).stream().map(this::output).toList();
    return new Rule(rule.rule().id(), index, outputs);
  }

  private Output output(EvaluatedOutput output) {
    String label = output.output().label();
    String name = label == null ? output.output().name() : label;
    return new Output(output.output().id(), name, json(output.value()));
  }
}
