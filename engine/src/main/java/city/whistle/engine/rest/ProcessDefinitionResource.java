package city.whistle.engine.rest;

import city.whistle.engine.query.Searchable;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Deployed processes. */
final class ProcessDefinitionResource {

  private static final String ONE = "/v2/process-definitions/{processDefinitionKey}";

  void addTo(Routes routes) {
    routes.post(
        "/v2/process-definitions/search",
        call -> call.search((database, wanted) -> database.search(type(), wanted)));
    routes.get(
        ONE,
        call -> {
          long key = key(call);
          return call.show(database -> database.get(type(), key));
        });
    routes.get(
        ONE + "/xml",
        call -> {
          long key = key(call);
          return call.query(database -> Answer.xml(database.processXml(key)));
        });
    routes.get(ONE + "/form", ProcessDefinitionResource::startForm);
    routes.post(ONE + "/statistics/element-instances", ProcessDefinitionResource::statistics);
  }

  private static CompletableFuture<Answer> startForm(Call call) {
    long key = key(call);
    return call.query(
        database -> database.startForm(key).map(Answer::json).orElse(Answer.NO_CONTENT));
  }

  private static CompletableFuture<Answer> statistics(Call call) {
    long key = key(call);
    Map<String, Object> filter = call.searchRequest().filter();
    return call.show(database -> Map.of("items", database.definitionStatistics(key, filter)));
  }

  private static Searchable type() {
    return Searchable.PROCESS_DEFINITION;
  }

  private static long key(Call call) {
    return call.pathKey("processDefinitionKey");
  }
}
