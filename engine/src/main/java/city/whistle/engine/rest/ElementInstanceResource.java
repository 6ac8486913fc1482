package city.whistle.engine.rest;

import city.whistle.engine.command.SetVariables;
import city.whistle.engine.query.Searchable;
import java.util.concurrent.CompletableFuture;

/** Elements of instances, and the variables in their scopes. */
final class ElementInstanceResource {

  private static final String ONE = "/v2/element-instances/{elementInstanceKey}";

  void addTo(Routes routes) {
    routes.post(
        "/v2/element-instances/search",
        call ->
            call.search(
                (database, wanted) -> database.search(Searchable.ELEMENT_INSTANCE, wanted)));
    routes.get(
        ONE,
        call -> {
          long key = call.pathKey("elementInstanceKey");
          return call.show(database -> database.get(Searchable.ELEMENT_INSTANCE, key));
        });
    routes.put(ONE + "/variables", ElementInstanceResource::setVariables);
  }

  private static CompletableFuture<Answer> setVariables(Call call) {
    Body body = call.body("variables", "local", "operationReference");
    body.checkOperationReference();
    return call.await(
        new SetVariables(
            call.pathKey("elementInstanceKey"),
            body.requiredVariables("variables"),
            body.flag("local", false)),
        set -> set.done().thenApply(done -> Answer.NO_CONTENT),
        Call.USUAL_WAIT,
        "The task's listeners were not done");
  }
}
