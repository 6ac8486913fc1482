package city.whistle.engine.rest;

import city.whistle.engine.command.CancelInstance;
import city.whistle.engine.command.CreateInstance;
import city.whistle.engine.command.InstanceCreated;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.query.Searchable;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Instances of processes: started, looked at, cancelled. */
final class ProcessInstanceResource {

  private static final String ALL = "/v2/process-instances";
  private static final String ONE = ALL + "/{processInstanceKey}";

  void addTo(Routes routes) {
    routes.post(ALL, ProcessInstanceResource::create);
    routes.post(ONE + "/cancellation", ProcessInstanceResource::cancel);
    routes.post(
        ONE + "/modification", call -> call.submit(InstanceModification.of(call, key(call))));
    routes.post(ONE + "/migration", call -> call.submit(InstanceMigration.of(call, key(call))));
    routes.post(
        ALL + "/search",
        call ->
            call.search(
                (database, wanted) -> database.search(Searchable.PROCESS_INSTANCE, wanted)));
    routes.get(
        ONE,
        call -> {
          long key = key(call);
          return call.show(database -> database.get(Searchable.PROCESS_INSTANCE, key));
        });
    routes.get(
        ONE + "/call-hierarchy",
        call -> {
          long key = key(call);
          return call.show(database -> database.callHierarchy(key));
        });
    routes.get(
        ONE + "/sequence-flows",
        call -> {
          long key = key(call);
          return call.show(database -> Map.of("items", database.sequenceFlows(key)));
        });
    routes.get(
        ONE + "/statistics/element-instances",
        call -> {
          long key = key(call);
          return call.show(database -> Map.of("items", database.instanceStatistics(key)));
        });
    routes.post(
        ONE + "/incidents/search",
        call -> {
          long key = key(call);
          return call.search((database, wanted) -> database.instanceIncidents(key, wanted));
        });
  }

  private static long key(Call call) {
    return call.pathKey("processInstanceKey");
  }

  private static CompletableFuture<Answer> cancel(Call call) {
    call.body("operationReference").checkOperationReference();
    return call.submit(new CancelInstance(key(call)));
  }

  private static CompletableFuture<Answer> create(Call call) {
    Body body =
        call.body(
            "processDefinitionId",
            "processDefinitionVersion",
            "processDefinitionKey",
            "variables",
            "tenantId",
            "tags",
            "operationReference",
            "startInstructions",
            "runtimeInstructions",
            "awaitCompletion",
            "fetchVariables",
            "requestTimeout");
    body.refuseTenants();
    body.checkOperationReference();
    CreateInstance command = command(body);
    if (!command.awaitResult()) {
      return call.submit(command, created -> Answer.json(toWire(created, JsonValue.EMPTY_OBJECT)));
    }
    return createAndAwait(call, command, waitFor(body.number("requestTimeout", 0)));
  }

  private static CreateInstance command(Body body) {
    if (!body.objects("runtimeInstructions", "type", "afterElementId").isEmpty()) {
      throw new Rejection(
          Rejection.Type.NOT_IMPLEMENTED,
          "'runtimeInstructions' aren't there yet; leave them out.");
    }
    return new CreateInstance(
        body.key("processDefinitionKey"),
        body.text("processDefinitionId"),
        body.integer("processDefinitionVersion", -1),
        body.variables("variables"),
        startElementIds(body),
        body.texts("tags"),
        body.flag("awaitCompletion", false),
        body.texts("fetchVariables"));
  }

  private static List<String> startElementIds(Body body) {
    return body.objects("startInstructions", "elementId").stream()
        .map(instruction -> instruction.requiredText("elementId"))
        .toList();
  }

  private static Duration waitFor(long requestTimeout) {
    return requestTimeout > 0 ? Duration.ofMillis(requestTimeout) : Call.USUAL_WAIT;
  }

  private static CompletableFuture<Answer> createAndAwait(
      Call call, CreateInstance command, Duration wait) {
    return call.await(
        command,
        created -> created.result().thenApply(result -> Answer.json(toWire(created, result))),
        wait,
        "The process instance did not complete");
  }

  private static Map<String, Object> toWire(InstanceCreated created, JsonValue result) {
    Map<String, Object> wire = new LinkedHashMap<>();
    wire.put("processDefinitionId", created.bpmnProcessId());
    wire.put("processDefinitionVersion", created.version());
    wire.put("processDefinitionKey", Long.toString(created.processDefinitionKey()));
    wire.put("processInstanceKey", Long.toString(created.processInstanceKey()));
    wire.put("tenantId", "<default>");
    wire.put("variables", result.value());
    wire.put("tags", created.tags());
    wire.put("businessId", null);
    return wire;
  }
}
