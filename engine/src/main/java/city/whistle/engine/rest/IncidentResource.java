package city.whistle.engine.rest;

import city.whistle.engine.command.ResolveIncident;
import city.whistle.engine.query.Searchable;
import java.util.concurrent.CompletableFuture;

/** Incidents. */
final class IncidentResource {

  private static final String ONE = "/v2/incidents/{incidentKey}";

  void addTo(Routes routes) {
    routes.post(
        "/v2/incidents/search",
        call -> call.search((database, wanted) -> database.search(Searchable.INCIDENT, wanted)));
    routes.get(
        ONE,
        call -> {
          long key = call.pathKey("incidentKey");
          return call.show(database -> database.get(Searchable.INCIDENT, key));
        });
    routes.post(ONE + "/resolution", IncidentResource::resolve);
  }

  private static CompletableFuture<Answer> resolve(Call call) {
    call.body("operationReference").checkOperationReference();
    return call.submit(new ResolveIncident(call.pathKey("incidentKey")));
  }
}
