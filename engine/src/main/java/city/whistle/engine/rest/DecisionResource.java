package city.whistle.engine.rest;

import city.whistle.engine.command.DecisionEvaluated;
import city.whistle.engine.command.EvaluateDecision;
import city.whistle.engine.json.Json;
import city.whistle.engine.query.DecisionDetails;
import city.whistle.engine.query.Searchable;
import city.whistle.engine.state.DecisionDefinition;
import city.whistle.engine.state.DecisionInstance;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** Decisions: deployed, evaluated, looked at. */
final class DecisionResource {

  private static final String DEFINITIONS = "/v2/decision-definitions";
  private static final String DEFINITION = DEFINITIONS + "/{decisionDefinitionKey}";
  private static final String GRAPH = "/v2/decision-requirements/{decisionRequirementsKey}";

  void addTo(Routes routes) {
    routes.post(DEFINITIONS + "/evaluation", DecisionResource::evaluate);
    addSearch(routes, DEFINITIONS, Searchable.DECISION_DEFINITION);
    addSearch(routes, "/v2/decision-requirements", Searchable.DECISION_REQUIREMENTS);
    addSearch(routes, "/v2/decision-instances", Searchable.DECISION_INSTANCE);
    routes.get(
        DEFINITION,
        call -> {
          long key = call.pathKey("decisionDefinitionKey");
          return call.show(database -> database.get(Searchable.DECISION_DEFINITION, key));
        });
    routes.get(
        DEFINITION + "/xml",
        call -> {
          long key = call.pathKey("decisionDefinitionKey");
          return call.query(database -> Answer.xml(database.decisionXml(key)));
        });
    routes.get(
        GRAPH,
        call -> {
          long key = call.pathKey("decisionRequirementsKey");
          return call.show(database -> database.get(Searchable.DECISION_REQUIREMENTS, key));
        });
    routes.get(
        GRAPH + "/xml",
        call -> {
          long key = call.pathKey("decisionRequirementsKey");
          return call.query(database -> Answer.xml(database.requirementsXml(key)));
        });
    routes.get(
        "/v2/decision-instances/{decisionEvaluationInstanceKey}",
        call -> {
          String id = call.pathText("decisionEvaluationInstanceKey");
          return call.show(database -> database.decisionInstance(id));
        });
  }

  private static void addSearch(Routes routes, String path, Searchable type) {
    routes.post(
        path + "/search", call -> call.search((database, wanted) -> database.search(type, wanted)));
  }

  private static CompletableFuture<Answer> evaluate(Call call) {
    Body body = call.body("decisionDefinitionId", "decisionDefinitionKey", "variables", "tenantId");
    body.refuseTenants();
    body.checkOnlyOne("decisionDefinitionId", "decisionDefinitionKey");
    return call.submit(
        new EvaluateDecision(
            body.key("decisionDefinitionKey"),
            body.text("decisionDefinitionId"),
            body.variables("variables")),
        evaluated -> Answer.json(toWire(evaluated)));
  }

  private static Map<String, Object> toWire(DecisionEvaluated evaluated) {
    DecisionDefinition decision = evaluated.decision();
    Map<String, Object> wire = new LinkedHashMap<>();
    wire.put("decisionDefinitionId", decision.decisionId());
    wire.put("decisionDefinitionName", Objects.toString(decision.name(), decision.decisionId()));
    wire.put("decisionDefinitionVersion", decision.version());
    wire.put("decisionDefinitionKey", Long.toString(decision.key()));
    wire.put("decisionRequirementsId", evaluated.requirements().requirementsId());
    wire.put("decisionRequirementsKey", Long.toString(decision.requirementsKey()));
    wire.put("decisionEvaluationKey", Long.toString(evaluated.evaluationKey()));
    wire.put("decisionInstanceKey", Long.toString(evaluated.evaluationKey()));
    wire.put("output", Json.write(evaluated.evaluation().output()));
    wire.put("failedDecisionDefinitionId", evaluated.evaluation().failedDecisionId());
    wire.put("failureMessage", Objects.toString(evaluated.evaluation().failure(), ""));
    wire.put("tenantId", "<default>");
    wire.put(
        "evaluatedDecisions",
        evaluated.instances().stream().map(DecisionResource::instance).toList());
    return wire;
  }

  private static Map<String, Object> instance(DecisionInstance instance) {
    Map<String, Object> wire = new LinkedHashMap<>();
    wire.put("decisionDefinitionId", instance.decisionId());
    wire.put(
        "decisionDefinitionName", Objects.toString(instance.decisionName(), instance.decisionId()));
    wire.put("decisionDefinitionVersion", instance.decisionVersion());
    wire.put("decisionDefinitionKey", Long.toString(instance.decisionDefinitionKey()));
    wire.put("decisionDefinitionType", instance.type());
    wire.put("decisionEvaluationInstanceKey", instance.evaluationKey() + "-" + instance.index());
    wire.put("output", instance.result() == null ? "null" : instance.result().text());
    wire.put("tenantId", "<default>");
    wire.put("evaluatedInputs", DecisionDetails.inputs(instance.inputs().value()));
    wire.put("matchedRules", DecisionDetails.rules(instance.matchedRules().value()));
    return wire;
  }
}
